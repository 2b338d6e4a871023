import { cos, sin } from './ops.ts'
import { hypot3 } from './scalar.ts'

export type Vec2 = readonly [number, number]
/** A point or direction, right-handed, +y up, +z forward, +x the character's left. */
export type Vec3 = readonly [number, number, number]
export type Vec4 = readonly [number, number, number, number]

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const scale = (a: Vec3, s: number): Vec3 => [a[0] * s, a[1] * s, a[2] * s]
/** a + b·s */
export const addScaled = (a: Vec3, b: Vec3, s: number): Vec3 => [a[0] + b[0] * s, a[1] + b[1] * s, a[2] + b[2] * s]
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const length = (a: Vec3): number => hypot3(a[0], a[1], a[2])
export const distance = (a: Vec3, b: Vec3): number => hypot3(a[0] - b[0], a[1] - b[1], a[2] - b[2])
export const mix3 = (a: Vec3, b: Vec3, t: number): Vec3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

/** Unit vector; the zero vector becomes +z, since a normal must never be zero. */
export function normalize(a: Vec3): Vec3 {
  const l = length(a)
  return l < 1e-12 ? [0, 0, 1] : [a[0] / l, a[1] / l, a[2] / l]
}

/** The part of `a` at right angles to the unit vector `axis`. */
export const reject = (a: Vec3, axis: Vec3): Vec3 => addScaled(a, axis, -dot(a, axis))

export const mirrorX = (a: Vec3): Vec3 => [-a[0], a[1], a[2]]

/** Turns a point about an axis through `centre`, radians, counter-clockwise seen from the axis tip. */
export function rotateAbout(p: Vec3, axis: 'x' | 'y' | 'z', angle: number, centre: Vec3 = [0, 0, 0]): Vec3 {
  const [x, y, z] = subtract(p, centre)
  const c = cos(angle)
  const s = sin(angle)
  if (axis === 'x') return add(centre, [x, y * c - z * s, y * s + z * c])
  if (axis === 'y') return add(centre, [x * c + z * s, y, z * c - x * s])
  return add(centre, [x * c - y * s, x * s + y * c, z])
}
