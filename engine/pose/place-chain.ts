import { multiply, rotateVector } from '../core/math/quat.ts'
import { addVec3 } from '../core/math/vec3.ts'
import { BONE_PARENTS } from '../rig/bones.ts'
import type { RestPose } from './forward.ts'

/** One bone in the actor's space. */
export type PlacedBone = { readonly position: Float32Array; readonly rotation: Float32Array }

export const createPlacedBone = (): PlacedBone => ({ position: new Float32Array(3), rotation: new Float32Array(4) })

const step = new Float32Array(3)

/** The bones from the hips to a bone, in that order. */
export function chainTo(bone: number): readonly number[] {
  const chain = [bone]
  for (let parent = BONE_PARENTS[bone]!; parent >= 0; parent = BONE_PARENTS[parent]!) chain.unshift(parent)
  return chain
}

/**
 * Places the last bone of a chain: forward kinematics where one bone is wanted rather than all.
 *
 * @param chain       From {@link chainTo}.
 * @param rotations   Pose rows, BONE_COUNT × 4 per actor, local unit quaternions (x, y, z, w).
 * @param offset      First float of the actor's row of rotations.
 * @param hips        Rows of hips offsets from rest, metres, 3 per actor.
 * @param hipsOffset  First float of the actor's row of hips.
 */
export function placeChain(
  out: PlacedBone,
  rest: RestPose,
  chain: readonly number[],
  rotations: Float32Array,
  offset: number,
  hips: Float32Array,
  hipsOffset: number,
): void {
  const { position, rotation } = out
  addVec3(position, 0, rest.offsets, 0, hips, hipsOffset)
  for (let i = 0; i < 4; i++) rotation[i] = rotations[offset + i]!
  for (let c = 1; c < chain.length; c++) {
    const bone = chain[c]!
    rotateVector(step, 0, rotation, 0, rest.offsets, bone * 3)
    addVec3(position, 0, position, 0, step, 0)
    multiply(rotation, 0, rotation, 0, rotations, offset + bone * 4)
  }
}
