import { multiply } from '../core/math/quat.ts'
import { BONE_PARENTS, boneIndex } from '../rig/bones.ts'
import type { Rig } from '../rig/rig.ts'
import { compileHelpers, deriveHelpers } from './derive.ts'
import { createPlacedBones, createRestPose, placeBones } from './forward.ts'

/**
 * How a pose turns a rig's helpers in the actor's space, for tests of who else turns them.
 *
 * @param rotations  One actor's pose row.
 * @returns          4 a row in the rig's order, unit quaternions (x, y, z, w).
 */
export function placeHelpers(rig: Rig, rotations: Float32Array): Float32Array {
  const own = new Float32Array(rig.helpers.length * 4)
  deriveHelpers(own, compileHelpers(rig.helpers), rotations, 0)
  const bones = createPlacedBones()
  placeBones(bones, createRestPose(rig), rotations, 0, new Float32Array(3), 0)
  const placed = new Float32Array(own.length)
  rig.helpers.forEach(({ source }, row) => {
    multiply(placed, row * 4, bones.rotations, BONE_PARENTS[boneIndex(source)]! * 4, own, row * 4)
  })
  return placed
}
