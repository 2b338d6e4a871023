import { compileLimits, limitJoints as limit } from '../../pose/limit.ts'
import { JOINT_LIMITS } from '../../rig/limits.ts'
import { POSE_STRIDE } from '../components.ts'
import type { World } from '../world.ts'

const LIMITS = compileLimits(JOINT_LIMITS)

/** Brings joints that were turned too far back to what a body can do. */
export function limitJoints(world: World): void {
  const { rotations } = world.components.Pose
  for (const e of world.lists.actors) limit(rotations, e * POSE_STRIDE, LIMITS)
}
