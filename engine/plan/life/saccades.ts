import { cos, log, sin } from '../../core/math/ops.ts'
import { radians } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import type { ActingState } from '../acting.ts'
import { type GazeHabit, gazeHabit } from './gaze-habit.ts'
import type { Habits } from './habits.ts'
import { HEAD_BACK } from './head-motion.ts'
import { drawDuration, EPOCH, type Spread } from './renewals.ts'
import { chooseRoomLook, type Place } from './room-looks.ts'

/** The eyes rest on one place, from a time until the next fixation. */
export type Fixation = {
  /** Seconds from the epoch's start. */
  readonly at: number
  /** Radians from the target; positive is to the actor's left, and down. */
  readonly yaw: number
  readonly pitch: number
  readonly isAway: boolean
}

const DEGREE = radians(1)

/** Nearer than this the eyes still rest on the face. */
const NEAREST_AWAY = 3.5 * DEGREE
/** On a face the eyes move among its eyes and mouth, as seen from 1.5 m; one or two moves a second. */
const FACE_PLACES: readonly (readonly [number, number])[] = [
  [1 * DEGREE, -0.2 * DEGREE],
  [-1 * DEGREE, -0.2 * DEGREE],
  [0, 1.6 * DEGREE],
]
const FACE_DWELL: Spread = { mean: 0.75, sigma: 0.5, min: 0.25, max: 2.5 }
const FACE_JITTER = 0.3 * DEGREE
/** How far the eyes move about on a thing in the room. */
const THING_SIZE = 1.6 * DEGREE

/** An epoch ends on the face for at least this long: the head has followed the eyes back by then. Seconds. */
const SEAM = 0.6

/** The eyes go nowhere for less than this; the longest saccade is over by then. Seconds. */
const SHORTEST_FIXATION = 0.15

/** A saccade of no size and each radian more, seconds. Source: Eyes Alive, 25 ms and 2.4 ms a degree. */
const SACCADE_BASE = 0.025
const SACCADE_PER_RADIAN = 0.0024 / DEGREE

/** Seconds a saccade takes. */
export const saccadeDuration = (angle: number): number => SACCADE_BASE + SACCADE_PER_RADIAN * angle

/** Whose eyes, doing what. */
export type Gazer = {
  readonly seed: number
  readonly actor: string
  readonly state: ActingState
  readonly habits: Habits
}

/**
 * Where the eyes rest through one epoch.
 *
 * @returns  Ascending. The first is at 0 and equals the last of the epoch before, so that epochs join without a jump.
 */
export function fixationsInEpoch({ seed, actor, state, habits }: Gazer, epoch: number): Fixation[] {
  const habit = gazeHabit(state, habits)
  const stream = `gaze/${actor}/${state}/${epoch}`
  const seam = EPOCH - Math.max(SEAM, habit.mutual.min)
  const fixations = [seamFixation(seed, actor, state, epoch, 0)]
  // The first look is met somewhere on its way.
  let at = SHORTEST_FIXATION + drawDuration(habit.mutual, seed, `${stream}/mutual`, 0) * random(seed, stream, 0)
  let isAway = false
  let thing = -1
  restOnFace(fixations, Math.min(at, seam), seed, stream)
  for (let span = 1; at < seam; span++) {
    isAway = !isAway
    const length = drawDuration(
      isAway ? habit.away : habit.mutual,
      seed,
      `${stream}/${isAway ? 'away' : 'mutual'}`,
      span,
    )
    const end = Math.min(at + length, seam)
    if (isAway && end < seam - HEAD_BACK && random(seed, `${stream}/about`, span) < habit.about) {
      const look = chooseRoomLook(seed, actor, `${stream}/thing`, span, { lowered: habits.lowered, last: thing })
      thing = look.thing
      restOnThing(fixations, look, at, end, { dwell: habit.dwell, seed, stream })
    } else if (isAway) glanceAround(fixations, at, end, habit, seed, stream)
    else restOnFace(fixations, end, seed, stream, at)
    at = end
  }
  fixations.push(seamFixation(seed, actor, state, epoch + 1, seam))
  return fixations.filter(({ at }, i) => i === fixations.length - 1 || fixations[i + 1]!.at - at >= SHORTEST_FIXATION)
}

