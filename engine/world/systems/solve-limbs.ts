import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { twoBoneIk } from '../../pose/two-bone-ik.ts'
import { followClips } from '../clip-feet.ts'
import { POSE_STRIDE } from '../components.ts'
import type { World } from '../world.ts'

const placed = createPlacedBones()
const standing = new Float32Array(3)
const kneeAt = new Float32Array(3)

/** Keeps feet where they stand, or where a clip has them, while the hips sway above them. */
export function solveLimbs(world: World): void {
  const { Actor, Pose } = world.components
  for (const e of world.lists.actors) {
    const { rest, stance } = world.catalogue.rigs.get(Actor.avatar[e]!)!
    placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
    for (const side of [0, 1] as const) {
      const { chain, ankle, pole } = stance[side]
      standing.set(ankle)
      kneeAt.set(pole)
      followClips(world, e, side, { chain, placed, ankle: standing, kneeAt })
      twoBoneIk(Pose.rotations, e * POSE_STRIDE, chain, placed, standing, kneeAt, 1)
    }
  }
}
