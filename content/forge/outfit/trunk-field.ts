import { legField, torsoField } from '../body/figure.ts'
import { EYE_HEIGHT } from '../head/frame.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
import { capsule, put, type Sdf, sculpt, smoothMin } from '../kit/sdf.ts'
import { drape } from './drape.ts'

/** Above this only the torso counts; below, seat and thighs push the cloth out. */
const LEGS_BELOW = 104
/** Between these heights the cloth goes over from hanging to lying on the shoulders. */
const HANGING = 119.5
const LYING = 127
/** Above this the neck swells into the shoulders, and a collar must clear it. */
const NECK_FROM = 126

/** The skin of chest and shoulder blades stands off the figure by up to 0.55 towards the neck. Centimetres. */
const CHEST_ROOM = 0.85
const CHEST_FROM = [112, 118] as const

const withNeck = sculpt(torsoField, [
  put(5, capsule([0, EYE_HEIGHT - 5.5, -1.1], [0, EYE_HEIGHT - 19, -2.4], 2.95, 3.35)),
])

const figure: Sdf = (x, y, z) => {
  const torso = torsoField(x, y, z)
  return y < LEGS_BELOW ? Math.min(torso, smoothMin(torso, legField(x, y, z), 3)) : torso
}

/** Square of the half width over which cloth rounds the middle, where the figure is mirrored in a crease. Centimetres. */
const MIDDLE_EASE = 2.5

export type TrunkCut = {
  readonly hem: number
  /** How far the cloth stands off the figure. */
  readonly ease: (y: number) => number
  readonly cling: (y: number) => number
}

/** The surface of a top's trunk without its sleeves. */
export function trunkField({ hem, ease, cling }: TrunkCut): Sdf {
  const room = (y: number) => Math.max(ease(y), CHEST_ROOM * smoothstep(...CHEST_FROM, y))
  // Hung when first asked for: an outfit needs few of the cuts there are.
  let hung: Sdf | undefined
  const hanging: Sdf = (x, y, z) => {
    hung ??= drape({ figure, bottom: hem - 1, top: LYING + 1, ease: room, cling })
    return hung(x, y, z)
  }
  const lying: Sdf = (side, y, z) => {
    const x = Math.sqrt(side * side + MIDDLE_EASE)
    return (y > NECK_FROM ? withNeck : torsoField)(x, y, z) - room(y)
  }
  return (x, y, z) => {
    if (y <= HANGING) return hanging(x, y, z)
    if (y >= LYING) return lying(x, y, z)
    return lerp(hanging(x, y, z), lying(x, y, z), smoothstep(HANGING, LYING - 2, y))
  }
}
