import { EngineError } from '../../engine/core/errors.ts'
import { MAX_CLIP_SECONDS } from '../../engine/tracks/clip.ts'

/** The largest file, bytes: an hour of a whole body as text. */
export const MAX_FILE_BYTES = 128 * 2 ** 20
/** The most joints of a skeleton: a body with a face and long hair has some three hundred. */
export const MAX_JOINTS = 512
/** The most numbers of all joints in all frames: half a gigabyte. */
const MAX_NUMBERS = 64e6
/** The longest motion that is read, of which a clip may be a part. Seconds. */
const MAX_SECONDS = 3600

type Size = {
  readonly from: string
  readonly joints: number
  readonly frames: number
  readonly seconds: number
}

/** Refuses a motion that nobody could mean, before anything is made for it. @throws `clip/…` */
export function checkMotionSize({ from, joints, frames, seconds }: Size): void {
  if (joints > MAX_JOINTS) {
    throw new EngineError(
      'clip/too-many-joints',
      `"${from}" has ${joints} joints or more; a body is read with at most ${MAX_JOINTS}. Export the skeleton of one body alone.`,
    )
  }
  if (frames < 2) {
    throw new EngineError(
      'clip/no-motion',
      `"${from}" holds ${frames === 1 ? 'a single frame, which is a pose and no motion' : 'no frames'}. A clip needs two or more.`,
    )
  }
  if (!(seconds > 0 && Number.isFinite(seconds))) {
    throw new EngineError('clip/no-motion', `"${from}" lasts ${seconds} seconds. A clip needs a time for each frame.`)
  }
  if (seconds > MAX_SECONDS || joints * frames * 7 > MAX_NUMBERS) {
    throw new EngineError(
      'clip/too-long',
      `"${from}" has ${frames} frames of ${joints} joints, ${Math.round(seconds)} s: too much to read. Cut it to what is needed; a clip lasts ${MAX_CLIP_SECONDS} s at most.`,
    )
  }
}

/** Refuses a part of a motion that is none. @throws `clip/too-long`, `clip/no-motion` */
export function checkSpan(from: number, to: number, whole: number): void {
  if (!(from < to)) {
    throw new EngineError(
      'clip/no-motion',
      `The part from ${from} s to ${to} s of a motion of ${whole.toFixed(2)} s is empty. Choose --from before --to, within it.`,
    )
  }
  if (to - from > MAX_CLIP_SECONDS) {
    throw new EngineError(
      'clip/too-long',
      `The motion lasts ${Math.round(to - from)} s; a clip lasts ${MAX_CLIP_SECONDS} s at most. Choose a part of it with --from and --to.`,
    )
  }
}
