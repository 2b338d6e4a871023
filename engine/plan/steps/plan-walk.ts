import { atan2, cos, hypot2, sin } from '../../core/math/ops.ts'
import { clamp, radians, wrapAngle } from '../../core/math/scalar.ts'
import { type FootPair, placeAgainst } from './stances.ts'
import type { Foot, Place, Step } from './step.ts'
import { ANTICIPATION, onTheSpotTiming, type StepTiming, stepLength, walkTiming } from './step-timing.ts'

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
}

/** Nearer than this many step lengths one does not turn to where one goes, but shifts there. */
const NEARBY = 1.35
/** Longest such step to the side, as a share of a step ahead. */
const ASIDE = 0.5
/** One sets out walking while turned away by this much at most; by more one turns on the spot first. Radians. */
const SET_OUT = radians(75)
/** What is left of such a turn is made with the first steps. */
const WITH_FIRST_STEPS = radians(60)
/** How far the last steps turn to where one will face, each. */
const WITH_LAST_STEPS = radians(40)
/** How far a foot turns beyond the other: outward, and inward over it. */
const OPENING = radians(74)
const CLOSING = radians(30)
/** Length of the last step against the others, and by how much the others may be longer in all than one takes them. */
const LAST_STEP = 0.7
const OVERLONG = 0.2
/** Feet of someone who walks pass nearer to each other than they stand. */
const WALKING_WIDTH = 0.5
/** Weight taken off a foot: walking, and on the spot. */
const WALKING_SHIFT = 0.4
const STANDING_SHIFT = 0.55
/** What is left of the chord that hips sink by. */
const DIP = 0.85
/** The same foot may step again after this, ticks. */
const AGAIN = 12

/** One foot goes to where it belongs in a pose of the body. */
type Tread = { readonly foot: Foot; readonly pose: Place; readonly walking: boolean }
/** Poses of the body that the two feet stand for. */
type Poses = [Place, Place]

/**
 * Plans the steps to a place: turns on the spot if it lies behind, walks there, and turns to face as asked.
 *
 * @returns  In order; none where the actor stands there already. The body ends at the goal, the feet at ease.
 */
export function planWalk(request: WalkRequest): readonly Step[] {
  return timeTreads(request, planTreads(request))
}

function planTreads({ body, feet, goal, stance, leg, pace, last }: WalkRequest): Tread[] {
  const treads: Tread[] = []
  const poses: Poses = [poseOf(feet[0], stance[0]), poseOf(feet[1], stance[1])]
  const length = stepLength(leg, pace)
  const [dx, dz] = [goal.x - body.x, goal.z - body.z]
  const distance = hypot2(dx, dz)
  const after: Foot | undefined = last === undefined ? undefined : other(last.foot)
  const faceGoal = (yaw: number) => ({ ...goal, yaw: yaw + wrapAngle(goal.yaw - yaw) })
  if (distance < NEARBY * length) {
    shiftTo(treads, poses, body, faceGoal(body.yaw), after ?? nearerFoot(body, goal), length * ASIDE)
    return treads
  }
  const heading = body.yaw + wrapAngle(atan2(dx, dz) - body.yaw)
  const turn = heading - body.yaw
  if (Math.abs(turn) > SET_OUT) {
    const yaw = heading - Math.sign(turn) * WITH_FIRST_STEPS
    stepInto(treads, poses, { ...body, yaw }, turn > 0 ? 0 : 1)
  }
  walkAlong(treads, poses, { body, heading, distance, length, goal: faceGoal(heading), after })
  stepInto(treads, poses, faceGoal(heading), other(treads.at(-1)!.foot))
  return treads
}

const other = (foot: Foot): Foot => (foot === 0 ? 1 : 0)

/** The pose of a body whose foot stands in a place. */
function poseOf(print: Place, own: Place): Place {
  const yaw = print.yaw - own.yaw
  return placeAgainst({ x: print.x, z: print.z, yaw }, { x: -own.x, z: -own.z, yaw: 0 })
}

/** The foot on the side of the goal, or, where that lies before or behind, by the turn to be made. */
function nearerFoot(body: Place, goal: Place): Foot {
  const aside = (goal.x - body.x) * cos(body.yaw) - (goal.z - body.z) * sin(body.yaw)
  const turn = wrapAngle(goal.yaw - body.yaw)
  return (Math.abs(aside) > 0.02 ? aside : turn) > 0 ? 0 : 1
}

/** Steps to a near place without turning to it: one foot, then the other. */
function shiftTo(treads: Tread[], poses: Poses, body: Place, goal: Place, first: Foot, longest: number): void {
  const pairs = Math.max(1, Math.ceil(hypot2(goal.x - body.x, goal.z - body.z) / longest))
  for (let i = 1; i <= pairs; i++) stepInto(treads, poses, between(body, goal, i / pairs), first)
}

