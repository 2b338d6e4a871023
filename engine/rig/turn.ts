import { cos, sin } from '../core/math/ops.ts'

/** A rotation as a value, unit quaternion (x, y, z, w). For data read once; kernels that run each tick work on columns. */
export type Turn = readonly [number, number, number, number]
/** A direction in the actor's space. */
export type Axis = readonly [number, number, number]

const RADIANS_PER_DEGREE = Math.PI / 180

/** A turn about a unit axis, counter-clockwise seen from its tip. */
export function turnAbout(axis: Axis, degrees: number): Turn {
  const half = (degrees * RADIANS_PER_DEGREE) / 2
  const s = sin(half)
  return [axis[0] * s, axis[1] * s, axis[2] * s, cos(half)]
}

/** The turns one inside another: the last is applied first, as in a chain of matrices. */
export function composeTurns(...turns: readonly Turn[]): Turn {
  return turns.reduce(multiply, [0, 0, 0, 1])
}

/** The same turn on the other side of the body, mirrored at x = 0. */
export const mirrorTurn = ([x, y, z, w]: Turn): Turn => [x, -y, -z, w]

function multiply(a: Turn, b: Turn): Turn {
  const [ax, ay, az, aw] = a
  const [bx, by, bz, bw] = b
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ]
}
