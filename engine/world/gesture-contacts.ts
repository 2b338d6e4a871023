import { acos } from '../core/math/ops.ts'
import { conjugate, fromTo, multiply, rotateVector, slerp } from '../core/math/quat.ts'
import { clamp, radians } from '../core/math/scalar.ts'
import { addVec3, dotVec3, scaleVec3, subtractVec3 } from '../core/math/vec3.ts'
import { createPlacedBones, placeBones, type RestPose } from '../pose/forward.ts'
import type { Carried, HandReach, ReachingArm, SkinPoint } from '../pose/hand-reach.ts'
import { turnHand } from '../pose/turn-hand.ts'
import { boneIndex } from '../rig/bones.ts'
import { replacesBone } from '../tracks/fit-gesture.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { type RotationTrack, sampleRotation } from '../tracks/rotation-track.ts'

/** Numbers for each touch: two places and a turn. */
export const CONTACT_STRIDE = 10

/** A palm that is to lie on the body is turned at the wrist by no more than this, radians. */
const MOST_TURN = radians(35)

/** What arms hang from. */
export const CHEST = boneIndex('upperChest')

const placed = createPlacedBones()
const NO_HIPS = new Float32Array(3)
const back = new Float64Array(4)
const turn = new Float64Array(4)
const palm = new Float64Array(3)
const skin = new Float64Array(3)
const DOWN = [0, -1, 0]
const NO_TURN = [0, 0, 0, 1]

/**
 * Works out where a gesture as it was authored has the touching part of the hand at the moment it lands, and the other
 * palm: what is missing to the place touched is what the authored path must be moved by on this avatar. A palm that comes
 * askew is turned to lie on the skin first.
 *
 * @param ease  Local rotations of a body at ease, BONE_COUNT × 4.
 * @returns     For each touch both places and the turn, from the upper chest and in its axes, metres: CONTACT_STRIDE numbers.
 */
export function gestureContacts(
  gesture: Gesture,
  tracks: readonly RotationTrack[],
  ease: Float32Array,
  { rest, reach }: { readonly rest: RestPose; readonly reach: HandReach },
): Float64Array {
  const contacts = new Float64Array(gesture.touches.length * CONTACT_STRIDE)
  for (const [i, { from, hand, by, on, across }] of gesture.touches.entries()) {
    const at = i * CONTACT_STRIDE
    const pose = ease.slice()
    for (const track of tracks) if (replacesBone(gesture, track.bone)) sampleRotation(pose, track.bone * 4, track, from)
    placeBones(placed, rest, pose, 0, NO_HIPS, 0)
    const [own, other] = hand === 'left' ? reach.arms : ([reach.arms[1], reach.arms[0]] as const)
    turn.set(NO_TURN)
    if (by === 'palm' && on !== 'otherHand') layPalm(own, own.points[across ? 'across' : 'near'][on])
    fromChest(contacts, at, own.parts[by])
    fromChest(contacts, at + 3, other.parts.palm)
    toChestAxes(contacts, at + 6)
  }
  return contacts
}

/** Turns a placed hand so that its palm faces the skin, as far as a wrist goes; writes `turn`. */
function layPalm(arm: ReachingArm, { bone, facing }: SkinPoint): void {
  rotateVector(palm, 0, placed.rotations, arm.end * 4, DOWN, 0)
  rotateVector(skin, 0, placed.rotations, bone * 4, facing, 0)
  scaleVec3(skin, 0, skin, 0, -1)
  fromTo(turn, 0, palm, 0, skin, 0)
  const angle = acos(clamp(dotVec3(palm, 0, skin, 0), -1, 1))
  if (angle > MOST_TURN) slerp(turn, 0, NO_TURN, 0, turn, 0, MOST_TURN / angle)
  turnHand(placed, arm.end, turn)
}

/** out = `turn` told in the axes of the upper chest. */
function toChestAxes(out: Float64Array, at: number): void {
  conjugate(back, 0, placed.rotations, CHEST * 4)
  multiply(out, at, back, 0, turn, 0)
  multiply(out, at, out, at, placed.rotations, CHEST * 4)
}

function fromChest(out: Float64Array, at: number, { bone, from }: Carried): void {
  rotateVector(out, at, placed.rotations, bone * 4, from, 0)
  addVec3(out, at, out, at, placed.positions, bone * 3)
  subtractVec3(out, at, out, at, placed.positions, CHEST * 3)
  conjugate(back, 0, placed.rotations, CHEST * 4)
  rotateVector(out, at, back, 0, out, at)
}
