import { rotateVector } from '../../core/math/quat.ts'
import { addScaledVec3, addVec3, normalizeVec3, subtractVec3 } from '../../core/math/vec3.ts'
import { clearHand, placeBody } from '../../pose/clear-body.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import type { Carried, HandReach, ReachingArm } from '../../pose/hand-reach.ts'
import { moveHand } from '../../pose/move-hand.ts'
import { REPOSE_LIMIT, type ReposeTouch } from '../../rig/repose.ts'
import { POSE_STRIDE } from '../components.ts'
import { readRepose, restOfArm } from '../repose.ts'
import type { World } from '../world.ts'

const placed = createPlacedBones()
const shares = new Float32Array(REPOSE_LIMIT)
/** How far both hands are moved, left and right, and by what the body pushes them, metres in the actor's space. */
const moved = new Float64Array(6)
const pushed = new Float64Array(6)
/** How far nothing but rest has each, [0, 1]. */
const free = new Float64Array(2)
/** How far they rest on the body, and on each other, [0, 1]. */
const onBody = new Float64Array(2)
const part = new Float64Array(3)
const point = new Float64Array(3)

/**
 * Brings hands at rest to what they rest on, on any body and in any posture: those that rest on each other meet half-way.
 * Comes before gestures, so that a hand that leaves takes nothing along.
 */
export function restHands(world: World): void {
  const { Actor, Pose } = world.components
  for (const e of world.lists.actors) {
    readRepose(shares, world, e)
    const touched = touchedShare(world)
    if (touched === 0) continue
    const { rest, reach } = world.catalogue.rigs.get(Actor.avatar[e]!)!
    free[0] = restOfArm(world, e, 0)
    free[1] = restOfArm(world, e, 1)
    const row = e * POSE_STRIDE
    placeBones(placed, rest, Pose.rotations, row, Pose.hips, e * 3)
    moved.fill(0)
    onBody.fill(0)
    let together = 0
    let i = 0
    for (const { touches } of world.catalogue.reposes.values()) {
      const share = shares[i++]!
      if (share > 0) for (const touch of touches) together = Math.max(together, land(touch, share, reach))
    }
    clearBody(reach, together, touched)
    for (const side of [0, 1] as const) moveHand(Pose.rotations, row, reach.arms[side], placed, moved, side * 3)
  }
}

/** How far arms are in reposes that touch something, [0, 1]. */
function touchedShare({ catalogue }: World): number {
  let touched = 0
  let i = 0
  for (const { touches } of catalogue.reposes.values()) {
    const share = shares[i++]!
    if (touches.length > 0) touched += share
  }
  return Math.min(1, touched)
}

/** Moves what rests to what it rests on, by a share of the way. Returns that share where both hands meet. */
function land({ hand, by, on, at }: ReposeTouch, rested: number, { arms }: HandReach): number {
  const side = hand === 'left' ? 0 : 1
  const share = rested * (on === 'otherHand' ? Math.min(free[0]!, free[1]!) : free[side]!)
  const [own, other] = [arms[side], arms[1 - side]!]
  const to = 3 - side * 3
  placeCarried(part, own.parts[by])
  addVec3(part, 0, part, 0, moved, side * 3)
  if (on !== 'otherHand') {
    placeCarried(point, own.points.near[on])
    onBody[side] = Math.max(onBody[side]!, share)
    subtractVec3(point, 0, point, 0, part, 0)
    addScaledVec3(moved, side * 3, moved, side * 3, point, 0, share)
    return 0
  }
  placeOnArm(other, at, to)
  subtractVec3(point, 0, point, 0, part, 0)
  // A forearm would be moved by less than its hand: it stays, and is come to.
  const half = at === 'forearm' ? 0 : share / 2
  addScaledVec3(moved, side * 3, moved, side * 3, point, 0, share - half)
  addScaledVec3(moved, to, moved, to, point, 0, -half)
  return at === 'forearm' ? 0 : share
}

/** Writes `point`, where the other arm is touched; round a forearm on the side that `part` is on. */
function placeOnArm({ parts, forearm }: ReachingArm, at: ReposeTouch['at'], to: number): void {
  placeCarried(point, at === 'forearm' ? forearm : parts[at])
  addVec3(point, 0, point, 0, moved, to)
  if (at !== 'forearm') return
  subtractVec3(toward, 0, part, 0, point, 0)
  normalizeVec3(toward, 0, toward, 0)
  addScaledVec3(point, 0, point, 0, toward, 0, forearm.radius)
}

const toward = new Float64Array(3)

/**
 * Keeps both out of the body; what pushes one of two that rest on each other pushes the other along. By as much as they
 * rest: what is left of it is for `guideHands`, and hands that come away from rest are not let go of at once.
 */
function clearBody({ arms, body }: HandReach, together: number, touched: number): void {
  placeBody(body, placed)
  for (const side of [0, 1] as const) {
    pushed.set(moved)
    clearHand(pushed, side * 3, arms[side], placed, body, onBody[side]!)
    subtractVec3(pushed, side * 3, pushed, side * 3, moved, side * 3)
    const other = 3 - side * 3
    addScaledVec3(moved, side * 3, moved, side * 3, pushed, side * 3, touched)
    addScaledVec3(moved, other, moved, other, pushed, side * 3, touched * together)
  }
}

/** out = where a point has been carried by its bone. */
function placeCarried(out: Float64Array, { bone, from }: Carried): void {
  rotateVector(out, 0, placed.rotations, bone * 4, from, 0)
  addVec3(out, 0, out, 0, placed.positions, bone * 3)
}
