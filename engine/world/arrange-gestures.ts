import { TICK_RATE } from '../core/clock.ts'
import type { Manner } from '../plan/manner.ts'
import type { RestPose } from '../pose/forward.ts'
import { handTravel } from '../pose/hand-travel.ts'
import type { Side } from '../rig/hand-poses.ts'
import { replacesBone } from '../tracks/fit-gesture.ts'
import { sideOfArm } from '../tracks/gesture.ts'
import { sampleRotation } from '../tracks/rotation-track.ts'
import { POSE_STRIDE } from './components.ts'
import { type GestureCue, NEVER } from './cues.ts'
import { readyAt, relaxAt, strokeEndAt } from './gesture-clock.ts'
import { GESTURE_RELEASE, letGo } from './lines.ts'

/** What gestures are arranged by: who makes them, and when it is. */
export type Arranging = {
  readonly tick: number
  readonly rest: RestPose
  /** Local rotations of a body at ease, POSE_STRIDE floats. */
  readonly ease: Float32Array
  readonly manner: Manner
}

const SIDES: readonly Side[] = ['left', 'right']

/** Top speeds of a hand that is prepared in haste, and of one that goes back, metres a second. No hand may pass 3. */
const PREPARATION_SPEED = 2.4
const RETRACTION_SPEED = 1.7
/** Top speed over mean speed on the path of least jerk. */
const PEAK = 1.875
/** Ticks in which a hand is brought to point, wherever that is: a way of 0.8 m. */
export const AIMING = 38
/** A head is turned up to this much faster than was authored. */
const HASTE = 0.6
/**
 * Hands go from one stroke to the next preparation where that follows within this time at a fluidity of 1; half of it,
 * 0.7 s, is what is usual. Seconds.
 *
 * @source  M. Thiebaux et al., "SmartBody: behavior realization for embodied conversational agents" (2008).
 */
const FLOW = 1.4

const here = new Float32Array(POSE_STRIDE)
const there = new Float32Array(POSE_STRIDE)

/**
 * Settles when each gesture begins and whom its arms go to next.
 *
 * Strokes land when they were asked for. So preparations begin early enough for the hands to be there in time, but not
 * before the stroke of the gesture before on the same arm is made; where that is too late, the stroke is late by as
 * little as possible. What has begun keeps its time, and gives an arm up to a gesture that was ordered at once.
 *
 * @param cues  What has begun first, then by their strokes.
 */
export function arrangeGestures(cues: readonly GestureCue[], arranging: Arranging): readonly GestureCue[] {
  const arranged: GestureCue[] = []
  /** The last gesture on each arm so far, an index of what is arranged. */
  const last: [number, number] = [-1, -1]
  for (const cue of cues) {
    const before = SIDES.map((_, side) => (cue.gesture.arms[side] ? arranged[last[side]!] : undefined))
    const placed = hasBegun(cue, arranging.tick) ? freed(cue, arranging.tick) : place(cue, before, arranging)
    for (const side of SIDES.keys()) {
      if (!cue.gesture.arms[side]) continue
      const earlier = arranged[last[side]!]
      if (earlier !== undefined && flows(earlier, placed, arranging)) {
        const until = Math.ceil(readyAt(placed))
        arranged[last[side]!] = taken(brokenOff(earlier, placed.start, until), side, until)
      }
      last[side] = arranged.length
    }
    arranged.push(placed)
  }
  return arranged.map(withEnd)
}

/** Whether a gesture moves already, or from this very tick on. One that was never arranged starts at NEVER. */
export const hasBegun = ({ start }: GestureCue, tick: number): boolean => start <= tick

/** The cue with its arms its own again. What was held for another begins to retract now. */
function freed(cue: GestureCue, tick: number): GestureCue {
  const [left, right] = cue.taken
  const free = { ...cue, taken: [left > tick ? NEVER : left, right > tick ? NEVER : right] as const }
  const held = Math.max(left === NEVER ? 0 : left, right === NEVER ? 0 : right) > tick
  const late = held ? Math.max(0, Math.ceil(tick - relaxAt(cue))) : 0
  return { ...free, hold: cue.hold + late, back: cue.back + late }
}

/** Finds when a gesture begins, and when its stroke lands. */
function place(cue: GestureCue, before: readonly (GestureCue | undefined)[], arranging: Arranging): GestureCue {
  const { gesture, tracks, asked } = cue
  const { tick, manner } = arranging
  const { sync } = gesture
  const atOnce = asked === NEVER
  const earliest = Math.max(tick, ...before.map((one) => freeFrom(one, atOnce, tick)))
  const least = preparationTicks(cue, before, arranging)
  const wanted = Math.max(least, (sync.ready * TICK_RATE) / manner.tempo)
  const toStroke = (sync.stroke - sync.ready) * TICK_RATE
  const start = atOnce ? earliest : Math.max(earliest, Math.floor(asked - toStroke - wanted))
  const stroke = atOnce ? Math.ceil(start + wanted + toStroke) : Math.max(asked, Math.ceil(start + least + toStroke))
  const placed = { ...cue, start, stroke, hold: holdOf({ ...cue, stroke }), taken: [NEVER, NEVER] as const }
  poseAt(here, tracks, gesture.sync.relax, cue, arranging.ease)
  const retraction = Math.max(
    ((sync.end - sync.relax) * TICK_RATE) / manner.tempo,
    ticksOfTravel(here, arranging.ease, cue, arranging.rest, RETRACTION_SPEED),
  )
  return { ...placed, back: Math.ceil(relaxAt(placed) + retraction) }
}

