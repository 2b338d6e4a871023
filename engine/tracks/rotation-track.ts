import { atan2, cos, sin } from '../core/math/ops.ts'
import { conjugate, copyQuat, dotQuat, multiply, normalizeQuat, setQuat } from '../core/math/quat.ts'
import { keyframeBefore } from './sample.ts'

/**
 * Keyframes of one bone's rotation over time; immutable. The path through them is smooth up to its acceleration and
 * stops only at its ends and where it turns back, as that of a hand that is led through points.
 */
export type RotationTrack = {
  /** Index of the bone in a pose. */
  readonly bone: number
  /** Seconds, ascending. */
  readonly times: Float64Array
  /** Unit quaternions (x, y, z, w), four floats for each time. */
  readonly rotations: Float32Array
  /** Unit quaternion in the middle of them, from which the path is told. */
  readonly middle: Float64Array
  /** From the middle to each keyframe: axis × angle, radians, three for each time. */
  readonly turns: Float64Array
  /** How fast the path passes each keyframe, radians a second, three for each time. */
  readonly speeds: Float64Array
}

/** Vectors shorter than this turn nothing. */
const NO_TURN = 1e-12

const between = new Float64Array(4)

/**
 * Lays a path through keyframes.
 *
 * @param times      Seconds, ascending.
 * @param rotations  Unit quaternions, four floats for each time; within half a turn of one another.
 */
export function createRotationTrack(bone: number, times: Float64Array, rotations: Float32Array): RotationTrack {
  const middle = middleOf(rotations)
  const turns = new Float64Array(times.length * 3)
  conjugate(between, 0, middle, 0)
  const back = between.slice()
  for (let key = 0; key < times.length; key++) {
    multiply(between, 0, back, 0, rotations, key * 4)
    writeTurn(turns, key * 3, between)
  }
  return { bone, times, rotations, middle, turns, speeds: speedsThrough(times, turns) }
}

/**
 * Writes the rotation of a track at a time.
 *
 * @param out      Receives a unit quaternion (x, y, z, w).
 * @param at       Index of its first float in `out`.
 * @param seconds  On the track's own clock; outside the track the nearest keyframe holds.
 * @source         Paths of least jerk through points are polynomials of the fifth degree: Flash & Hogan (1985).
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
  const span = times[i + 1]! - times[i]!
  const u = (seconds - times[i]!) / span
  const cube = u * u * u
  const arrived = cube * (10 + u * (6 * u - 15))
  const leaving = span * (u + cube * (u * (8 - 3 * u) - 6))
  const coming = span * cube * (u * (7 - 3 * u) - 4)
  writePath(track, i * 3, arrived, leaving, coming)
  writeRotation(between, turn)
  multiply(out, at, track.middle, 0, between, 0)
}

const turn = new Float64Array(3)

/** turn = the path within a piece, by how far it has arrived and what the speeds at both ends add. */
function writePath({ turns, speeds }: RotationTrack, from: number, arrived: number, leaving: number, coming: number) {
  for (let k = 0; k < 3; k++) {
    const a = turns[from + k]!
    const b = turns[from + 3 + k]!
    turn[k] = a + (b - a) * arrived + speeds[from + k]! * leaving + speeds[from + 3 + k]! * coming
  }
}

/** out = the rotation of a turn told as axis × angle. */
function writeRotation(out: Float64Array, [x, y, z]: Float64Array): void {
  const angle = Math.sqrt(x! * x! + y! * y! + z! * z!)
  const share = angle < NO_TURN ? 0.5 : sin(angle / 2) / angle
  setQuat(out, 0, x! * share, y! * share, z! * share, cos(angle / 2))
}

/** out = a rotation as axis × angle, the shorter way round. */
function writeTurn(out: Float64Array, at: number, [x, y, z, w]: Float64Array): void {
  const sine = Math.sqrt(x! * x! + y! * y! + z! * z!)
  const sign = w! < 0 ? -1 : 1
  const share = sine < NO_TURN ? 2 * sign : (sign * 2 * atan2(sine, Math.abs(w!))) / sine
  for (const [k, part] of [x!, y!, z!].entries()) out[at + k] = part * share
}

/** The mean of all keyframes, each counted on the side of the first. */
function middleOf(rotations: Float32Array): Float64Array {
  const sum = new Float64Array(4)
  for (let at = 0; at < rotations.length; at += 4) {
    const sign = dotQuat(rotations, 0, rotations, at) < 0 ? -1 : 1
    for (let k = 0; k < 4; k++) sum[k] = sum[k]! + sign * rotations[at + k]!
  }
  normalizeQuat(sum, 0, sum, 0)
  return sum
}

/**
 * Speeds at which no piece of the path overshoots its ends: none where it turns back, else between those of both sides.
 *
 * @source  F. Fritsch, J. Butland, "A method for constructing local monotone piecewise cubic interpolants" (1984).
 */
function speedsThrough(times: Float64Array, turns: Float64Array): Float64Array {
  const speeds = new Float64Array(turns.length)
  for (let key = 1; key < times.length - 1; key++) {
    const before = times[key]! - times[key - 1]!
    const after = times[key + 1]! - times[key]!
    for (let k = key * 3; k < key * 3 + 3; k++) {
      const left = (turns[k]! - turns[k - 3]!) / before
      const right = (turns[k + 3]! - turns[k]!) / after
      if (left * right > 0) {
        const weight = (before + 2 * after) / (3 * (before + after))
        speeds[k] = (left * right) / (weight * right + (1 - weight) * left)
      }
    }
  }
  return speeds
}
