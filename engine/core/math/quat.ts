/**
 * Rotations as unit quaternions (x, y, z, w), four floats from an offset of a row, the written one first. A row may be
 * both read and written. Right-handed; angles counter-clockwise seen from the axis tip.
 */
import type { Floats, ReadonlyFloats } from './floats.ts'
import { acos, atan2, cos, sin } from './ops.ts'
import { clamp, wrapAngle } from './scalar.ts'
import { setVec3 } from './vec3.ts'

/** Cosine of half the angle above which slerp is nlerp: they differ by less than 1e-9 there, and sin θ no longer divides. */
const NEARLY_EQUAL = 1 - 1e-6
/** Sine of a pitch beyond which yaw and roll turn about the same axis, to the precision of a row of 32-bit floats. */
const STRAIGHT_UP = 1 - 1e-9
/** One and the cosine of two directions below which they are opposite: what lies between them is rounding. */
const OPPOSITE = 1e-14
/** Squared length below which a quaternion's twist part has no direction: the swing is half a turn. */
const NO_TWIST = 1e-24

export function setQuat(out: Floats, o: number, x: number, y: number, z: number, w: number): void {
  out[o] = x
  out[o + 1] = y
  out[o + 2] = z
  out[o + 3] = w
}

/** out = no rotation. */
export const setIdentity = (out: Floats, o: number): void => setQuat(out, o, 0, 0, 0, 1)

/** out = a. */
export function copyQuat(out: Floats, o: number, a: ReadonlyFloats, i: number): void {
  setQuat(out, o, a[i]!, a[i + 1]!, a[i + 2]!, a[i + 3]!)
}

/** out = a · b: b first, then a, both in the same frame; or parent · local. */
export function multiply(out: Floats, o: number, a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): void {
  const ax = a[i]!
  const ay = a[i + 1]!
  const az = a[i + 2]!
  const aw = a[i + 3]!
  const bx = b[j]!
  const by = b[j + 1]!
  const bz = b[j + 2]!
  const bw = b[j + 3]!
  setQuat(
    out,
    o,
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  )
}

/** out = the rotation back. */
export function conjugate(out: Floats, o: number, a: ReadonlyFloats, i: number): void {
  setQuat(out, o, -a[i]!, -a[i + 1]!, -a[i + 2]!, a[i + 3]!)
}

export function dotQuat(a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): number {
  return a[i]! * b[j]! + a[i + 1]! * b[j + 1]! + a[i + 2]! * b[j + 2]! + a[i + 3]! * b[j + 3]!
}

/** out = a at length 1; no rotation where a is zero. */
export function normalizeQuat(out: Floats, o: number, a: ReadonlyFloats, i: number): void {
  const length = Math.sqrt(dotQuat(a, i, a, i))
  if (length === 0) setIdentity(out, o)
  else setQuat(out, o, a[i]! / length, a[i + 1]! / length, a[i + 2]! / length, a[i + 3]! / length)
}

/**
 * Mixes two rotations along the straight line between them, the shorter way round, and normalizes.
 *
 * Half the cost of {@link slerp} and the same path; the speed differs, by under 8 % for rotations 90° apart.
 *
 * @param t  0 gives a, 1 gives b (or −b, the same rotation). [0, 1].
 */
export function nlerp(
  out: Floats,
  o: number,
  a: ReadonlyFloats,
  i: number,
  b: ReadonlyFloats,
  j: number,
  t: number,
): void {
  mix(out, o, a, i, b, j, 1 - t, dotQuat(a, i, b, j) < 0 ? -t : t)
  normalizeQuat(out, o, out, o)
}

/**
 * Turns from one rotation to another at constant speed, the shorter way round.
 *
 * @param t  0 gives a, 1 gives b (or −b, the same rotation). [0, 1].
 * @source   K. Shoemake, "Animating rotation with quaternion curves", SIGGRAPH 1985.
 */
export function slerp(
  out: Floats,
  o: number,
  a: ReadonlyFloats,
  i: number,
  b: ReadonlyFloats,
  j: number,
  t: number,
): void {
  const dot = dotQuat(a, i, b, j)
  const cosine = Math.abs(dot)
  if (cosine > NEARLY_EQUAL) {
    nlerp(out, o, a, i, b, j, t)
    return
  }
  const angle = acos(cosine)
  const sine = sin(angle)
  const towardB = sin(t * angle) / sine
  mix(out, o, a, i, b, j, sin((1 - t) * angle) / sine, dot < 0 ? -towardB : towardB)
}

/**
 * Lessens or exaggerates a rotation: the same axis, `share` of the angle, the shorter way round.
 *
 * @param share  0 gives no rotation, 1 the rotation itself. [0, 1].
 */
export function scaleRotation(out: Floats, o: number, a: ReadonlyFloats, i: number, share: number): void {
  // The shares most asked for, by far, need no arc.
  if (share === 0) setIdentity(out, o)
  else if (share === 1) copyQuat(out, o, a, i)
  else if (share === 0.5) nlerp(out, o, IDENTITY, 0, a, i, 0.5)
  else slerp(out, o, IDENTITY, 0, a, i, share)
}

/** The rotation by an angle about a unit axis. Radians. */
export function fromAxisAngle(out: Floats, o: number, x: number, y: number, z: number, angle: number): void {
  const s = sin(angle / 2)
  setQuat(out, o, x * s, y * s, z * s, cos(angle / 2))
}

/**
 * The rotation of a head or a camera from its three angles.
 *
 * yaw about +Y · pitch about +X · roll about +Z, each in the frame the one before it left: for an actor facing +Z,
 * positive yaw turns left (toward +X, the actor's own left), positive pitch nods down, positive roll tips the head to
 * its right shoulder.
 */