/** Ticks for which a gesture must be held to last as long as it was asked to; one that goes round does so in whole rounds. */
function holdOf(cue: GestureCue): number {
  if (cue.until === NEVER) return 0
  const missing = Math.max(0, Math.round(cue.until - strokeEndAt(cue)))
  const { repeat } = cue.gesture
  if (repeat === undefined) return missing
  const round = (repeat.to - repeat.from) * TICK_RATE
  return Math.round(missing / round) * round
}

/** Tick from which an arm may be prepared for something else: the stroke of what it does is made, or broken off. */
function freeFrom(before: GestureCue | undefined, atOnce: boolean, tick: number): number {
  const isFree = before === undefined || before.released <= tick || (atOnce && hasBegun(before, tick))
  return isFree ? tick : Math.ceil(strokeEndAt(before))
}

/** Fewest ticks in which the hands get from where they are to where the stroke begins. */
function preparationTicks(
  cue: GestureCue,
  before: readonly (GestureCue | undefined)[],
  { ease, rest }: Arranging,
): number {
  const { gesture, tracks } = cue
  poseAt(there, tracks, gesture.sync.ready, cue, ease)
  const authored = gesture.sync.ready * TICK_RATE * HASTE
  let ticks = cue.aim === undefined ? authored : Math.max(authored, AIMING)
  for (const [side, one] of before.entries()) {
    if (!gesture.arms[side]) continue
    if (one === undefined) here.set(ease)
    else poseAt(here, one.tracks, one.gesture.sync.strokeEnd, one, ease)
    ticks = Math.max(ticks, travelTicks(handTravel(rest, here, there, SIDES[side]!), PREPARATION_SPEED))
  }
  return ticks
}

function ticksOfTravel(from: Float32Array, to: Float32Array, cue: GestureCue, rest: RestPose, speed: number): number {
  return Math.max(
    0,
    ...SIDES.map((side, i) => (cue.gesture.arms[i] ? travelTicks(handTravel(rest, from, to, side), speed) : 0)),
  )
}

/** Ticks for a way, metres, at a top speed. */
const travelTicks = (way: number, speed: number): number => Math.ceil((PEAK * way * TICK_RATE) / speed)

/** Writes the body at ease with the arms as a gesture has them at a moment of its clock, seconds. */
function poseAt(out: Float32Array, tracks: GestureCue['tracks'], seconds: number, cue: GestureCue, ease: Float32Array) {
  out.set(ease)
  for (const track of tracks) {
    if (replacesBone(cue.gesture, track.bone)) sampleRotation(out, track.bone * 4, track, seconds)
  }
}

/** A gesture whose stroke another one does not wait for lets go with head and trunk too. */
const brokenOff = (cue: GestureCue, tick: number, until: number): GestureCue =>
  strokeEndAt(cue) > until ? letGo(cue, tick, GESTURE_RELEASE) : cue

/** Whether an arm goes from one gesture to the next without a rest between. One that retracts already goes on to. */
function flows(earlier: GestureCue, next: GestureCue, { tick, manner }: Arranging): boolean {
  const relax = relaxAt(earlier)
  if (earlier.released <= tick || relax < tick) return false
  return next.start - relax <= FLOW * manner.fluidity * TICK_RATE
}

const taken = (cue: GestureCue, side: number, tick: number): GestureCue => ({
  ...cue,
  taken: side === 0 ? [tick, cue.taken[1]] : [cue.taken[0], tick],
})

/** An arm that another gesture takes is held until then, however late that is. */
const endOfArm = ({ taken, back }: GestureCue, side: number): number => (taken[side] === NEVER ? back : taken[side]!)

/** The cue with its end: when the last of what it moves is back, or another's. */
function withEnd(cue: GestureCue): GestureCue {
  const { gesture, tracks, back, released } = cue
  const ends = SIDES.flatMap((_, side) => (gesture.arms[side] ? endOfArm(cue, side) : []))
  const turnsMore = tracks.some(({ bone }) => !replacesBone(gesture, bone) || sideOfArm(bone) === undefined)
  const end = Math.max(...ends, turnsMore || ends.length === 0 ? back : 0)
  return { ...cue, end: released === NEVER ? end : Math.min(cue.end, end) }
}
