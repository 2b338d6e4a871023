import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createFliteVoice,
  createNodeHost,
  createSpeaker,
  filmTake,
  loadFliteInNode,
  type NodeHost,
  openContent,
  type Performance,
  type Preset,
  recordShow,
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
  const voice = createFliteVoice(loadFliteInNode)
  const played = await recordShow(show, {
    content: openContent(),
    stage: 'studio',
    seed: 1,
    speakerFor: (blobs) => createSpeaker([voice], blobs),
    signal: new AbortController().signal,
    maxSeconds: 60,
  })
  using host = await createNodeHost()
  console.log(`  ${host.adapter.name}, film of ${(played.take.ticks / 60).toFixed(1)} s at ${FPS} frames a second`)
  const figures: Figure[] = []
  const runs: [Size, Preset][] = [
    [{ width: 640, height: 360 }, 'default'],
    [{ width: 1280, height: 720 }, 'draft'],
    [{ width: 1280, height: 720 }, 'default'],
  ]
  for (const [size, preset] of runs) figures.push(...(await benchFilm(host, played, size, preset)))
  // Not what a capture takes, which draws one film in a process of its own: six views, and no encoder.
  figures.push({ what: 'peak memory of this process', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' })
  return figures
}

async function benchFilm(host: NodeHost, played: Performance, size: Size, preset: Preset): Promise<Figure[]> {
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