/** Both feet step by turns until they stand for a pose; neither turns far beyond the other. */
function stepInto(treads: Tread[], poses: Poses, goal: Place, first: Foot): void {
  for (let foot = first; !(isSame(poses[0], goal) && isSame(poses[1], goal)); foot = other(foot)) {
    const beside = poses[other(foot)].yaw
    const turn = goal.yaw - beside
    const isOutward = turn > 0 === (foot === 0)
    const limit = isOutward ? OPENING : CLOSING
    const pose = { ...goal, yaw: Math.abs(turn) <= limit ? goal.yaw : beside + Math.sign(turn) * limit }
    if (isSame(pose, poses[foot])) continue
    treads.push({ foot, pose, walking: false })
    poses[foot] = pose
  }
}

const isSame = (a: Place, b: Place): boolean =>
  Math.abs(a.x - b.x) < 1e-4 && Math.abs(a.z - b.z) < 1e-4 && Math.abs(a.yaw - b.yaw) < 1e-4

type Way = {
  readonly body: Place
  readonly heading: number
  readonly distance: number
  readonly length: number
  readonly goal: Place
  readonly after: Foot | undefined
}

/** Walks in a straight line; the last of these steps arrives with one foot. */
function walkAlong(treads: Tread[], poses: Poses, { body, heading, distance, length, goal, after }: Way): void {
  const [s, c] = [sin(heading), cos(heading)]
  const ahead = (pose: Place) => (pose.x - body.x) * s + (pose.z - body.z) * c
  const front = clamp(Math.max(ahead(poses[0]), ahead(poses[1])), 0, length)
  const count = Math.max(1, Math.ceil((distance - front) / length + 1 - LAST_STEP - OVERLONG))
  const stride = (distance - front) / (count - 1 + LAST_STEP)
  const behind: Foot = ahead(poses[0]) <= ahead(poses[1]) ? 0 : 1
  const turn = heading - (poses[0].yaw + poses[1].yaw) / 2
  let foot: Foot = treads.length > 0 ? other(treads.at(-1)!.foot) : (after ?? firstFoot(turn, behind))
  for (let i = 1; i <= count; i++) {
    const along = i === count ? distance : front + stride * i
    const into = i === 1 ? turn * 0.4 : 0
    const out = i === count ? clamp(goal.yaw - heading, -WITH_LAST_STEPS, WITH_LAST_STEPS) : 0
    const pose = { x: body.x + s * along, z: body.z + c * along, yaw: heading - into + out }
    treads.push({ foot, pose, walking: true })
    poses[foot] = pose
    foot = other(foot)
  }
}

/** Who turns sets out with the foot of that side; else with the one that stands behind. */
const firstFoot = (turn: number, behind: Foot): Foot => (Math.abs(turn) < radians(15) ? behind : turn > 0 ? 0 : 1)

const between = (a: Place, b: Place, share: number): Place => ({
  x: a.x + (b.x - a.x) * share,
  z: a.z + (b.z - a.z) * share,
  yaw: a.yaw + (b.yaw - a.yaw) * share,
})

/** Puts treads on the clock, and lets the body go along to the middle of where both feet belong. */
function timeTreads(request: WalkRequest, treads: readonly Tread[]): Step[] {
  const { stance, leg, pace, last } = request
  const timings = { walk: walkTiming(leg, pace), spot: onTheSpotTiming(leg, pace) }
  const prints: [Place, Place] = [...request.feet]
  const poses: Poses = [poseOf(prints[0], stance[0]), poseOf(prints[1], stance[1])]
  let body = request.body
  let before = last
  return treads.map(({ foot, pose, walking }, i) => {
    const timing = walking ? timings.walk : timings.spot
    const from = prints[foot]
    const isPassing = walking && i < treads.length - 1 && treads[i + 1]!.walking
    const to = placeAgainst(pose, isPassing ? narrowed(stance[foot]) : stance[foot])
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
      move,
      roll: rollOf(from, to, stepLength(leg, 1)),
      strike: walking ? rollOf(prints[other(foot)], to, stepLength(leg, 1) / 2) : 0,
      dip: dipOf(to, prints[other(foot)], leg),
      shift: walking ? WALKING_SHIFT : STANDING_SHIFT,
    }
    before = step
    return step
  })
}

const narrowed = ({ x, z, yaw }: Place): Place => ({ x: x * WALKING_WIDTH, z, yaw })

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

/** Legs apart reach less high, by the chord of their length; heel and toes give back a part of it. */
function dipOf(a: Place, b: Place, leg: number): number {
  const half = hypot2(a.x - b.x, a.z - b.z) / 2
  return DIP * (leg - Math.sqrt(Math.max(0, leg * leg - half * half)))
}
