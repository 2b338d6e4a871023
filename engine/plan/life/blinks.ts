import { radians } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import { createTrack, type Track } from '../../tracks/track.ts'
import type { ActingState } from '../acting.ts'
import type { Keyframe } from './keyframes.ts'
import { EPOCH, momentsInEpoch, type Spread } from './renewals.ts'
import type { Gazer } from './saccades.ts'

/**
 * Blinks a minute.
 *
 * @source A. Bentivoglio et al., "Analysis of blink rate patterns in normal subjects", Movement Disorders 12(6), 1997:
 *         rest 17, conversation 26. Listening lies between, thinking below rest: our choice, no figure at hand.
 */
export const BLINKS_PER_MINUTE: Readonly<Record<ActingState, number>> = {
  idle: 17,
  listening: 20,
  thinking: 15,
  speaking: 26,
}

/** Share of blinks that are followed at once by a second. */
const DOUBLE_SHARE = 0.15
/** From a blink to its double, seconds. */
const DOUBLE_GAP: readonly [number, number] = [0.42, 0.48]
/** Spread of the gaps' logarithm; they are log-normal (Bentivoglio 1997). */
const GAP_SIGMA = 0.65
const SHORTEST_GAP = 0.9
const LONGEST_GAP = 14

/** Lids close faster than they open, and rest shut for a moment, at least one tick. Seconds. */
const CLOSING: readonly [number, number] = [0.075, 0.1]
const SHUT: readonly [number, number] = [0.02, 0.05]
const OPENING: readonly [number, number] = [0.15, 0.25]
/** Way of the lids: they start and arrive gently. Share of the time, closure. */
const CLOSING_PATH: readonly Keyframe[] = [
  [0, 0],
  [0.35, 0.3],
  [0.75, 0.85],
  [1, 1],
]
const OPENING_PATH: readonly Keyframe[] = [
  [0, 1],
  [0.15, 0.85],
  [0.45, 0.35],
  [0.75, 0.08],
  [1, 0],
]

/** A gaze shift of this angle always comes with a blink; smaller ones attract one that is due within a moment. Radians, seconds. */
export const BLINK_SHIFT = radians(30)
export const ATTRACTING_SHIFT = radians(9)
const SHIFT_PULL = 0.4

/** Longest blink, seconds. */
export const LONGEST_BLINK = CLOSING[1] + SHUT[1] + OPENING[1]

/**
 * When an actor blinks in one epoch.
 *
 * @returns  Seconds from the epoch's start, ascending; blinks never overlap.
 */
export function blinkTimes({ seed, actor, state, habits }: Gazer, epoch: number): number[] {
  const stream = `blink/${actor}/${state}`
  return momentsInEpoch(gapSpread(state, habits.blinks), seed, stream, epoch)
    .flatMap((at, index) => {
      const draw = random(seed, `${stream}/${epoch}/double`, index)
      if (draw >= DOUBLE_SHARE) return [at]
      return [at, at + between(DOUBLE_GAP, draw / DOUBLE_SHARE)]
    })
    .filter((at) => at < EPOCH - LONGEST_BLINK)
}

/**
 * Moves blinks that are due about the time of a large gaze shift to that shift, as lids and eyes are moved together.
 *
 * @param times   Ascending, without overlap; so is the result, of the same length.
 * @param shifts  Seconds at which the eyes jump far, ascending.
 * @source        C. Evinger et al., "Not looking while leaping: the linkage of blinking and saccadic gaze shifts", 1994.
 */
export function blinkWithShifts(times: readonly number[], shifts: readonly number[]): number[] {
  const moved: number[] = []
  for (const [i, at] of times.entries()) {
    const from = Math.max(at - SHIFT_PULL, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + LONGEST_BLINK)
    const to = Math.min(at + SHIFT_PULL, (times[i + 1] ?? EPOCH) - LONGEST_BLINK)
    moved.push(shifts.find((shift) => shift >= from && shift <= to) ?? at)
  }
  return moved
}

/** A blink by itself, from 0, for a gaze shift that the stage asks for. Each index is a little different. */
export function compileBlink(seed: number, actor: string, index: number): Track {
  return createTrack(blinkKeyframes(0, seed, `blink/${actor}/shift`, index), 'linear')
}

/**
 * Gaps between blinks, doubles counted as one, so that the rate with doubles is right.
 *
 * @param blinks  Somebody's blinks against an average person's.
 */
export function gapSpread(state: ActingState, blinks: number): Spread {
  const mean = (60 / (BLINKS_PER_MINUTE[state] * blinks)) * (1 + DOUBLE_SHARE)
  return { mean, sigma: GAP_SIGMA, min: SHORTEST_GAP, max: LONGEST_GAP }
}

/**
 * Keyframes of one blink.
 *
 * @param at     Seconds at which the lids begin to close.
 * @param index  Which blink of the stream; each is a little different.
 */
export function blinkKeyframes(at: number, seed: number, stream: string, index: number): Keyframe[] {
  const closing = between(CLOSING, random(seed, stream, 3 * index))
  const shut = between(SHUT, random(seed, stream, 3 * index + 1))
  const opening = between(OPENING, random(seed, stream, 3 * index + 2))
  const open = at + closing + shut
  return [
    ...CLOSING_PATH.map(([share, value]): Keyframe => [at + share * closing, value]),
    ...OPENING_PATH.map(([share, value]): Keyframe => [open + share * opening, value]),
  ]
}

const between = ([min, max]: readonly [number, number], share: number): number => min + (max - min) * share
