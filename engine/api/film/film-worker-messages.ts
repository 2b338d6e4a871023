import type { ErrorCode } from '../../core/errors.ts'
import type { FrameRate, Size } from '../../encode/formats.ts'
import type { Adapter } from '../../render/hosts/host.ts'
import type { Preset } from '../../render/presets.ts'
import type { CastMember } from '../play-through.ts'
import type { Take } from '../take.ts'
import type { DrawCost, FrameRange } from './draw-frames.ts'

/** The worker's end of the pipe that carries frames; 0 to 2 are the standard streams, 3 is the message channel. */
export const FRAME_PIPE = 4

/**
 * The line on a worker's error stream that its driver is open. Lines before it are about drivers that were tried, and
 * about limits above Dawn's own; they matter when none opens.
 */
export const OPENED_LINE = 'driver opened'

/** What a worker draws: all of it can be sent as JSON. */
export type FilmJob = {
  readonly take: Take
  /** Folder of the content, absolute. */
  readonly content: string
  readonly cast: readonly CastMember[]
  readonly size: Size
  readonly fps: FrameRate
  readonly preset: Preset
  readonly shot?: string
  readonly range: FrameRange
  /** Whether each frame's I420 is followed by its RGBA. */
  readonly wantsRgba: boolean
}

export type ToWorker = { readonly type: 'draw'; readonly job: FilmJob }

/** Frames go through the pipe, not through messages: see `encode/encoder-process.ts` for what that saves. */
export type FromWorker =
  | { readonly type: 'ready'; readonly adapter: Adapter }
  | { readonly type: 'done'; readonly cost: DrawCost }
  /** Without a code it is a fault of the program. */
  | { readonly type: 'failed'; readonly code: ErrorCode | undefined; readonly message: string }
