import { TICK_RATE } from '../../core/clock.ts'
import { conjugate, multiply, rotateVector, slerp } from '../../core/math/quat.ts'
import { leastJerk, lerp } from '../../core/math/scalar.ts'
import { addScaledVec3, addVec3, subtractVec3 } from '../../core/math/vec3.ts'
import { aimHand } from '../../pose/aim-hand.ts'
import { clearHand, placeBody } from '../../pose/clear-body.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import type { Carried, HandReach } from '../../pose/hand-reach.ts'
import { moveHand } from '../../pose/move-hand.ts'
import { turnHand } from '../../pose/turn-hand.ts'
import { POSE_STRIDE } from '../components.ts'
import type { GestureCue } from '../cues.ts'
import type { GazeTarget } from '../gaze.ts'
import { gesturePresence, gestureSeconds } from '../gesture-clock.ts'
import { CHEST, CONTACT_STRIDE } from '../gesture-contacts.ts'
import { armShare } from '../hold-clock.ts'
import { findPlace } from '../pointing.ts'
import { leftByClips } from '../repose.ts'
import { createSeatedPose, readSeated } from '../seat.ts'
import type { World } from '../world.ts'

/** Time in which a hand that has landed is held to what moves beneath it, and in which it is let go. Seconds. */
const CLINGING = 0.2
/** A hand that is moved by less is where it should be, metres. */
const STILL = 1e-6

/** How far the arm that points is stretched, as shares of its length, by intensity. */
const LEAST_STRETCH = 0.78
const MOST_STRETCH = 0.94

/** How far over the thighs palms come before they go down on them, and arch over them there, fingers resting, metres. */
const OVER_LAP = 0.11
const ARCH = 0.03

const LEFT = 0
const RIGHT = 3

const placed = createPlacedBones()
const seated = createSeatedPose()
/** How far both hands are moved, metres in the actor's space. */
const moved = new Float64Array(6)
/** How far both hands are meant to touch, [0, 1]. */
const touching = new Float64Array(2)
const part = new Float64Array(3)
const point = new Float64Array(3)
const aimed = new Float32Array(3)
const NO_TURN = [0, 0, 0, 1]
const turn = new Float64Array(4)
const back = new Float64Array(4)
const authoredPart = new Float64Array(3)
const authoredPoint = new Float64Array(3)

/** Lands hands on what they touch or point at, and keeps them out of body and face. */
export function guideHands(world: World): void {
  const { Actor, Pose, Timeline } = world.components
  for (const e of world.lists.actors) {
    const { rest, reach } = world.catalogue.rigs.get(Actor.avatar[e]!)!
    const row = e * POSE_STRIDE
    placeBones(placed, rest, Pose.rotations, row, Pose.hips, e * 3)
    moved.fill(0)
    touching.fill(0)
    if (world.components.Footing.seated[e] !== undefined) layInLap(world, e, reach)
    for (const cue of Timeline.gestures[e]!)
      if (cue.start <= world.tick) {
        if (cue.aim === undefined) touch(cue, world.tick, reach)
        else aim(world, e, cue, cue.aim, reach)
      }
    placeBody(reach.body, placed)
    for (let at = LEFT; at <= RIGHT; at += 3) {
      const arm = at === LEFT ? reach.arms[0] : reach.arms[1]
      clearHand(moved, at, arm, placed, reach.body, touching[at / 3]!)
      if (Math.abs(moved[at]!) + Math.abs(moved[at + 1]!) + Math.abs(moved[at + 2]!) > STILL)
        moveHand(Pose.rotations, row, arm, placed, moved, at)
    }
  }
}

/** Lays the hands of someone who sits on its thighs, by as much as no gesture, no clip and no prop has them. */
function layInLap(world: World, e: number, { arms }: HandReach): void {
  readSeated(seated, world, e)
  for (let at = LEFT; at <= RIGHT; at += 3) {
    const side = at === LEFT ? 0 : 1
    let share = seated.overLap * leftByClips(world, e, side)
    for (const cue of world.components.Timeline.gestures[e]!) {
      const { gesture, start, taken } = cue
      if (gesture.arms[side] && start <= world.tick && world.tick < taken[side]!)
        share *= 1 - gesturePresence(cue, world.tick, taken[side]!)
    }
    for (const cue of world.components.Timeline.holds[e]!) if (cue.side === side) share *= 1 - armShare(cue, world.tick)
    // A hand that leaves for a gesture rises from the thigh before it goes its way.
    const lying = seated.inLap * share
    const arm = side === 0 ? arms[0] : arms[1]
    placeCarried(part, arm.parts.palm)
    placeCarried(point, arm.points.near.lap)
    point[1] = point[1]! + lerp(OVER_LAP, ARCH, lying)
    subtractVec3(point, 0, point, 0, part, 0)
    addScaledVec3(moved, at, moved, at, point, 0, share)
    touching[side] = lying
  }
}

