import type { HeadSkin } from '../head/skin.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf } from '../kit/project.ts'
import { DEGREE } from '../kit/scalar.ts'
import { ellipsoid, mirrored, type Sdf, smoothMin } from '../kit/sdf.ts'
import { normalize, reject, subtract, type Vec3 } from '../kit/vec3.ts'

/** The middle of the braincase, from which directions on the scalp are counted. */
export const CENTRE: Vec3 = [0, 3.5, -1]

/** About the ear's middle; lengths in cm. */
const EAR = { outward: 0.4, back: 0.5, radii: [1.6, 2.7, 1.9], blend: 0.8 } as const

/** What is worn below the head, for hair to go round. Head centimetres. */
export type Clothes = Sdf
/** Hair keeps so far off clothes, and they are asked for below this alone. Centimetres. */
const OFF_CLOTHES = 0.3
const CLOTHES_BELOW = -6
/** How softly the way down the neck goes over into theirs, centimetres. */
const CLOTHES_BLEND = 1.5

/** What hair may not enter: the head with its ears, and clothes. */
export function hairBarrier(
  { field: { skin }, recipe: { ear } }: Pick<HeadSkin, 'field' | 'recipe'>,
  clothes: Clothes,
): Sdf {
  const ears = mirrored(ellipsoid([ear.x + EAR.outward, ear.y + 0.1, ear.z - EAR.back], EAR.radii))
  return (x, y, z) => {
    const head = smoothMin(skin(x, y, z), ears(x, y, z), EAR.blend)
    return y > CLOTHES_BELOW ? head : smoothMin(head, clothes(x, y, z) - OFF_CLOTHES, CLOTHES_BLEND)
  }
}

/** Unit vector from the braincase's middle; azimuth 0 is the front, 90 the character's left; polar 0 the top. Degrees. */
export function scalpDirection(azimuth: number, polar: number): Vec3 {
  const a = azimuth * DEGREE
  const p = polar * DEGREE
  return [sin(a) * sin(p), cos(p), cos(a) * sin(p)]
}

export const scalpPoint = (scalp: Sdf, azimuth: number, polar: number): Vec3 =>
  marchOutward(scalp, CENTRE, scalpDirection(azimuth, polar), 22)

/** The scalp's point under a place in the air. */
export const scalpUnder = (scalp: Sdf, place: Vec3): Vec3 =>
  marchOutward(scalp, CENTRE, normalize(subtract(place, CENTRE)), 22)

/** Unit direction along the scalp nearest to a wish. */
export const combed = (scalp: Sdf, at: Vec3, wish: Vec3): Vec3 => normalize(reject(wish, normalOf(scalp, at, 0.1)))
