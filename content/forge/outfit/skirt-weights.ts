import { lerp, smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { addInfluence, type Influences } from '../weights/influences.ts'

/** Half the width in which cloth that spans both legs goes over from the one to the other, at the hips and at the hem. */
const MIX = { hips: 5, hem: 10.5 } as const
/** Cloth feels the knee from here down, all of it from there. Centimetres. */
const KNEE = { from: 66, full: 46 } as const
/** Above this cloth is carried as skin is. */
const LEGS_BELOW = 72

/**
 * Carries cloth round both legs: each its side, and the middle spans between them.
 *
 * A knee that bends draws the hem along well before the cloth ends: in front it falls over the knee, behind it is lifted
 * by the calf.
 */
export function skirtInfluences(p: Vec3): Influences {
  const [x, y, z] = p
  const legMix = lerp(MIX.hips, MIX.hem, 1 - smoothstep(60, 88, y))
  if (y > LEGS_BELOW) return bodyInfluences(p, { legMix })
  const influences: Influences = new Map()
  const knee = 0.95 * (1 - smoothstep(KNEE.full, KNEE.from, y))
  const shin = 0.5 * knee * smoothstep(-4, 6, z)
  const left = smoothstep(-legMix, legMix, x)
  for (const [side, own] of [
    ['left', left],
    ['right', 1 - left],
  ] as const) {
    addInfluence(influences, `${side}UpperLeg`, own * (1 - knee))
    addInfluence(influences, `${side}LowerLegHalf`, own * (knee - shin))
    addInfluence(influences, `${side}LowerLeg`, own * shin)
  }
  return influences
}
