import { armField, legField, torsoField } from '../body/figure.ts'
import { EYE_HEIGHT } from '../head/frame.ts'
import { sin } from '../kit/ops.ts'
import { gauss, smoothstep } from '../kit/scalar.ts'
import { capsule, ellipsoid, put, type Sdf, sculpt, smoothMin } from '../kit/sdf.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'

/** Lower edge of the sweater and outer end of its sleeves. Centimetres. */
export const HEM = 89
export const CUFF = 59.4
/** Height of the ribbed bands. */
export const HEM_RIB = 4.2
export const CUFF_RIB = 4

/** Above this only the torso counts; below, the thighs push the cloth out. */
const LEGS_BELOW = 104

/** The neck swells where it meets the shoulders; the collar must clear it. */
const withNeck = sculpt(torsoField, [
  put(5, capsule([0, EYE_HEIGHT - 5.5, -1.1], [0, EYE_HEIGHT - 19, -2.4], 2.95, 3.35)),
])

/** Cloth spans the breast instead of sinking between. */
const drape = ellipsoid([0, 120.6, 2.6], [6.2, 5.4, 4.4])

/** Square of the half width over which cloth rounds the middle. Centimetres. */
const MIDDLE_EASE = 2.5

/** The knitted trunk without sleeves: loose at the waist, blousing over the hem's rib. */
export const bodiceField: Sdf = (side, y, z) => {
  // The figure is mirrored in a crease; cloth runs smoothly over the middle.
  const x = Math.sqrt(side * side + MIDDLE_EASE)
  const near = smoothMin(y > 126 ? withNeck(x, y, z) : torsoField(x, y, z), drape(x, y, z), 3)
  const d = y < LEGS_BELOW ? Math.min(near, smoothMin(near, legField(x, y, z) - 0.1, 3) + 0.15) : near
  return d - bodiceEase(y) - bodiceFolds(x, y, z)
}

/** How far the knit stands off the figure. */
function bodiceEase(y: number): number {
  const waist = 1.5 * gauss(y - 106, 8)
  const blouse = 0.75 * gauss(y - (HEM + HEM_RIB + 3.4), 2.6)
  return 0.8 + waist + blouse
}

function bodiceFolds(x: number, y: number, z: number): number {
  const low = smoothstep(HEM + 4, HEM + 8, y) * (1 - smoothstep(102, 112, y))
  return 0.2 * low * sin(y * 0.72 + x * 0.42 + z * 0.3)
}

/** A sleeve alone: slim at the shoulder, loose over the forearm, gathered at the cuff. */
export const sleeveField: Sdf = (x, y, z) => {
  const along = Math.abs(x)
  const ease = 0.55 + 0.55 * smoothstep(22, 46, along) + 0.3 * gauss(along - (CUFF - CUFF_RIB - 2.6), 2.4)
  const elbow = 0.17 * sin(along * 1.25 + z * 0.55 + y * 0.2) * gauss(along - LIMB_JOINTS.LowerArm[0], 5.5)
  const gather = 0.15 * sin(along * 1.6 + z * 0.8) * gauss(along - 52, 3.5)
  return armField(x, y, z) - ease - elbow - gather
}

/** A larger blend would hang a web below the arm that turns into a wing when she raises it. */
const ARMPIT_BLEND = 1.7

export const sweaterField: Sdf = (x, y, z) => smoothMin(bodiceField(x, y, z), sleeveField(x, y, z), ARMPIT_BLEND)