export function fromEuler(out: Floats, o: number, yaw: number, pitch: number, roll: number): void {
  const cy = cos(yaw / 2)
  const sy = sin(yaw / 2)
  const cp = cos(pitch / 2)
  const sp = sin(pitch / 2)
  const cr = cos(roll / 2)
  const sr = sin(roll / 2)
  setQuat(
    out,
    o,
    cy * sp * cr + sy * cp * sr,
    sy * cp * cr - cy * sp * sr,
    cy * cp * sr - sy * sp * cr,
    cy * cp * cr + sy * sp * sr,
  )
}

/**
 * The three angles of {@link fromEuler}, written as (yaw, pitch, roll).
 *
 * Looking straight up or down, yaw and roll turn about one axis: roll is given as 0 then.
 *
 * @param out  Yaw [−π, π], pitch [−π/2, π/2], roll [−π, π].
 */
export function toEuler(out: Floats, o: number, a: ReadonlyFloats, i: number): void {
  const x = a[i]!
  const y = a[i + 1]!
  const z = a[i + 2]!
  const w = a[i + 3]!
  const pitchSine = clamp(2 * (w * x - y * z), -1, 1)
  const pitch = atan2(pitchSine, Math.sqrt((1 - pitchSine) * (1 + pitchSine)))
  if (Math.abs(pitchSine) > STRAIGHT_UP) {
    setVec3(out, o, wrapAngle(2 * atan2(y, w)), pitch, 0)
    return
  }
  const yaw = atan2(2 * (w * y + x * z), 1 - 2 * (x * x + y * y))
  const roll = atan2(2 * (w * z + x * y), 1 - 2 * (x * x + z * z))
  setVec3(out, o, yaw, pitch, roll)
}

/**
 * The smallest rotation that takes one direction to another.
 *
 * @param a, b  Unit vectors. Opposite ones leave the axis open; one at right angles to `a` is chosen.
 */
export function fromTo(out: Floats, o: number, a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): void {
  const ax = a[i]!
  const ay = a[i + 1]!
  const az = a[i + 2]!
  const bx = b[j]!
  const by = b[j + 1]!
  const bz = b[j + 2]!
  const w = 1 + ax * bx + ay * by + az * bz
  if (w > OPPOSITE) setQuat(out, o, ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx, w)
  else if (Math.abs(ax) < 0.9) setQuat(out, o, 0, az, -ay, 0)
  else setQuat(out, o, -az, 0, ax, 0)
  normalizeQuat(out, o, out, o)
}

/** out = the vector v turned by the rotation a. */
export function rotateVector(out: Floats, o: number, a: ReadonlyFloats, i: number, v: ReadonlyFloats, j: number): void {
  const x = a[i]!
  const y = a[i + 1]!
  const z = a[i + 2]!
  const w = a[i + 3]!
  const vx = v[j]!
  const vy = v[j + 1]!
  const vz = v[j + 2]!
  const tx = 2 * (y * vz - z * vy)
  const ty = 2 * (z * vx - x * vz)
  const tz = 2 * (x * vy - y * vx)
  setVec3(out, o, vx + w * tx + y * tz - z * ty, vy + w * ty + z * tx - x * tz, vz + w * tz + x * ty - y * tx)
}

/**
 * Splits a rotation into twist about an axis, then swing of that axis: rotation = swing · twist.
 *
 * Where the axis swings by half a turn the twist is lost; it is given as none.
 *
 * @param swing, twist  Rows of four floats, at offset 0. Neither may be the row of `a`.
 * @param axis          Unit vector, at offset 0.
 */
export function splitSwingTwist(
  swing: Floats,
  twist: Floats,
  a: ReadonlyFloats,
  i: number,
  axis: ReadonlyFloats,
): void {
  const along = a[i]! * axis[0]! + a[i + 1]! * axis[1]! + a[i + 2]! * axis[2]!
  const w = a[i + 3]!
  if (along * along + w * w < NO_TWIST) setIdentity(twist, 0)
  else {
    setQuat(twist, 0, along * axis[0]!, along * axis[1]!, along * axis[2]!, w)
    normalizeQuat(twist, 0, twist, 0)
  }
  conjugate(swing, 0, twist, 0)
  multiply(swing, 0, a, i, swing, 0)
}

/** Angle of the turn from one rotation to another, the shorter way round. Radians, [0, π]. */
export function angleBetween(a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): number {
  const sign = dotQuat(a, i, b, j) < 0 ? -1 : 1
  let apart = 0
  let together = 0
  for (let k = 0; k < 4; k++) {
    const p = a[i + k]!
    const q = sign * b[j + k]!
    apart += (p - q) * (p - q)
    together += (p + q) * (p + q)
  }
  // The arc tangent of a difference and a sum: the arc cosine of the dot product is blind below 1e-8 radians.
  return 4 * atan2(Math.sqrt(apart), Math.sqrt(together))
}

const IDENTITY: ReadonlyFloats = [0, 0, 0, 1]

/** out = a × m + b × n. */
function mix(
  out: Floats,
  o: number,
  a: ReadonlyFloats,
  i: number,
  b: ReadonlyFloats,
  j: number,
  m: number,
  n: number,
): void {
  setQuat(
    out,
    o,
    a[i]! * m + b[j]! * n,
    a[i + 1]! * m + b[j + 1]! * n,
    a[i + 2]! * m + b[j + 2]! * n,
    a[i + 3]! * m + b[j + 3]! * n,
  )
}
