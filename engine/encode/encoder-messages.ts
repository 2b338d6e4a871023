import type { FrameRate, Quality, Size } from './formats.ts'

/** The child's end of the pipe that carries frames; 0 to 2 are the standard streams, 3 is the message channel. */
export const FRAME_PIPE = 4

/** What the child needs to know before the first frame. */
export type FilmSettings = Size & {
  readonly path: string
  readonly fps: FrameRate
  readonly quality: Quality
  readonly threads: number
}

/** Pictures and sound go through the pipe, not through messages: see `encoder.ts`. */
export type ToChild =
  | { readonly type: 'open'; readonly film: FilmSettings }
  | { readonly type: 'finish'; readonly frames: number }

export type FailureReason = 'no-codec' | 'no-space' | 'failed'

export type FromChild =
  | { readonly type: 'ready' }
  /** Of processor time, user's and system's, over the child's whole life. */
  | { readonly type: 'done'; readonly cpuSeconds: number }
  | { readonly type: 'failed'; readonly reason: FailureReason; readonly message: string }
