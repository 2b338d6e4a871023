import type { HeadField } from '../head/field.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf } from '../kit/project.ts'
import { DEGREE, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { normalize, reject, subtract, type Vec3 } from '../kit/vec3.ts'

/** The middle of the braincase, from which directions on the scalp are counted. */
const CENTRE: Vec3 = [0, 3.5, -1]

/** What hair may not enter: the head, and shoulders grown a little for clothes. */
export const hairBarrier =
  ({ bare }: HeadField): Sdf =>
  (x, y, z) =>
    bare(x, y, z) - 0.6 * (1 - smoothstep(-18, -14, y))

/** Point of the scalp in a direction; azimuth 0 is the front, 90 the character's left; polar 0 the top. Degrees. */
export function scalpPoint(barrier: Sdf, azimuth: number, polar: number): Vec3 {
  const a = azimuth * DEGREE
  const p = polar * DEGREE
  return marchOutward(barrier, CENTRE, [sin(a) * sin(p), cos(p), cos(a) * sin(p)], 22)
}

/** The scalp's point under a place in the air. */
export const scalpUnder = (barrier: Sdf, place: Vec3): Vec3 =>
  marchOutward(barrier, CENTRE, normalize(subtract(place, CENTRE)), 22)

/** Unit direction along the scalp nearest to a wish. */
export const combed = (barrier: Sdf, at: Vec3, wish: Vec3): Vec3 => normalize(reject(wish, normalOf(barrier, at, 0.1)))
