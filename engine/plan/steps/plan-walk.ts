import { atan2, cos, hypot2, sin } from '../../core/math/ops.ts'
import { clamp, radians, wrapAngle } from '../../core/math/scalar.ts'
import { layPrints } from './prints.ts'
import type { FootPair } from './stances.ts'
import type { Foot, Place, Step } from './step.ts'
import { ANTICIPATION, onTheSpotTiming, type StepTiming, stepLength, walkTiming } from './step-timing.ts'
import { between, near, other, type Poses, poseOf, shiftTo, type Tread, walkAlong } from './treads.ts'
import { type Obstacle, planWay } from './way.ts'

export type WalkRequest = {
  /** Where the actor is, and its feet, in the set, once all steps on the way are done. */
  readonly body: Place
  readonly feet: FootPair
  readonly goal: Place
  /** Where the feet of a body at ease stand, in the actor's space. */
  readonly stance: FootPair
  /** Length of a leg, metres, and pace, 1 for a walk outdoors. */
  readonly leg: number
  readonly pace: number
  /** The tick of the request, and the step that is on the way. */
  readonly tick: number
  readonly last: Step | undefined
  /** Whom the walk keeps clear of. */
  readonly obstacles: readonly Obstacle[]
}

/** Nearer than this many step lengths one does not turn to where one goes, but shifts there; unless it lies ahead. */
const NEARBY = 1.35
const AHEAD = radians(50)
/** A shorter way than this one does not walk, metres. */
const LEAST_WAY = 0.1
/** Longest step to the side or back, as a share of a leg. */
const ASIDE = 0.5
/** Weight taken off a foot: walking, and on the spot. */
const WALKING_SHIFT = 0.75
const STANDING_SHIFT = 0.55
/** The same foot may step again after this, ticks. */
const AGAIN = 12

/**
 * Plans the steps to a place: turns to it, walks there clear of others, and turns to face as asked; or, where it is near,
 * shifts there.
 *
 * @returns  In order; none where the actor stands there already. The body ends at the goal, the feet at ease.
 */
export function planWalk(request: WalkRequest): readonly Step[] {
  return timeTreads(request, planTreads(request))
}

function planTreads(request: WalkRequest): readonly Tread[] {
  const { feet, goal, stance, leg, pace, last, obstacles } = request
  const poses: Poses = [poseOf(feet[0], stance[0]), poseOf(feet[1], stance[1])]
  // Who is called in mid-stride comes to a stop over the foot that has gone ahead, and is carried there anyway.
  const body = last === undefined ? request.body : { ...poses[last.foot], yaw: request.body.yaw }
  const length = stepLength(leg, pace)
  const next = last === undefined ? undefined : other(last.foot)
  const distance = hypot2(goal.x - body.x, goal.z - body.z)
  const turn = wrapAngle(atan2(goal.x - body.x, goal.z - body.z) - body.yaw)
  const isAhead = Math.abs(turn) < AHEAD && distance > LEAST_WAY
  const way = planWay(body, goal, obstacles)
  if (distance < NEARBY * length && !isAhead && way.points.length === 2)
    return shiftTo(poses, body, { ...goal, yaw: near(body.yaw, goal.yaw) }, leg * ASIDE, next)
  const lack = (treads: readonly Tread[]) => layPrints(treads, feet, stance).reduce((sum, { lacks }) => sum + lacks, 0)
  return walkAlong({ poses, body, way, yaw: goal.yaw, length, next, lack })
}

/** Puts treads on the clock, and lets the body go along to the middle of where both feet belong. */
function timeTreads(request: WalkRequest, treads: readonly Tread[]): Step[] {
  const { stance, leg, pace, last } = request
  const timings = { walk: walkTiming(leg, pace), spot: onTheSpotTiming(leg, pace) }
  const prints: [Place, Place] = [...request.feet]
  const poses: Poses = [poseOf(prints[0], stance[0]), poseOf(prints[1], stance[1])]
  let body = request.body
  let before = last
  return layPrints(treads, request.feet, stance).map(({ foot, pose, walking, from, to, bow }) => {
    const timing = walking ? timings.walk : timings.spot
    poses[foot] = pose
    prints[foot] = to
    const goal = between(poses[0], poses[1], 0.5)
    const move = { x: goal.x - body.x, z: goal.z - body.z, yaw: goal.yaw - body.yaw }
    body = goal
    const step: Step = {
      foot,
      ...clock(timing, request.tick, before, foot),
      from,
      to,
      bow,
      move,
      roll: rollOf(from, to, stepLength(leg, 1)),
      strike: walking ? rollOf(prints[other(foot)], to, stepLength(leg, 1) / 2) : 0,
      shift: walking ? WALKING_SHIFT : STANDING_SHIFT,
    }
    before = step
    return step
  })
}

function clock({ wait, air, before: early, after }: StepTiming, tick: number, before: Step | undefined, foot: Foot) {
  const earliest = before === undefined ? tick + ANTICIPATION : before.land + (before.foot === foot ? AGAIN : wait)
  const lift = Math.max(earliest, tick + wait)
  const land = lift + air
  return { begin: before === undefined ? tick : Math.max(tick, lift - early), lift, land, end: land + after }
}

/** A foot rolls as far as it goes ahead of where it was, or lands ahead of the other one: two step lengths, or one. */
function rollOf(from: Place, to: Place, length: number): number {
  const yaw = (from.yaw + to.yaw) / 2
  const ahead = (to.x - from.x) * sin(yaw) + (to.z - from.z) * cos(yaw)
  return Math.sqrt(clamp(ahead / (2 * length), 0, 1))
}
