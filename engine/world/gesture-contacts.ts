import { conjugate, rotateVector } from '../core/math/quat.ts'
import { addVec3, subtractVec3 } from '../core/math/vec3.ts'
import { createPlacedBones, placeBones, type RestPose } from '../pose/forward.ts'
import type { Carried, HandReach } from '../pose/hand-reach.ts'
import { boneIndex } from '../rig/bones.ts'
import { replacesBone } from '../tracks/fit-gesture.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { type RotationTrack, sampleRotation } from '../tracks/rotation-track.ts'

/** What arms hang from. */
export const CHEST = boneIndex('upperChest')

const placed = createPlacedBones()
const NO_HIPS = new Float32Array(3)
const back = new Float64Array(4)

/**
 * Works out where a gesture as it was authored has the touching part of the hand at the moment it lands, and the other
 * palm: what is missing to the place touched is what the authored path must be moved by on this avatar.
 *
 * @param ease  Local rotations of a body at ease, BONE_COUNT × 4.
 * @returns     For each touch both places, from the upper chest and in its axes, metres, six numbers.
 */
export function gestureContacts(
  gesture: Gesture,
  tracks: readonly RotationTrack[],
  ease: Float32Array,
  { rest, reach }: { readonly rest: RestPose; readonly reach: HandReach },
): Float64Array {
  const contacts = new Float64Array(gesture.touches.length * 6)
  for (const [i, { from, hand, by }] of gesture.touches.entries()) {
    const pose = ease.slice()
    for (const track of tracks) if (replacesBone(gesture, track.bone)) sampleRotation(pose, track.bone * 4, track, from)
    placeBones(placed, rest, pose, 0, NO_HIPS, 0)
    const [own, other] = hand === 'left' ? reach.arms : ([reach.arms[1], reach.arms[0]] as const)
    fromChest(contacts, i * 6, own.parts[by])
    fromChest(contacts, i * 6 + 3, other.parts.palm)
  }
  return contacts
}

function fromChest(out: Float64Array, at: number, { bone, from }: Carried): void {
  rotateVector(out, at, placed.rotations, bone * 4, from, 0)
  addVec3(out, at, out, at, placed.positions, bone * 3)
  subtractVec3(out, at, out, at, placed.positions, CHEST * 3)
  conjugate(back, 0, placed.rotations, CHEST * 4)
  rotateVector(out, at, back, 0, out, at)
}
