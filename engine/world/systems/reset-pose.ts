import { FACE_CHANNEL_COUNT } from '../../rig/blendshapes.ts'
import { POSE_STRIDE } from '../components.ts'
import { layRepose } from '../repose.ts'
import type { World } from '../world.ts'

/** Puts every body at ease and every face at rest: the pose is rebuilt each tick, never patched. */
export function resetPose(world: World): void {
  const { Pose, Face } = world.components
  for (const e of world.lists.actors) {
    Pose.rotations.set(world.catalogue.standing, e * POSE_STRIDE)
    layRepose(Pose.rotations, e * POSE_STRIDE, world, e)
    Pose.hips.fill(0, e * 3, e * 3 + 3)
    Face.weights.fill(0, e * FACE_CHANNEL_COUNT, (e + 1) * FACE_CHANNEL_COUNT)
  }
}
