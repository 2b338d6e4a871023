import type { HeadSkin } from '../head/skin.ts'
import { tabulated } from '../kit/curve.ts'
import { atan2 } from '../kit/ops.ts'
import { DEGREE, gauss, smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { scalpPoint } from './scalp.ts'

/** Height over azimuth in degrees, 0 in front: forehead, temple, sideburn, over the ear, nape. Head cm. */
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

/** Where hair begins on a head. */
export type Hairline = {
  /** How far a point on the scalp lies above the hairline, cm; negative on the face. */
  readonly heightOver: (p: Vec3) => number
  /** Polar angle at which a meridian is this far above the hairline, cm; degrees. */
  readonly polarAt: (azimuth: number, above: number) => number
  /** The scalp's point there. */
  readonly pointAbove: (azimuth: number, above: number) => Vec3
}

/** How far a man's hairline has gone back at 75, cm: in the middle, and more in the corners over the temples. */
const RECEDED = { middle: 1, corner: 2.1, cornerAzimuth: 38, cornerWidth: 17 } as const
/** A man's corners are a little higher from the start, cm. */
const CORNER_OF_A_MAN = 0.6

export function createHairline({ field: { bare }, recipe }: Pick<HeadSkin, 'field' | 'recipe'>): Hairline {
  const { age, masculinity } = recipe.complexion
  const gone = masculinity * smoothstep(22, 75, age)
  const height = (azimuth: number) => {
    const front = 1 - smoothstep(45, 70, azimuth)
    const corner = gauss(azimuth - RECEDED.cornerAzimuth, RECEDED.cornerWidth)
    return (
      tabulated(HAIRLINE, azimuth) +
      front * (RECEDED.middle * gone + recipe.face.hairline) +
      corner * (RECEDED.corner * gone + CORNER_OF_A_MAN * masculinity)
    )
  }
  const heightOver = ([x, y, z]: Vec3) => y - height(Math.abs(atan2(x, z + 1)) / DEGREE)
  const polarAt: Hairline['polarAt'] = (azimuth, above) => {
    let inside = 10
    let outside = 165
    for (let i = 0; i < 16; i++) {
      const middle = (inside + outside) / 2
      if (heightOver(scalpPoint(bare, azimuth, middle)) > above) inside = middle
      else outside = middle
    }
    return outside
  }
  return { heightOver, polarAt, pointAbove: (azimuth, above) => scalpPoint(bare, azimuth, polarAt(azimuth, above)) }
}
