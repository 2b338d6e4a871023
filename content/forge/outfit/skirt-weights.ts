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
/** How much the cloth before the thighs stays with the hips: sunk onto them when they rise, not stiffly above. */
const LAG = 0.13

/**
 * Carries cloth round both legs: each its side, and the middle spans between them.
 *
 * A knee that bends draws the hem along well before the cloth ends: in front it falls over the knee, behind it is lifted
 * by the calf.
 */
export function skirtInfluences(p: Vec3): Influences {
  const [, y, z] = p
  const legMix = lerp(MIX.hips, MIX.hem, 1 - smoothstep(60, 88, y))
  const front = smoothstep(-4, 6, z)
  const taut = y > LEGS_BELOW ? bodyInfluences(p, { legMix }) : legInfluences(p, legMix, front)
  const lag = LAG * front * smoothstep(56, 68, y) * (1 - smoothstep(74, 86, y))
  const influences: Influences = new Map([...taut].map(([joint, share]) => [joint, share * (1 - lag)]))
  addInfluence(influences, 'hips', lag)
  return influences
}

function legInfluences([x, y]: Vec3, legMix: number, front: number): Influences {
  const influences: Influences = new Map()
  const knee = 0.95 * (1 - smoothstep(KNEE.full, KNEE.from, y))
  // In front by the mean of thigh and shin, not by the helper that keeps a knee's girth: so the cloth falls in.
  const shin = 0.55 * knee * front
  const calf = knee * (1 - front)
  const left = smoothstep(-legMix, legMix, x)
  for (const [side, own] of [
    ['left', left],
    ['right', 1 - left],
  ] as const) {
    addInfluence(influences, `${side}UpperLeg`, own * (1 - shin - calf))
    addInfluence(influences, `${side}LowerLegHalf`, own * calf)
    addInfluence(influences, `${side}LowerLeg`, own * shin)
  }
  return influences
}
