import { tabulated } from '../kit/curve.ts'
import { atan2 } from '../kit/ops.ts'
import { DEGREE } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'

/** Height of the hairline over azimuth in degrees, 0 in front: forehead, temple, over the ear, nape. */
const HAIRLINE = [
  [0, 6.85],
  [12, 7],
  [30, 6.6],
  [48, 5.2],
  [62, 2.2],
  [72, -0.5],
  [88, -2],
  [100, -1.6],
  [112, -4.5],
  [130, -7],
  [180, -7.6],
] as const

/** How far a point on the scalp lies above the hairline, cm; negative on the face. */
export function aboveHairline([x, y, z]: Vec3): number {
  const azimuth = Math.abs(atan2(x, z + 1)) / DEGREE
  return y - tabulated(HAIRLINE, azimuth)
}
