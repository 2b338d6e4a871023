import { hypot2 } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { Neckline } from './cut.ts'

/** Skin this far inside the cloth, and not near an opening that one can look into, is left out. Centimetres. */
const HIDDEN_DEPTH = 0.4
const NECKLINE_MARGIN = 1.08
const CUFF_MARGIN = 4
const HEM_MARGIN = 4
/** The trunk is hidden however near the cloth: nothing between arms and neckline opens. Heights at front and back. */
const TRUNK = { halfWidth: 12, front: 124, back: 128 } as const
/** Above this the neck stands free. */
const NECK_FREE = 134

export type Opening = {
  readonly cloth: Sdf
  readonly neckline: Neckline
  readonly hem: number
  /** Outer end of the sleeves. */
  readonly cuff: number
}

/** Cloth beneath ends so far above a top's hem. */
const COVERED_ABOVE_HEM = 4

/** What a top covers of what is worn below the waist, even where that would show through. */
export const coversBelow =
  ({ cloth, hem }: Opening) =>
  ([x, y, z]: Vec3): boolean =>
    y > hem + COVERED_ABOVE_HEM && y < 112 && cloth(x, y, z) < 0.6

/** What a top hides of the skin. */
export function hidesUnder({ cloth, neckline, hem, cuff }: Opening): (p: Vec3) => boolean {
  const { halfWidth, centre, front, back, vee = 0 } = neckline
  return ([x, y, z]) => {
    const depth = (z - centre) / (z > centre ? front + vee : back)
    const isOutsideNeckline = hypot2(x / halfWidth, depth) > NECKLINE_MARGIN
    const isWithin = y > hem + HEM_MARGIN && y < NECK_FREE && Math.abs(x) < cuff - CUFF_MARGIN
    const isTrunk = Math.abs(x) < TRUNK.halfWidth && y < (z < centre ? TRUNK.back : TRUNK.front)
    return isWithin && isOutsideNeckline && (isTrunk || cloth(x, y, z) < -HIDDEN_DEPTH)
  }
}
