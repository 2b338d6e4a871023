import { atan2 } from '../core/math/ops.ts'
import { fromAxisAngle, multiply, rotateVector } from '../core/math/quat.ts'
import { leastJerk, lerp, wrapAngle } from '../core/math/scalar.ts'
import { addScaledVec3, addVec3, setVec3, subtractVec3 } from '../core/math/vec3.ts'
import type { PlacedBones } from '../pose/forward.ts'
import type { ReachingArm } from '../pose/hand-reach.ts'
import type { HoldCue } from './cues.ts'
import { CHEST } from './gesture-contacts.ts'
import { isLaden, offShare, reachShare } from './hold-clock.ts'
import { toActorSpace } from './placement.ts'
import type { Grip } from './prop-kind.ts'
import type { World } from './world.ts'

/** Where the palm carries things, from the upper chest: outward, up and forward, as shares of the arm's length. */
const CARRY_OUT = 0.34
const CARRY_UP = -0.13
const CARRY_AHEAD = 0.58
/** How far the fingers point inward there, radians: so the wrist is straight where the elbow hangs at the side. */
export const INWARD = 0.5
/** How far things are lifted on their way, metres: over the edge of what they stand on. */
const HUMP = 0.03

/** Where a hand is to be: its wrist in the actor's space, metres, and its rotation. */
export type HandTarget = { readonly wrist: Float64Array; readonly turn: Float64Array }
export const createHandTarget = (): HandTarget => ({ wrist: new Float64Array(3), turn: new Float64Array(4) })

const AHEAD = [0, 0, 1]
const UP = [0, 1, 0]
const carried = new Float64Array(3)
const ahead = new Float64Array(3)
const palm = new Float64Array(3)
const prop = new Float32Array(3)
const about = new Float64Array(4)

/** Outward on a side of the body: left is +X. */
export const outward = (side: 0 | 1): number => (side === 0 ? 1 : -1)

/**
 * Works out where the hand of a hold is to be at a tick. What it carries stays upright all the way, since the way is that
 * of the prop: between where it is carried and where it stands, and turned about its upright axis alone.
 *
 * @param placed  Bones of the pose so far, in the actor's space.
 */
export function aimHold(
  out: HandTarget,
  world: World,
  e: number,
  { cue, grip, arm, placed }: { cue: HoldCue; grip: Grip; arm: ReachingArm; placed: PlacedBones },
): void {
  const share = reachShare(cue.reach, world.tick)
  const { standing } = cue.reach
  const yaw = carryPalm(cue.side, arm, placed) - outward(cue.side) * INWARD - grip.yaw - cue.swivel
  placePalm(carried, carried, grip, yaw + cue.swivel, -1, 0)
  toActorSpace(prop, world, e, standing.x, standing.y, standing.z)
  const there = standing.yaw - world.components.Transform.yaw[e]!
  const turned = yaw + wrapAngle(there - yaw) * share + cue.swivel
  for (let k = 0; k < 3; k++) carried[k] = lerp(carried[k]!, prop[k]!, share)
  if (isLaden(cue.reach, world.tick)) carried[1] = carried[1]! + HUMP * 4 * leastJerk(share) * (1 - leastJerk(share))
  placePalm(palm, carried, grip, turned, 1, offShare(cue.reach, world.tick) * share)
  placeWrist(out, grip, arm, turned)
}

/** Writes `carried`, where the palm carries things; returns the yaw of the chest. */
function carryPalm(side: 0 | 1, { length }: ReachingArm, { positions, rotations }: PlacedBones): number {
  rotateVector(ahead, 0, rotations, CHEST * 4, AHEAD, 0)
  const yaw = atan2(ahead[0]!, ahead[2]!)
  fromAxisAngle(about, 0, 0, 1, 0, yaw)
  setVec3(carried, 0, outward(side) * CARRY_OUT * length, CARRY_UP * length, CARRY_AHEAD * length)
  rotateVector(carried, 0, about, 0, carried, 0)
  addVec3(carried, 0, carried, 0, positions, CHEST * 3)
  return yaw
}

/** out = from the origin of a prop turned by a yaw to its palm (1), or back (−1). */
function placePalm(out: Float64Array, from: Float64Array, grip: Grip, yaw: number, sign: 1 | -1, off: number): void {
  fromAxisAngle(about, 0, 0, 1, 0, yaw)
  addScaledVec3(ahead, 0, grip.palm, 0, grip.from, 0, off)
  rotateVector(ahead, 0, about, 0, ahead, 0)
  addScaledVec3(out, 0, from, 0, ahead, 0, sign)
}

/** out = the hand whose palm is at `palm`, turned as the grip has it. */
function placeWrist({ wrist, turn }: HandTarget, grip: Grip, arm: ReachingArm, yaw: number): void {
  fromAxisAngle(about, 0, UP[0]!, UP[1]!, UP[2]!, yaw)
  multiply(turn, 0, about, 0, grip.turn, 0)
  rotateVector(ahead, 0, turn, 0, arm.parts.palm.from, 0)
  subtractVec3(wrist, 0, palm, 0, ahead, 0)
}

/**
 * Where a prop stands whose grip is in a hand: the way back from {@link aimHold}, from the finished pose.
 *
 * @param out     x, y, z and a unit quaternion from offset `at`, in the actor's space.
 * @param swivel  Of the hold.
 */
export function placeHeld(
  out: Float32Array,
  at: number,
  { grip, swivel, arm, placed }: { grip: Grip; swivel: number; arm: ReachingArm; placed: PlacedBones },
): void {
  fromAxisAngle(about, 0, 0, 1, 0, swivel)
  rotateVector(palm, 0, about, 0, grip.palm, 0)
  multiply(about, 0, about, 0, grip.turn, 0)
  for (let k = 0; k < 3; k++) about[k] = -about[k]!
  multiply(out, at + 3, placed.rotations, arm.end * 4, about, 0)
  rotateVector(ahead, 0, placed.rotations, arm.end * 4, arm.parts.palm.from, 0)
  addVec3(carried, 0, placed.positions, arm.end * 3, ahead, 0)
  rotateVector(palm, 0, out, at + 3, palm, 0)
  subtractVec3(out, at, carried, 0, palm, 0)
}
