import { TICK_RATE } from '../../core/clock.ts'
import { EngineError } from '../../core/errors.ts'
import { createCaptionBurner } from '../../encode/burn-captions.ts'
import { type CaptionCue, divideIntoCues } from '../../encode/captions.ts'
import { createEncoder, type EncodedFilm, type Encoder } from '../../encode/encoder.ts'
import { type FrameRate, SAMPLE_RATE, type Size, soundFloats } from '../../encode/formats.ts'
import { formatWebVtt } from '../../encode/web-vtt.ts'
import { StagedFiles } from '../../files/staged-files.ts'
import type { Adapter, NodeHost } from '../../render/hosts/host.ts'
import type { Preset } from '../../render/presets.ts'
import type { MasterReport } from '../../sound/master.ts'
import type { Catalogue } from '../../world/world.ts'
import type { BlobStore } from '../blobs.ts'
import { requireListed } from '../content.ts'
import type { DiskContent } from '../disk-content.ts'
import { mixTake } from '../mix-take.ts'
import { playThrough, type Score } from '../play-through.ts'
import { stageOfTake, type Take } from '../take.ts'
import { threadSeconds } from './cpu-time.ts'
import type { DrawCost, Drawing, FrameRange } from './draw-frames.ts'
import type { FilmWorkers } from './film-workers.ts'
import { createFrameHash } from './frame-hash.ts'
import { createPngSink } from './png-sink.ts'

export type FilmOptions = {
  /** Where it is drawn: in this process, or in others. */
  readonly host: NodeHost | FilmWorkers
  readonly take: Take
  readonly catalogue: Catalogue
  readonly content: DiskContent
  readonly blobs: BlobStore
  readonly size: Size
  readonly fps: FrameRate
  readonly preset: Preset
  /** Another shot of the stage for the whole film, in place of the take's own cuts. */
  readonly shot?: string
  /** The MP4 to write. Without one the frames are drawn and hashed all the same. */
  readonly path?: string
  /** The WebVTT file to write. */
  readonly captionsPath?: string
  /** A folder that gets every frame as a PNG, without captions. */
  readonly framesFolder?: string
  /** Other files that are to appear with the film: captions and frames join them, and all are published or removed. */
  readonly files?: StagedFiles
  readonly burnCaptions?: boolean
  /** Frames to draw, for a film made in pieces. Default: all. */
  readonly range?: FrameRange
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

export type FilmReport = {
  readonly frames: number
  readonly seconds: number
  readonly adapter: Adapter
  /** sha256 over the sha256 of every frame, I420 before captions, in order. Holds for one adapter and driver. */
  readonly frameHash: string
  readonly frameHashes: readonly string[]
  readonly poseHash: string
  readonly captions: readonly CaptionCue[]
  readonly sound: MasterReport
  /** Characters that burned captions had to show as boxes. */
  readonly missingGlyphs: readonly string[]
  /** Seconds of this process: of drawing, and of hashing frames and handing them on. */
  readonly cpu: DrawCost & { readonly deliver: number }
  readonly film: EncodedFilm | undefined
}

/** How many frames a take has at a frame rate: the last one shows its last tick or what follows. */
export const frameCount = (ticks: number, fps: FrameRate): number => Math.ceil((ticks * fps) / TICK_RATE)

/**
 * Films a take: plays it once for its sound and captions, once more for its pictures.
 *
 * @throws  `take/not-as-recorded` when it comes to another state than when it was recorded; what the encoder and the
 *          view throw; the signal's reason when cancelled. Then nothing is written: film, captions and frames appear
 *          together when all are whole.
 */
export async function filmTake(options: FilmOptions): Promise<FilmReport> {
  const { take, catalogue, blobs, size, fps, shot, signal } = options
  if (shot !== undefined) requireListed(Object.keys(catalogue.stage.shots), shot, 'shot', 'stage/unknown-shot')
  using files = options.files ?? new StagedFiles()
  const score = play(options)
  checkState(take, score)
  const frames = frameCount(take.ticks, fps)
  const range = options.range ?? { from: 0, to: frames }
  const { interleaved, report } = mixTake(score.parts, blobs, frames / fps)
  const captions = divideIntoCues(score.parts)
  const burner = options.burnCaptions ? createCaptionBurner({ ...size, cues: captions, highlight: true }) : undefined
  if (options.captionsPath !== undefined) files.add(options.captionsPath, formatWebVtt(captions))
  const png = options.framesFolder === undefined ? undefined : createPngSink(files, options.framesFolder, size)
  await using encoder = await openEncoder(options, soundOf(range, interleaved, fps))
  const hash = createFrameHash()
  let done = 0
  let deliver = 0
  const drawn = await draw(options, score.cast, range)
  for await (const { index, i420, rgba } of drawn.frames) {
    const begun = threadSeconds()
    hash.add(i420)
    if (png !== undefined) await png.write(rgba!, index)
    if (encoder !== undefined) {
      await burner?.burn(i420, index / fps)
      await encoder.addFrame(i420, index - range.from)
    }
    deliver += threadSeconds() - begun
    done++
    options.onProgress?.(done, range.to - range.from)
  }
  signal.throwIfAborted()
  const film = await encoder?.finish(files)
  if (film === undefined) files.publish()
  return {
    frames: done,
    seconds: done / fps,
    adapter: await adapterOf(options.host),
    cpu: { ...drawn.cost(), deliver },
    ...hash.digest(),
    poseHash: score.poseHash,
    captions,
    sound: report,
    missingGlyphs: [...(burner?.missing ?? [])],
    film,
  }
}

/** A take that was changed by hand may hold commands that no stage could have given it. */
function play({ take, catalogue }: FilmOptions): Score {
  try {
    return playThrough(stageOfTake(take, catalogue), take.ticks)
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    const message =
      'The take holds commands that its stage cannot play: it was changed after it was recorded. Record it again.'
    throw new EngineError('take/bad-file', message, { cause })
  }
}

/** The renderer is loaded where it draws and nowhere else. */
async function draw(options: FilmOptions, cast: Score['cast'], range: FrameRange): Promise<Drawing> {
  const { host, take, content, size, fps, preset, shot, framesFolder } = options
  const wantsRgba = framesFolder !== undefined
  if (host.kind === 'node') {
    const { drawFrames } = await import('./draw-frames.ts')
    return drawFrames({ ...options, host, cast, range, wantsRgba })
  }
  return host.draw({
    take,
    content: content.folder,
    cast,
    size,
    fps,
    preset,
    range,
    wantsRgba,
    ...(shot === undefined ? {} : { shot }),
  })
}

const adapterOf = async (host: FilmOptions['host']): Promise<Adapter> =>
  host.kind === 'node' ? host.adapter : host.open()

function checkState(take: Take, score: Score): void {
  if (score.stateHash === take.stateHash) return
  throw new EngineError(
    'take/not-as-recorded',
    `The take came to state ${score.stateHash}; it was recorded with ${take.stateHash}. Content or engine have changed: record it again.`,
  )
}

/** The sound of some frames. The whole is mixed and mastered first, so that pieces sound as they do in it. */
const soundOf = ({ from, to }: FrameRange, interleaved: Float32Array, fps: FrameRate): Float32Array =>
  interleaved.subarray(from * soundFloats(fps), to * soundFloats(fps))

async function openEncoder(
  { path, size, fps, signal }: FilmOptions,
  audio: Float32Array,
): Promise<Encoder | undefined> {
  if (path === undefined) return undefined
  return createEncoder({ path, ...size, fps, audio, sampleRate: SAMPLE_RATE, signal })
}
