import { fractalNoise } from '../../core/math/noise.ts'
import { clamp, lerp, radians, smoothstep } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import type { Track } from '../../tracks/track.ts'
import type { ActingState } from '../acting.ts'
import { sampledTrack } from './keyframes.ts'
import type { Fixation } from './saccades.ts'

export type HeadSignal = 'headYaw' | 'headPitch' | 'headRoll'
export type FollowSignal = 'followYaw' | 'followPitch'

/** Keyframes a second. */
const HEAD_RATE = 15

/** Swings a second of the slowest octave, and size, radians, of a head that nobody holds still. */
const WANDERS: Readonly<Record<HeadSignal, { readonly swings: number; readonly size: number }>> = {
  headYaw: { swings: 0.17, size: radians(2.2) },
  headPitch: { swings: 0.2, size: radians(1.6) },
  headRoll: { swings: 0.13, size: radians(1.8) },
}
const OCTAVES = 3

/** Who listens holds the head stiller and who thinks moves it more. */
const LIVELINESS: Readonly<Record<ActingState, number>> = { idle: 1, listening: 0.8, thinking: 1.3, speaking: 1 }

/**
 * Now and then a head is held a little differently, and stays so: once in each slot, somewhere in its first part. Seconds,
 * and how far from the middle, radians.
 */
const SETTLE_SLOT = 9
const SETTLE_JITTER = 5
const SETTLE_TIME: readonly [number, number] = [0.6, 1.1]
const SETTLES: Readonly<Record<HeadSignal, number>> = {
  headYaw: radians(2.6),
  headPitch: radians(1.6),
  headRoll: radians(2.2),
}

/** The head goes this share of a glance when the eyes look away, and this one of what lies beyond it, radians. */
const FOLLOW_SHARE = 0.3
const GLANCE = radians(12)
const FOLLOW_SHARE_BEYOND = 0.75
/** It starts this much later and takes this long, longer for large turns. Seconds, and seconds a radian. */
const FOLLOW_DELAY = 0.08
const FOLLOW_TIME = 0.4
const FOLLOW_TIME_MORE = 1.3
/** A head is back by this long after the eyes, from wherever it was. Seconds. */
export const HEAD_BACK = 1.2

/**
 * The head's own small motion and the places it settles at, and what it follows the eyes with when they look away.
 *
 * @param fixations  Where the eyes rest around the window, on global seconds.
 */
export function compileHeadMotion(
  seed: number,
  actor: string,
  state: ActingState,
  fixations: readonly Fixation[],
  start: number,
  end: number,
): Record<HeadSignal | FollowSignal, Track> {
  const wander = (signal: HeadSignal) => (seconds: number) => {
    const { swings, size } = WANDERS[signal]
    const noise = size * fractalNoise(seed, `${signal}/${actor}`, seconds * swings, OCTAVES)
    return LIVELINESS[state] * (noise + settledAt(signal, seed, actor, seconds))
  }
  const sample = (at: (seconds: number) => number) => sampledTrack(0, end - start, HEAD_RATE, (t) => at(start + t))
  return {
    headYaw: sample(wander('headYaw')),
    headPitch: sample(wander('headPitch')),
    headRoll: sample(wander('headRoll')),
    followYaw: sample((t) => followed(fixations, 'yaw', t)),
    followPitch: sample((t) => followed(fixations, 'pitch', t)),
  }
}

/** Where a head has settled at a time. */
function settledAt(signal: HeadSignal, seed: number, actor: string, seconds: number): number {
  const slot = Math.floor(seconds / SETTLE_SLOT)
  const stream = `settle/${actor}`
  const begins = slot * SETTLE_SLOT + SETTLE_JITTER * random(seed, stream, 2 * slot)
  const lasts = SETTLE_TIME[0] + (SETTLE_TIME[1] - SETTLE_TIME[0]) * random(seed, stream, 2 * slot + 1)
  const place = (at: number) => SETTLES[signal] * (2 * random(seed, `${stream}/${signal}`, at) - 1)
  return lerp(place(slot - 1), place(slot), smoothstep(begins, begins + lasts, seconds))
}

/** How far the head goes along: late, slow, and only with glances. A sum of its steps, so that none cuts another. */
function followed(fixations: readonly Fixation[], axis: 'yaw' | 'pitch', seconds: number): number {
  let place = 0
  let last = 0
  for (const fixation of fixations) {
    const begins = fixation.at + FOLLOW_DELAY
    if (begins > seconds) break
    const aim = fixation.isAway ? headPart(fixation[axis]) : 0
    const lasts = FOLLOW_TIME + FOLLOW_TIME_MORE * Math.abs(aim - last)
    if (aim !== last) place += (aim - last) * smoothstep(begins, begins + lasts, seconds)
    last = aim
  }
  return place
}

function headPart(angle: number): number {
  const glance = clamp(angle, -GLANCE, GLANCE)
  return glance * FOLLOW_SHARE + (angle - glance) * FOLLOW_SHARE_BEYOND
}