/** The place on the face at which an epoch begins and the one before it ends. */
function seamFixation(seed: number, actor: string, state: ActingState, epoch: number, at: number): Fixation {
  return placeOnFace(at, seed, `gaze/${actor}/${state}/seam`, epoch)
}

/** Small moves on the face from `from` (or from the last fixation on) to `end`. */
function restOnFace(fixations: Fixation[], end: number, seed: number, stream: string, from?: number): void {
  let at = from ?? drawDuration(FACE_DWELL, seed, `${stream}/rest`, 0)
  while (at < end) {
    fixations.push(placeOnFace(at, seed, `${stream}/face`, fixations.length))
    at += drawDuration(FACE_DWELL, seed, `${stream}/rest`, fixations.length)
  }
}

function placeOnFace(at: number, seed: number, stream: string, index: number): Fixation {
  const draw = (k: number) => random(seed, stream, 3 * index + k)
  const [yaw, pitch] = FACE_PLACES[Math.floor(draw(0) * FACE_PLACES.length)]!
  return {
    at,
    yaw: yaw + FACE_JITTER * (2 * draw(1) - 1),
    pitch: pitch + FACE_JITTER * (2 * draw(2) - 1),
    isAway: false,
  }
}

/** Small moves on something in the room. */
function restOnThing(
  fixations: Fixation[],
  { yaw, pitch }: Place,
  from: number,
  end: number,
  { dwell, seed, stream }: { readonly dwell: Spread; readonly seed: number; readonly stream: string },
): void {
  for (let at = from; at < end; at += drawDuration(dwell, seed, `${stream}/rest`, fixations.length)) {
    const draw = (k: number) => THING_SIZE * (2 * random(seed, `${stream}/onThing`, 2 * fixations.length + k) - 1)
    fixations.push({ at, yaw: yaw + draw(0), pitch: pitch + draw(1), isAway: true })
  }
}

/** One place after the other, away from the target, until `end`. */
function glanceAround(
  fixations: Fixation[],
  from: number,
  end: number,
  habit: GazeHabit,
  seed: number,
  stream: string,
): void {
  let at = from
  while (at < end) {
    const index = fixations.length
    const dwell = drawDuration(habit.dwell, seed, `${stream}/dwell`, index)
    fixations.push(placeAway(at, habit, seed, `${stream}/glance`, index))
    // A last place that would be left at once is not gone to.
    at = at + dwell > end - habit.dwell.min ? end : at + dwell
  }
}

function placeAway(at: number, habit: GazeHabit, seed: number, stream: string, index: number): Fixation {
  const octant = octantAt(habit.directions, random(seed, stream, 3 * index))
  // ±15° about the octant's middle, so that glances do not lie on spokes.
  const direction = radians(45 * octant + 30 * (random(seed, stream, 3 * index + 1) - 0.5))
  const size = glanceSize(random(seed, stream, 3 * index + 2), octant, habit)
  return { at, yaw: size * cos(direction), pitch: -size * sin(direction), isAway: true }
}

function octantAt(chances: readonly number[], draw: number): number {
  let left = draw
  for (let octant = 0; octant < chances.length - 1; octant++) {
    left -= chances[octant]!
    if (left < 0) return octant
  }
  return chances.length - 1
}

/** −6.9° × ln(P / 15.7) with P up to 15, bounded. Source: Eyes Alive. */
function glanceSize(draw: number, octant: number, { reach, sizes }: GazeHabit): number {
  const size = Math.min(reach, -6.9 * DEGREE * log((15 * (1 - draw)) / 15.7))
  return Math.max(NEAREST_AWAY, size * sizes[octant]!)
}
