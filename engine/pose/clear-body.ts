import { rotateVector } from '../core/math/quat.ts'
import { clamp01, lerp } from '../core/math/scalar.ts'
import { addScaledVec3, addVec3, scaleVec3 } from '../core/math/vec3.ts'
import type { PlacedBones } from './forward.ts'
import type { ReachingArm, SolidBody } from './hand-reach.ts'

/**
 * From so far off a hand is turned aside, at first a little, metres: what meets skin at full speed and stops there
 * would jerk. What is pushed comes to lie a quarter of it off.
 */
const SOFT = 0.03
/** The same for a hand that is meant to touch: its own path ends on the skin, and slowly. */
const SOFT_TOUCHING = 0.004
/**
 * What all balls together are pushed by leaves some too deep: they are pushed again, now by what skin alone gives, and in
 * the end each by itself.
 */
const SOFT_ALONE = 0.003
const TOGETHER = 4
const ALONE = 2
/** What is farther from a part than this stays clear of it wherever the hand is pushed, metres. */
const FAR = 0.05
/** From a wrist, and from the knuckle of the middle finger, to the farthest ball of a hand, as shares of the arm's length. */
const FROM_WRIST = 0.4
const FROM_KNUCKLE = 0.25

const capsules = new Float64Array(64 * 6)
const balls = new Float64Array(32 * 3)
const apart = new Float64Array(3)
const push = new Float64Array(3)
const middle = new Float64Array(3)
const away = new Float64Array(3)
const mean = new Float64Array(3)
const pushed = new Float64Array(3)
/** Balls and parts that may meet: ball × 64 + part. */
const near = new Int32Array(32 * 64)

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
 * The whole hand is moved, not its fingers. At first all balls in it push together, the deeper ones more, so that none
 * takes over from another at once; then those that are still too deep.
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
  addVec3(middle, 0, placed.positions, arm.end * 3, moved, at)
  if (!isNear(body, arm.length * FROM_WRIST)) return
  for (let i = 0; i < arm.balls.length; i++) {
    const { bone, from } = arm.balls[i]!
    rotateVector(balls, i * 3, placed.rotations, bone * 4, from, 0)
    addVec3(balls, i * 3, balls, i * 3, placed.positions, bone * 3)
    addVec3(balls, i * 3, balls, i * 3, moved, at)
  }
  push.fill(0)
  const pairs = findNear(arm, body)
  let isPushed = pushTogether(pairs, arm, body, touching, lerp(SOFT, SOFT_TOUCHING, touching))
  for (let round = 0; round < TOGETHER && isPushed; round++)
    isPushed = pushTogether(pairs, arm, body, touching, SOFT_ALONE)
  for (let round = 0; round < ALONE && isPushed; round++) pushAlone(pairs, arm, body, touching)
  addVec3(moved, at, moved, at, push, 0)
}

/** Writes `near`, the balls and parts that may meet; how many. */
function findNear(arm: ReachingArm, body: SolidBody): number {
  const reach = arm.length * FROM_KNUCKLE + FAR
  let pairs = 0
  for (let part = 0; part < body.count; part++) {
    if (measure(balls, arm.knuckle * 3, part * 6) - body.radii[part]! > reach) continue
    for (let ball = 0; ball < arm.balls.length; ball++) {
      if (measure(balls, ball * 3, part * 6) - body.radii[part]! < FAR) near[pairs++] = ball * 64 + part
    }
  }
  return pairs
}

/** Adds to `push` the mean of what all balls are pushed by, larger pushes counted more. False where none is. */
function pushTogether(pairs: number, arm: ReachingArm, body: SolidBody, touching: number, soft: number): boolean {
  mean.fill(0)
  let weights = 0
  for (let i = 0; i < pairs; i++) {
    const by = findPush(near[i]!, arm, body, touching, soft)
    weights += by
    addScaledVec3(mean, 0, mean, 0, away, 0, by * by)
  }
  if (weights === 0) return false
  addScaledVec3(push, 0, push, 0, mean, 0, 1 / weights)
  return true
}

/** Adds to `push` what brings each ball out, one after the other. */
function pushAlone(pairs: number, arm: ReachingArm, body: SolidBody, touching: number): void {
  for (let i = 0; i < pairs; i++) {
    const by = findPush(near[i]!, arm, body, touching, SOFT_ALONE)
    addScaledVec3(push, 0, push, 0, away, 0, by)
  }
}

/** How far a ball that has been pushed so far is still pushed by a part; writes `away`, where to. A touch goes deeper. */
function findPush(pair: number, arm: ReachingArm, body: SolidBody, touching: number, soft: number): number {
  const ball = pair >> 6
  const part = pair & 63
  addVec3(pushed, 0, balls, ball * 3, push, 0)
  const distance = measure(pushed, 0, part * 6)
  const gap = distance - body.radii[part]! - arm.radii[ball]! + body.give[part]! * touching
  if (gap >= soft || distance === 0) return 0
  scaleVec3(away, 0, apart, 0, 1 / distance)
  return pushAt(gap, soft)
}

/** Whether any part of a body is within reach of `middle`. */
function isNear(body: SolidBody, reach: number): boolean {
  for (let part = 0; part < body.count; part++)
    if (measure(middle, 0, part * 6) - body.radii[part]! < reach + FAR) return true
  return false
}

/** How far to push at a gap: nothing from `soft` on, all that is missing from `soft` within, and smoothly between. */
function pushAt(gap: number, soft: number): number {
  if (gap >= soft) return 0
  if (gap <= -soft) return -gap
  return ((soft - gap) * (soft - gap)) / (4 * soft)
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
