import { tabulated } from '../kit/curve.ts'
import { atan2 } from '../kit/ops.ts'
import { DEGREE } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'

/** Height of the hairline over azimuth in degrees, 0 in front: forehead, temple, sideburn, over the ear, nape. */
const HAIRLINE = [
  [0, 6.85],
  [12, 7],
  [30, 6.6],
  [48, 5.2],
  [60, 2.8],
  [67, 1.0],
  [73, 0.2],
  [79, 0.8],
  [86, 1.7],
  [98, 1.6],
  [106, -0.6],
  [116, -4.6],
  [132, -7],
  [180, -7.6],
] as const

/** How far a point on the scalp lies above the hairline, cm; negative on the face. */
export function aboveHairline([x, y, z]: Vec3): number {
  const azimuth = Math.abs(atan2(x, z + 1)) / DEGREE
  return y - tabulated(HAIRLINE, azimuth)
}
