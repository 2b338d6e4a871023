import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { twoBoneIk } from '../../pose/two-bone-ik.ts'
import { POSE_STRIDE } from '../components.ts'
import type { World } from '../world.ts'

const placed = createPlacedBones()

/** Keeps feet where they stand while the hips sway above them. */
export function solveLimbs(world: World): void {
  const { Actor, Pose } = world.components
  for (const e of world.lists.actors) {
    const { rest, stance } = world.catalogue.rigs.get(Actor.avatar[e]!)!
    placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
    for (const { chain, ankle, pole } of stance) {
      twoBoneIk(Pose.rotations, e * POSE_STRIDE, chain, placed, ankle, pole, 1)
    }
  }
}
