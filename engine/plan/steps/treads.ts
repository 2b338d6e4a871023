import { cos, hypot2, sin } from '../../core/math/ops.ts'
import { clamp, radians, wrapAngle } from '../../core/math/scalar.ts'
import { placeAgainst } from './stances.ts'
import type { Foot, Place } from './step.ts'
import { metresAlong, placeAlong, type Way } from './way.ts'

/** One foot goes to where it belongs in a pose of the body. */
export type Tread = { readonly foot: Foot; readonly pose: Place; readonly walking: boolean }
/** Poses of the body that the two feet stand for. */
export type Poses = [Place, Place]

/** How far a foot turns beyond the other: outward, and inward over it. Two hips share it. */
const OPENING = radians(66)
const CLOSING = radians(35)
/** The same as a walk arrives: a foot that opens further as it lands would be in the other's way. */
const OPENING_AT_END = radians(40)
/** Who is turned from the way by more than this steps on the spot: outward, and inward, where the other foot is in the way. */
const ON_THE_SPOT = radians(62)
const CLOSING_ON_THE_SPOT = radians(20)
/** Length of the last step against the others. */
const LAST_STEP = 0.7
/** Whoever turns on the spot gets so far with it, step lengths. */
const ON_THE_WAY = [0.3, 0]
/** Who sets out turned from the way, or from a foot that is, takes a shorter first step: this share of it at least. */
const LEAST_SHARE = 0.4
/** Steps are longer than one takes them by this much at most. */
const OVERLONG = 0.08
/** Setting out with the other foot is worth half a step. */
const OTHER_FOOT = 0.5
/** Steps that are shorter or longer than one takes them are worth this share of a step, for each length. */
const UNEVEN = 0.6
/**
 * Crossing over: each radian by which a foot closes over the one that stands is worth so many steps. The hips go off beyond
 * the reach of the leg left behind, so whoever can sets out with the foot on the inner side of the turn.
 *
 * @source  M. Taylor, P. Dabnichki, S. Strike, "A three-dimensional biomechanical comparison between turning strategies
 *          during the stance phase of walking", Human Movement Science 24 (2005): step turns are easier than spin turns.
 */
const CROSSING = 4

/** Each metre of room that feet lack beside each other is worth so many steps. */
const CRAMPED = 60

export const other = (foot: Foot): Foot => (foot === 0 ? 1 : 0)

/** The pose of a body whose foot stands in a place. */
export function poseOf(print: Place, own: Place): Place {
  const yaw = print.yaw - own.yaw
  return placeAgainst({ x: print.x, z: print.z, yaw }, { x: -own.x, z: -own.z, yaw: 0 })
}

/** Steps to a near place without turning to it, as often both feet as none goes further than the longest. */
export function shiftTo(from: Poses, body: Place, goal: Place, longest: number, after: Foot | undefined): Tread[] {
  const poses: Poses = [...from]
  const treads: Tread[] = []
  const first = after ?? nearerFoot(body, goal)
  const pairs = Math.max(1, Math.ceil(hypot2(goal.x - body.x, goal.z - body.z) / longest))
  for (let i = 1; i <= pairs; i++) stepInto(treads, poses, between(body, goal, i / pairs), first)
  return treads
}

/** The foot on the side of the goal, or, where that lies before or behind, by the turn to be made. */
function nearerFoot(body: Place, goal: Place): Foot {
  const aside = (goal.x - body.x) * cos(body.yaw) - (goal.z - body.z) * sin(body.yaw)
  return (Math.abs(aside) > 0.02 ? aside : goal.yaw - body.yaw) > 0 ? 0 : 1
}

export type Walking = {
  readonly poses: Poses
  readonly body: Place
  readonly way: Way
  /** Which way to face at its end. */
  readonly yaw: number
  /** Of a step, metres. */
  readonly length: number
  /** The foot whose turn it is; undefined while both stand. */
  readonly next: Foot | undefined
  /** How much room the feet of treads lack beside each other, metres in all. */
  readonly lack: (treads: readonly Tread[]) => number
}

/** Walks along a way and turns to face as asked: of all ways to set out and to share the steps, the one with fewest. */
export function walkAlong(walking: Walking): readonly Tread[] {
  const { next, body, way, poses, length } = walking
  const turn = wrapAngle(placeAlong(way, 0).yaw - body.yaw)
  const usual = next ?? firstFoot(turn, way, poses)
  const count = Math.max(1, Math.ceil(way.length / length - OVERLONG))
  let best: readonly Tread[] = []
  let least = Number.POSITIVE_INFINITY
  for (const first of next === undefined ? [usual, other(usual)] : [usual]) {
    for (const steps of [count - 1, count, count + 1]) {
      for (const share of ON_THE_WAY) {
        const tried = steps < 1 ? undefined : tryWalk(walking, first, steps, share)
        if (tried === undefined) continue
        const cost = tried.cost + (first === usual ? 0 : OTHER_FOOT)
        if (cost >= least) continue
        least = cost
        best = tried.treads
      }
    }
  }
  return best
}

