import { fractalNoise } from '../../core/math/noise.ts'
import { radians, smoothstep } from '../../core/math/scalar.ts'
import type { Track } from '../../tracks/track.ts'
import type { ActingState } from '../acting.ts'
import { sampledTrack } from './keyframes.ts'
import type { Fixation } from './saccades.ts'

export type HeadSignal = 'headYaw' | 'headPitch' | 'headRoll'

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

/** The head goes this share of the way when the eyes look away, starts this much later and takes this long. Seconds. */
const FOLLOW_SHARE = 0.3
const FOLLOW_DELAY = 0.08
const FOLLOW_TIME = 0.4

/**
 * The head's own small motion, and what it follows the eyes with when they look away.
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
): Record<HeadSignal, Track> {
  const wander = (signal: HeadSignal, seconds: number) => {
    const { swings, size } = WANDERS[signal]
    return LIVELINESS[state] * size * fractalNoise(seed, `${signal}/${actor}`, seconds * swings, OCTAVES)
  }
  const sample = (at: (seconds: number) => number) => sampledTrack(0, end - start, HEAD_RATE, (t) => at(start + t))
  return {
    headYaw: sample((t) => wander('headYaw', t) + FOLLOW_SHARE * followed(fixations, 'yaw', t)),
    headPitch: sample((t) => wander('headPitch', t) + FOLLOW_SHARE * followed(fixations, 'pitch', t)),
    headRoll: sample((t) => wander('headRoll', t)),
  }
}

/** The eyes' offset as a head sees it: late, slow, and only the glances. A sum of its steps, so that none cuts another. */
function followed(fixations: readonly Fixation[], axis: 'yaw' | 'pitch', seconds: number): number {
  let place = 0
  let last = 0
  for (const fixation of fixations) {
    const begins = fixation.at + FOLLOW_DELAY
    if (begins > seconds) break
    const aim = fixation.isAway ? fixation[axis] : 0
    if (aim !== last) place += (aim - last) * smoothstep(begins, begins + FOLLOW_TIME, seconds)
    last = aim
  }
  return place
}
