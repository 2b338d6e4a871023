/**
 * Vectors as three floats from an offset of a row, the written one first. A row may be both read and written.
 */
import type { Floats, ReadonlyFloats } from './floats.ts'
import { hypot3 } from './ops.ts'

/** out = (x, y, z). */
export function setVec3(out: Floats, o: number, x: number, y: number, z: number): void {
  out[o] = x
  out[o + 1] = y
  out[o + 2] = z
}

/** out = a. */
export function copyVec3(out: Floats, o: number, a: ReadonlyFloats, i: number): void {
  setVec3(out, o, a[i]!, a[i + 1]!, a[i + 2]!)
}

/** out = a + b. */
export function addVec3(out: Floats, o: number, a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): void {
  setVec3(out, o, a[i]! + b[j]!, a[i + 1]! + b[j + 1]!, a[i + 2]! + b[j + 2]!)
}

/** out = a − b. */
export function subtractVec3(out: Floats, o: number, a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): void {
  setVec3(out, o, a[i]! - b[j]!, a[i + 1]! - b[j + 1]!, a[i + 2]! - b[j + 2]!)
}

/** out = a × factor. */
export function scaleVec3(out: Floats, o: number, a: ReadonlyFloats, i: number, factor: number): void {
  setVec3(out, o, a[i]! * factor, a[i + 1]! * factor, a[i + 2]! * factor)
}

/** out = a + b × factor. */
export function addScaledVec3(
  out: Floats,
  o: number,
  a: ReadonlyFloats,
  i: number,
  b: ReadonlyFloats,
  j: number,
  factor: number,
): void {
  setVec3(out, o, a[i]! + b[j]! * factor, a[i + 1]! + b[j + 1]! * factor, a[i + 2]! + b[j + 2]! * factor)
}

/** out = the point at share t from a to b. */
export function lerpVec3(
  out: Floats,
  o: number,
  a: ReadonlyFloats,
  i: number,
  b: ReadonlyFloats,
  j: number,
  t: number,
): void {
  const s = 1 - t
  setVec3(out, o, a[i]! * s + b[j]! * t, a[i + 1]! * s + b[j + 1]! * t, a[i + 2]! * s + b[j + 2]! * t)
}

/** out = a × b, the vector product. */
export function crossVec3(out: Floats, o: number, a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): void {
  const ax = a[i]!
  const ay = a[i + 1]!
  const az = a[i + 2]!
  const bx = b[j]!
  const by = b[j + 1]!
  const bz = b[j + 2]!
  setVec3(out, o, ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
}

/** The scalar product. */
export function dotVec3(a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): number {
  return a[i]! * b[j]! + a[i + 1]! * b[j + 1]! + a[i + 2]! * b[j + 2]!
}

export const lengthVec3 = (a: ReadonlyFloats, i: number): number => hypot3(a[i]!, a[i + 1]!, a[i + 2]!)

export function distanceVec3(a: ReadonlyFloats, i: number, b: ReadonlyFloats, j: number): number {
  return hypot3(a[i]! - b[j]!, a[i + 1]! - b[j + 1]!, a[i + 2]! - b[j + 2]!)
}

/**
 * Scales a vector to length 1.
 *
 * @returns  Its length before. Where that is 0 the vector has no direction and `out` is zero.
 */
export function normalizeVec3(out: Floats, o: number, a: ReadonlyFloats, i: number): number {
  const length = lengthVec3(a, i)
  scaleVec3(out, o, a, i, length === 0 ? 0 : 1 / length)
  return length
}
