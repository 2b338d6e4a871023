import { copyQuat, slerp } from '../core/math/quat.ts'
import { keyframeBefore } from './sample.ts'

/** Keyframes of one bone's rotation over time; immutable. Between keyframes the turn is eased in and out. */
export type RotationTrack = {
  /** Index of the bone in a pose. */
  readonly bone: number
  /** Seconds, ascending. */
  readonly times: Float64Array
  /** Unit quaternions (x, y, z, w), four floats for each time. */
  readonly rotations: Float32Array
}

/**
 * Writes the rotation of a track at a time.
 *
 * @param out      Receives a unit quaternion (x, y, z, w).
 * @param at       Index of its first float in `out`.
 * @param seconds  On the track's own clock; outside the track the nearest keyframe holds.
 */
export function sampleRotation(out: Float32Array, at: number, track: RotationTrack, seconds: number): void {
  const { times, rotations } = track
  const last = times.length - 1
  if (seconds <= times[0]! || last === 0) {
    copyQuat(out, at, rotations, 0)
    return
  }
  if (seconds >= times[last]!) {
    copyQuat(out, at, rotations, last * 4)
    return
  }
  const i = keyframeBefore(times, seconds)
  const t = (seconds - times[i]!) / (times[i + 1]! - times[i]!)
  slerp(out, at, rotations, i * 4, rotations, i * 4 + 4, t * t * (3 - 2 * t))
}
