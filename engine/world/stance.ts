import { createPlacedBones, placeBones, type RestPose } from '../pose/forward.ts'
import { createLimbChain, type LimbChain } from '../pose/two-bone-ik.ts'
import { LIMBS, type Limb } from '../rig/limbs.ts'

/** A leg and where its foot stands while the body is at ease. Metres, in the actor's space. */
export type PlantedLeg = { readonly chain: LimbChain; readonly ankle: Float32Array; readonly pole: Float32Array }

/** How far ahead of the knee the point lies that it turns to, metres. */
const POLE_AHEAD = 1

/**
 * Works out where an avatar's feet stand in a pose, so that they can be kept there.
 *
 * @param standing  Local rotations, BONE_COUNT × 4.
 */
export function createStance(rest: RestPose, standing: Float32Array): readonly [PlantedLeg, PlantedLeg] {
  const placed = createPlacedBones()
  placeBones(placed, rest, standing, 0, new Float32Array(3), 0)
  const plant = (limb: Limb): PlantedLeg => {
    const chain = createLimbChain(rest, limb)
    const ankle = placed.positions.slice(chain.end * 3, chain.end * 3 + 3)
    const knee = placed.positions.slice(chain.lower * 3, chain.lower * 3 + 3)
    return { chain, ankle, pole: Float32Array.of(knee[0]!, knee[1]!, knee[2]! + POLE_AHEAD) }
  }
  return [plant(LIMBS.leftLeg), plant(LIMBS.rightLeg)]
}
