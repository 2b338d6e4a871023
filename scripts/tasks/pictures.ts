import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createFliteVoice,
  createNodeHost,
  createSpeaker,
  filmTake,
  loadFliteInNode,
  openContent,
  recordShow,
  type Show,
} from '../../engine/api/node.ts'
import hello from '../shows/hello.ts'
import present from '../shows/present.ts'
import twoActors from '../shows/two-actors.ts'

type Picture = { readonly file: string; readonly show: Show; readonly seconds: number; readonly shot?: string }

const PICTURES: readonly Picture[] = [
  { file: 'close-up', show: hello, seconds: 1.95, shot: 'close-up' },
  { file: 'wave', show: hello, seconds: 1.6, shot: 'medium' },
  { file: 'wide', show: twoActors, seconds: 3, shot: 'wide' },
  { file: 'present', show: present, seconds: 4.5 },
  { file: 'talk', show: twoActors, seconds: 6.5 },
]

const FOLDER = 'docs/pictures'
const FPS = 30
const FILM = { size: { width: 1280, height: 720 }, fps: FPS, preset: 'fine' } as const

/** `npm run pictures [-- name …]`: the pictures of docs/, drawn anew by the product's own renderer. */
const asked = process.argv.slice(2)
const signal = new AbortController().signal
const content = openContent()
const voice = createFliteVoice(loadFliteInNode)
using host = await createNodeHost()
await mkdir(FOLDER, { recursive: true })
for (const picture of PICTURES) if (asked.length === 0 || asked.includes(picture.file)) await draw(picture)
process.exit(0)

async function draw({ file, show, seconds, shot }: Picture): Promise<void> {
  const played = await recordShow(show, {
    content,
    stage: 'studio',
    seed: 1,
    speakerFor: (blobs) => createSpeaker([voice], blobs),
    signal,
    maxSeconds: 60,
  })
  const from = Math.round(seconds * FPS)
  const framesFolder = await mkdtemp(join(tmpdir(), 'proscenium-picture-'))
  const range = { from, to: from + 1 }
  const elsewhere = shot === undefined ? {} : { shot }
  await filmTake({ ...played, host, ...FILM, ...elsewhere, range, framesFolder, signal })
  await copyFile(join(framesFolder, `frame-${String(from).padStart(6, '0')}.png`), join(FOLDER, `${file}.png`))
  await rm(framesFolder, { recursive: true })
  console.log(`${FOLDER}/${file}.png`)
}
