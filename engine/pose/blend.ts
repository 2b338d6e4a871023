import { conjugate, copyQuat, multiply, nlerp, scaleRotation } from '../core/math/quat.ts'
import { BONE_COUNT, type BoneName, boneIndex } from '../rig/bones.ts'

/** How much of a layer each bone may take, BONE_COUNT values in [0, 1]. */
export type BoneMask = Float32Array

const delta = new Float64Array(4)

/**
 * Mixes a layer over a pose: a gesture over a stance.
 *
 * Each bone goes the shorter way round. Weights between 0 and 1 take the straight line and not the arc, as weights are
 * themselves eased; a bone of weight 0 keeps its bits, one of weight 1 takes the layer's.
 *
 * @param rotations     Pose rows, BONE_COUNT × 4 per actor, local unit quaternions (x, y, z, w). Written in place.
 * @param offset        First float of the actor's row.
 * @param layer         Pose rows of the layer, likewise.
 * @param layerOffset   First float of the layer's row.
 * @param weight        0 leaves the pose untouched, 1 shows the layer alone where the mask lets it. [0, 1].
 * @param mask          Default: every bone fully.
 */
export function blendPose(
  rotations: Float32Array,
  offset: number,
  layer: Float32Array,
  layerOffset: number,
  weight: number,
  mask?: BoneMask,
): void {
  if (weight === 0) return
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const share = mask === undefined ? weight : weight * mask[bone]!
    if (share === 0) continue
    const at = offset + bone * 4
    const from = layerOffset + bone * 4
    if (share === 1) copyQuat(rotations, at, layer, from)
    else nlerp(rotations, at, rotations, at, layer, from, share)
  }
}

/**
 * Adds a layer to a pose: a breath, a nod, anything told as a change from rest.
 *
 * Each bone turns by its share of the layer's rotation, in its own frame: after the pose's rotation for a child of the
 * bone, before it for the bone's parent.
 *
 * @param weight  0 leaves the pose untouched, 1 adds the whole layer. [0, 1]. Other parameters as for {@link blendPose}.
 */
export function addPose(
  rotations: Float32Array,
  offset: number,
  layer: Float32Array,
  layerOffset: number,
  weight: number,
  mask?: BoneMask,
): void {
  if (weight === 0) return
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const share = mask === undefined ? weight : weight * mask[bone]!
    if (share === 0) continue
    const at = offset + bone * 4
    scaleRotation(delta, 0, layer, layerOffset + bone * 4, share)
    multiply(rotations, at, rotations, at, delta, 0)
  }
}

/**
 * What must be added to one pose to get another: a layer for {@link addPose}.
 *
 * @param out   Pose rows. Written.
 * @param base  The pose to add to, at offset 0.
 * @param pose  The pose to arrive at, at offset 0.
 */
export function subtractPose(out: Float32Array, o: number, base: Float32Array, pose: Float32Array): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    conjugate(delta, 0, base, bone * 4)
    multiply(out, o + bone * 4, delta, 0, pose, bone * 4)
  }
}

/** A mask that lets a layer write the named bones fully and no others. */
export function createMask(bones: Iterable<BoneName>): BoneMask {
  const mask = new Float32Array(BONE_COUNT)
  for (const bone of bones) mask[boneIndex(bone)] = 1
  return mask
}
