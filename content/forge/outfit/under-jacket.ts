import { atan2 } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { hypot2, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import type { Neckline } from './cut.ts'
import { AXIS_Z } from './drape.ts'

/** Cloth is left out from so far within the edges of a jacket: radians at its front, centimetres elsewhere. */
const MARGIN = { front: 0.34, hem: 3.5, cuff: 1.4, neckline: 1.3 } as const
/** Beyond this a place belongs to an arm, and above the next to the neck's surroundings. Centimetres. */
const ARM_FROM = 16
const YOKE_FROM = 125

export type OpenFront = {
  /** Azimuth of the front edge by height. */
  readonly front: (y: number) => number
  readonly neckline: Neckline
  readonly hem: number
  readonly cuff: number
}

/** What a jacket covers of the clothes below it, even where they would show through. */
export function coversUnder({ front, neckline, hem, cuff }: OpenFront): (p: Vec3) => boolean {
  const { halfWidth, centre, front: ahead, back } = neckline
  return ([side, y, z]) => {
    const x = Math.abs(side)
    if (y < hem + MARGIN.hem) return false
    if (x > ARM_FROM) return x < cuff - MARGIN.cuff && y > YOKE_FROM
    if (atan2(x, z - AXIS_Z) < front(y) + MARGIN.front) return false
    const reach = hypot2(x / halfWidth, (z - centre) / (z > centre ? ahead : back))
    return y < YOKE_FROM || reach > MARGIN.neckline
  }
}

/** Cloth under a jacket keeps this far inside it, and moves no further. Centimetres. */
const PRESSED = { clearance: 0.5, most: 4 } as const

/** Where cloth that is seen beside a jacket's edges lies once the jacket presses it. */
export function pressUnder({ front, hem, cuff }: OpenFront, jacket: Sdf): (p: Vec3) => Vec3 {
  const shareAt = ([side, y, z]: Vec3): number => {
    const x = Math.abs(side)
    if (x > ARM_FROM && y > YOKE_FROM) return 1 - smoothstep(cuff - 1, cuff, x)
    const behindEdge = smoothstep(-0.12, 0.04, atan2(x, z - AXIS_Z) - front(y))
    return behindEdge * smoothstep(hem - 3, hem, y) * (1 - smoothstep(YOKE_FROM + 3, YOKE_FROM + 7, y))
  }
  return (p) => {
    const share = shareAt(p)
    const outside = share === 0 ? 0 : jacket(...p) + PRESSED.clearance
    if (outside <= 0) return p
    return addScaled(p, normalOf(jacket, p, 0.2), -share * Math.min(outside, PRESSED.most))
  }
}

/** Arms this far inside a sleeve, and not near its end, are out of sight. Centimetres. */
const HIDDEN = { depth: 0.4, cuff: 4 } as const

/** What a jacket hides of the skin: bare arms. The trunk's is the matter of what is worn beneath. */
export const hidesArms =
  ({ cuff }: OpenFront, jacket: Sdf) =>
  (p: Vec3): boolean => {
    const x = Math.abs(p[0])
    return x > ARM_FROM && x < cuff - HIDDEN.cuff && p[1] > YOKE_FROM - 5 && jacket(...p) < -HIDDEN.depth
  }