/** Aims the arm of a gesture that points. */
function aim(world: World, e: number, cue: GestureCue, target: GazeTarget, reach: HandReach): void {
  const { gesture, taken, intensity } = cue
  for (let at = LEFT; at <= RIGHT; at += 3) {
    const side = at / 3
    if (!gesture.arms[side] || world.tick >= taken[side]!) continue
    findPlace(aimed, world, e, target)
    const presence = gesturePresence(cue, world.tick, taken[side]!)
    const stretch = lerp(LEAST_STRETCH, MOST_STRETCH, intensity)
    const arm = side === 0 ? reach.arms[0] : reach.arms[1]
    aimHand(moved, at, turn, arm, placed, aimed, stretch, presence)
    turnHand(placed, arm.end, turn)
  }
}

/** Moves the hands of a gesture that touches to where it does; what those before it asked of its arms fades. */
function touch(cue: GestureCue, tick: number, reach: HandReach): void {
  const { gesture, taken } = cue
  for (let at = LEFT; at <= RIGHT; at += 3) {
    const side = at / 3
    if (!gesture.arms[side] || tick >= taken[side]!) continue
    const presence = gesturePresence(cue, tick, taken[side]!)
    for (let k = at; k < at + 3; k++) moved[k] = moved[k]! * (1 - presence)
    // What leaves one touch for another gesture is near the skin for a while: pushed off at once, it would jerk.
    touching[side] = touching[side]! * (1 - presence * presence)
    for (let i = 0; i < gesture.touches.length; i++)
      if (gesture.touches[i]!.hand === (at === LEFT ? 'left' : 'right')) land(cue, i, at, presence, reach, tick)
  }
}

/**
 * Moves a hand so that its authored path ends where it touches this body, and holds it there while it does. The whole
 * path is moved, from the preparation on, so that the hand comes and goes as it was authored.
 */
function land(cue: GestureCue, i: number, at: number, presence: number, { arms }: HandReach, tick: number): void {
  const { from, to, by, on, across } = cue.gesture.touches[i]!
  const [arm, other] = at === LEFT ? [arms[0], arms[1]] : [arms[1], arms[0]]
  const seconds = gestureSeconds(cue, tick)
  turnPalm(arm.end, cue.contacts, i * CONTACT_STRIDE + 6, presence)
  placeCarried(part, arm.parts[by])
  addVec3(part, 0, part, 0, moved, at)
  placeOnChest(authoredPart, cue.contacts, i * CONTACT_STRIDE)
  if (on === 'otherHand') {
    placeCarried(point, other.parts.palm)
    addVec3(point, 0, point, 0, moved, RIGHT - at)
    placeOnChest(authoredPoint, cue.contacts, i * CONTACT_STRIDE + 3)
  } else {
    placeCarried(point, arm.points[across ? 'across' : 'near'][on])
    authoredPoint.set(point)
  }
  const isNear = isClose(seconds, from, to) * (1 - hasLetGo(cue, tick))
  const clings = cue.gesture.repeat === undefined ? isNear : 0
  if (on !== 'otherHand') touching[at / 3] = touching[at / 3]! + presence * isNear
  for (let k = 0; k < 3; k++) {
    const path = authoredPoint[k]! - authoredPart[k]!
    const rest = point[k]! - part[k]! - path
    moved[at + k] = moved[at + k]! + (path + rest * clings) * presence
  }
}

/** How closely a hand is at what it touches, [0, 1]. It is held to it, but where it meets it again and again. */
const isClose = (seconds: number, from: number, to: number): number =>
  seconds < to ? leastJerk((seconds - from + CLINGING) / CLINGING) : leastJerk((to + CLINGING - seconds) / CLINGING)

/** How far an interrupted hand has come off what it touched: straight off the skin, before it goes back. [0, 1] */
const hasLetGo = ({ released }: GestureCue, tick: number): number =>
  leastJerk((tick - released) / (CLINGING * TICK_RATE))

/** Turns a hand about its wrist by a share of a turn that is told in the axes of the upper chest. */
function turnPalm(hand: number, turns: Float64Array, at: number, share: number): void {
  slerp(turn, 0, NO_TURN, 0, turns, at, share)
  multiply(turn, 0, placed.rotations, CHEST * 4, turn, 0)
  conjugate(back, 0, placed.rotations, CHEST * 4)
  multiply(turn, 0, turn, 0, back, 0)
  turnHand(placed, hand, turn)
}

/** out = where a point has been carried by its bone. */
function placeCarried(out: Float64Array, { bone, from }: Carried): void {
  rotateVector(out, 0, placed.rotations, bone * 4, from, 0)
  addVec3(out, 0, out, 0, placed.positions, bone * 3)
}

/** out = a place told from the upper chest. */
function placeOnChest(out: Float64Array, places: Float64Array, at: number): void {
  rotateVector(out, 0, placed.rotations, CHEST * 4, places, at)
  addVec3(out, 0, out, 0, placed.positions, CHEST * 3)
}