/** Who turns sets out with the foot of that side; else with the one that stands behind. */
function firstFoot(turn: number, way: Way, poses: Poses): Foot {
  if (Math.abs(turn) >= radians(15)) return turn > 0 ? 0 : 1
  return metresAlong(way, poses[0]) <= metresAlong(way, poses[1]) ? 0 : 1
}

/** A walk of so many steps, begun with one foot; undefined where they would be too long. */
function tryWalk({ poses: from, way, yaw, length, lack }: Walking, first: Foot, count: number, onTheWay: number) {
  const poses: Poses = [...from]
  const treads: Tread[] = []
  const turning = Math.min(length, way.length) * onTheWay
  let foot = turnOnTheSpot(treads, poses, placeAlong(way, turning), first)
  const front = treads.length > 0 ? turning : 0
  const setOut = treadYaw(foot, poses, placeAlong(way, front).yaw)
  const left = wrapAngle(placeAlong(way, front).yaw - poses[other(foot)].yaw)
  const firstShare = (count === 1 ? LAST_STEP : 1) * Math.max(LEAST_SHARE, cos(setOut.off)) * (1 + cos(left)) * 0.5
  const shares = count === 1 ? firstShare : firstShare + (count - 2) + LAST_STEP
  const stride = (way.length - front) / shares
  if (stride > length * (1 + OVERLONG)) return undefined
  let along = front
  let crossed = 0
  for (let i = 1; i <= count; i++) {
    const isLast = i === count
    const share = i === 1 ? firstShare : 1
    along = isLast ? way.length : along + stride * share
    const place = placeAlong(way, along)
    const heading = near(poses[other(foot)].yaw, place.yaw)
    const opening = foot === 0 ? [-CLOSING, OPENING_AT_END] : [-OPENING_AT_END, CLOSING]
    const faced = isLast ? heading + clamp(near(heading, yaw) - heading, opening[0]!, opening[1]!) : heading
    const pose = { ...place, yaw: treadYaw(foot, poses, faced).yaw }
    if (!isLast) crossed += Math.max(0, (foot === 0 ? -1 : 1) * (pose.yaw - poses[other(foot)].yaw))
    treads.push({ foot, pose, walking: true })
    poses[foot] = pose
    foot = other(foot)
  }
  const end = placeAlong(way, way.length)
  stepInto(treads, poses, { ...end, yaw: near(poses[other(foot)].yaw, yaw) }, foot)
  const cost =
    treads.length + UNEVEN * Math.abs(stride / length - 1) * count + CRAMPED * lack(treads) + CROSSING * crossed
  return { treads, cost }
}

/** Steps on the spot until the way lies ahead of the foot whose turn it is; tells which that is. */
function turnOnTheSpot(treads: Tread[], poses: Poses, at: Place, first: Foot): Foot {
  let foot = first
  for (;;) {
    const { yaw, off, isOutward } = treadYaw(foot, poses, at.yaw)
    if (Math.abs(off) <= (isOutward ? ON_THE_SPOT : CLOSING_ON_THE_SPOT)) return foot
    const pose = { ...at, yaw }
    treads.push({ foot, pose, walking: false })
    poses[foot] = pose
    foot = other(foot)
  }
}

/** How a foot comes down that should face one way, beside the other, and how far it is off that. */
function treadYaw(foot: Foot, poses: Poses, wanted: number): { yaw: number; off: number; isOutward: boolean } {
  const beside = poses[other(foot)].yaw
  const turn = near(beside, wanted) - beside
  const isOutward = turn > 0 === (foot === 0)
  const limit = isOutward ? OPENING : CLOSING
  const yaw = beside + clamp(turn, -limit, limit)
  return { yaw, off: beside + turn - yaw, isOutward }
}

/** The same direction as an angle within half a turn of another. */
export const near = (yaw: number, wanted: number): number => yaw + wrapAngle(wanted - yaw)

/** Both feet step by turns until they stand for a pose; neither turns far beyond the other. */
function stepInto(treads: Tread[], poses: Poses, goal: Place, first: Foot): void {
  for (let foot = first; !(isSame(poses[0], goal) && isSame(poses[1], goal)); foot = other(foot)) {
    const pose = { ...goal, yaw: treadYaw(foot, poses, goal.yaw).yaw }
    if (isSame(pose, poses[foot])) continue
    treads.push({ foot, pose, walking: false })
    poses[foot] = pose
  }
}

const isSame = (a: Place, b: Place): boolean =>
  Math.abs(a.x - b.x) < 1e-4 && Math.abs(a.z - b.z) < 1e-4 && Math.abs(wrapAngle(a.yaw - b.yaw)) < 1e-4

export const between = (a: Place, b: Place, share: number): Place => ({
  x: a.x + (b.x - a.x) * share,
  z: a.z + (b.z - a.z) * share,
  yaw: a.yaw + (b.yaw - a.yaw) * share,
})
