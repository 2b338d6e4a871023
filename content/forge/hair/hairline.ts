import type { HeadSkin } from '../head/skin.ts'
import { tabulated } from '../kit/curve.ts'
import { atan2 } from '../kit/ops.ts'
import { DEGREE } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { scalpPoint } from './scalp.ts'

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

export type Hairline = {
  /** Polar angle at which a meridian is this far above the hairline, cm; degrees. */
  readonly polarAt: (azimuth: number, above: number) => number
  /** The scalp's point there. */
  readonly pointAbove: (azimuth: number, above: number) => Vec3
}

export function createHairline({ field: { bare } }: Pick<HeadSkin, 'field'>): Hairline {
  const polarAt: Hairline['polarAt'] = (azimuth, above) => {
    let inside = 10
    let outside = 165
    for (let i = 0; i < 16; i++) {
      const middle = (inside + outside) / 2
      if (aboveHairline(scalpPoint(bare, azimuth, middle)) > above) inside = middle
      else outside = middle
    }
    return outside
  }
  return { polarAt, pointAbove: (azimuth, above) => scalpPoint(bare, azimuth, polarAt(azimuth, above)) }
}
