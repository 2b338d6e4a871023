import { rotateVector } from '../core/math/quat.ts'
import { clamp01 } from '../core/math/scalar.ts'
import { addScaledVec3, addVec3, scaleVec3 } from '../core/math/vec3.ts'
import type { PlacedBones } from './forward.ts'
import type { ReachingArm, SolidBody } from './hand-reach.ts'

/**
 * From so far off a hand is turned aside, at first a little, metres: what meets skin at full speed and stops there
 * would jerk. What is pushed comes to lie a quarter of it off.
 */
const SOFT = 0.024
/** Balls that push elsewhere lessen each other's push, and what pushes out of one part may push into another. */
const ROUNDS = 6
/** From a wrist to the farthest of its balls, with soft room about it, as a share of the arm's length. */
const HAND = 0.5

const capsules = new Float64Array(64 * 6)
const balls = new Float64Array(16 * 3)
const apart = new Float64Array(3)
const push = new Float64Array(3)
const wrist = new Float64Array(3)

/** Places the parts of a body for {@link clearHand}: once for both its hands. */
export function placeBody({ count, bones, ends }: SolidBody, placed: PlacedBones): void {
  for (let i = 0; i < count * 2; i++) {
    const bone = bones[i >> 1]!
    rotateVector(capsules, i * 3, placed.rotations, bone * 4, ends, i * 3)
    addVec3(capsules, i * 3, capsules, i * 3, placed.positions, bone * 3)
  }
}

/**
 * Moves a hand out of the body, and slows it down where it comes near.
 *
 * The whole hand is moved, not its fingers. All balls in it push together, the deeper ones more, so that none takes over
 * from another at once.
 *
 * @param moved   How far the hand is moved from where the pose has it, metres, at offset `at`. Written in place.
 * @param placed  Bones of the pose, in the actor's space.
 * @param body    Placed by {@link placeBody} at this tick.
 * @param touching  How far the hand is meant to touch, [0, 1].
 */
export function clearHand(
  moved: Float64Array,
  at: number,
  arm: ReachingArm,
  placed: PlacedBones,
  body: SolidBody,
  touching: number,
): void {
  addVec3(wrist, 0, placed.positions, arm.end * 3, moved, at)
  if (nearest(wrist, 0, body) > arm.length * HAND) return
  for (const [i, { bone, from }] of arm.balls.entries()) {
    rotateVector(balls, i * 3, placed.rotations, bone * 4, from, 0)
    addVec3(balls, i * 3, balls, i * 3, placed.positions, bone * 3)
    addVec3(balls, i * 3, balls, i * 3, moved, at)
  }
  for (let round = 0; round < ROUNDS && findPush(arm, body, touching); round++) {
    addVec3(moved, at, moved, at, push, 0)
    for (let i = 0; i < arm.balls.length; i++) addVec3(balls, i * 3, balls, i * 3, push, 0)
  }
}

/** Writes `push`, the mean of what all balls are pushed by, the larger pushes counted more. False where none is. */
function findPush(arm: ReachingArm, body: SolidBody, touching: number): boolean {
  push.fill(0)
  let weights = 0
  for (let i = 0; i < arm.balls.length; i++) {
    for (let part = 0; part < body.count; part++) {
      const distance = measure(balls, i * 3, part * 6)
      const by = pushAt(distance - body.radii[part]! - arm.radii[i]! + body.give[part]! * touching)
      if (by === 0 || distance === 0) continue
      weights += by
      addScaledVec3(push, 0, push, 0, apart, 0, (by * by) / distance)
    }
  }
  if (weights === 0) return false
  scaleVec3(push, 0, push, 0, 1 / weights)
  return true
}

function nearest(point: Float64Array, at: number, body: SolidBody): number {
  let least = Number.POSITIVE_INFINITY
  for (let part = 0; part < body.count; part++) {
    least = Math.min(least, measure(point, at, part * 6) - body.radii[part]!)
  }
  return least
}

/** How far to push at a gap: nothing from `SOFT` on, all that is missing from `SOFT` within, and smoothly between. */
function pushAt(gap: number): number {
  if (gap >= SOFT) return 0
  if (gap <= -SOFT) return -gap
  return ((SOFT - gap) * (SOFT - gap)) / (4 * SOFT)
}

/** Writes `apart`, from the nearest point of a capsule's middle to a point. Returns its length. */
function measure(point: Float64Array, at: number, capsule: number): number {
  const ax = capsules[capsule + 3]! - capsules[capsule]!
  const ay = capsules[capsule + 4]! - capsules[capsule + 1]!
  const az = capsules[capsule + 5]! - capsules[capsule + 2]!
  const px = point[at]! - capsules[capsule]!
  const py = point[at + 1]! - capsules[capsule + 1]!
  const pz = point[at + 2]! - capsules[capsule + 2]!
  const square = ax * ax + ay * ay + az * az
  const share = square === 0 ? 0 : clamp01((px * ax + py * ay + pz * az) / square)
  apart[0] = px - ax * share
  apart[1] = py - ay * share
  apart[2] = pz - az * share
  return Math.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2])
}
