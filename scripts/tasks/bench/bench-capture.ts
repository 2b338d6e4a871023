import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createBlobStore,
  createFliteVoice,
  createNodeHost,
  createSpeaker,
  createStage,
  filmTake,
  loadCatalogue,
  loadFliteInNode,
  type NodeHost,
  openContent,
  type Preset,
  recordTake,
  rehearse,
  type Show,
  type Size,
} from '../../../engine/api/node.ts'
import type { Figure } from './figures.ts'

const FPS = 30
/** Long enough that starting does not count: the limits are for films of ten seconds and more. */
const TEXT =
  'Good evening. I have been waiting for you, and I brought a story. It is about a small boat, a big storm, and a very brave baker. Shall we begin?'
/** CPU-seconds of drawing and everything else for each second of a 720p film at 30 frames a second. */
const LIMITS: Partial<Record<Preset, number>> = { draft: 6, default: 10 }
/** Peak memory of everything that makes a 720p film, MB; the encoder's process takes about 150 of it. */
const MEMORY_LIMIT = 1500
/** Share of a frame's cost that may be anything but drawing. */
const OTHER_LIMIT = 0.15

const show: Show = async (stage) => {
  const milla = stage.spawnActor({ id: 'milla' })
  milla.express('friendly')
  stage.cutTo('medium', { actor: milla })
  await stage.wait(0.3)
  await milla.say(TEXT)
}

/** Films the same take at two sizes and each preset. Needs a quiet machine. */
export async function benchCapture(): Promise<Figure[]> {
  const content = openContent()
  const catalogue = await loadCatalogue(content, 'studio')
  const blobs = createBlobStore()
  const speaker = createSpeaker([createFliteVoice(loadFliteInNode)], blobs)
  const rehearsal = await rehearse(createStage({ catalogue, seed: 1, speaker }), show, {
    signal: new AbortController().signal,
    maxSeconds: 60,
  })
  const take = recordTake(rehearsal, { stage: 'studio', seed: 1, content: {} })
  using host = await createNodeHost()
  console.log(`  ${host.adapter.name}, film of ${(take.ticks / 60).toFixed(1)} s at ${FPS} frames a second`)
  const figures: Figure[] = []
  const runs: [Size, Preset][] = [
    [{ width: 640, height: 360 }, 'default'],
    [{ width: 1280, height: 720 }, 'draft'],
    [{ width: 1280, height: 720 }, 'default'],
  ]
  for (const [size, preset] of runs)
    figures.push(...(await benchFilm(host, { take, catalogue, content, blobs }, size, preset)))
  figures.push({
    what: 'peak memory of this process, 720p default last',
    value: process.resourceUsage().maxRSS / 1024,
    unit: 'MB',
    limit: MEMORY_LIMIT,
  })
  return figures
}

type Played = Pick<Parameters<typeof filmTake>[0], 'take' | 'catalogue' | 'content' | 'blobs'>

async function benchFilm(host: NodeHost, played: Played, size: Size, preset: Preset): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'proscenium-bench-'))
  const options = { ...played, host, size, preset, fps: FPS as 30, signal: new AbortController().signal }
  const drawn = await filmTake(options)
  const encoded = await filmTake({ ...options, path: join(folder, 'film.mp4') })
  await rm(folder, { recursive: true })
  const name = `${size.width}x${size.height} ${preset}`
  const { start, frames, simulate, deliver } = drawn.cpu
  const draw = frames - simulate - deliver
  const encode = encoded.cpu.deliver - deliver + encoded.film!.cpuSeconds
  const total = frames + encode
  const limit = size.width === 1280 ? LIMITS[preset] : undefined
  return [
    { what: `${name}: start-up`, value: start, unit: 'CPU-s' },
    {
      what: `${name}: whole`,
      value: total / drawn.seconds,
      unit: 'CPU-s/s',
      ...(limit === undefined ? {} : { limit }),
    },
    { what: `${name}: draw and read back, per frame`, value: draw / drawn.frames, unit: 'CPU-s' },
    { what: `${name}: simulate, per frame`, value: simulate / drawn.frames, unit: 'CPU-s' },
    { what: `${name}: hash, per frame`, value: deliver / drawn.frames, unit: 'CPU-s' },
    { what: `${name}: encode, per frame`, value: encode / drawn.frames, unit: 'CPU-s' },
    {
      what: `${name}: all but drawing`,
      value: 1 - draw / total,
      unit: 'share',
      ...(limit === undefined ? {} : { limit: OTHER_LIMIT }),
    },
  ]
}
