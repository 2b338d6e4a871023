import { fractalNoise } from '../../core/math/noise.ts'
import { radians } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import type { Track } from '../../tracks/track.ts'
import type { ActingState } from '../acting.ts'
import { type Keyframe, sampledTrack, trackWithin } from './keyframes.ts'
import { EPOCH, momentsInEpoch, type Spread } from './renewals.ts'

/** What a face does of its own accord. */
export type FaceSignal = 'browRaise' | 'squint' | 'cornerLeft' | 'cornerRight' | 'lipPress' | 'lipRoll' | 'swallowDip'

/** Keyframes a second. */
const FACE_RATE = 6

/**
 * Swings a second of the slowest octave, and the most of a shape, where a face is held and yet alive: less than anyone
 * would call an expression. Sizes are by eye, no figure at hand.
 */
const WANDERS = {
  browRaise: { swings: 0.16, size: 0.09 },
  squint: { swings: 0.2, size: 0.11 },
  corners: { swings: 0.13, size: 0.09 },
  lopsided: { swings: 0.1, size: 0.05 },
} as const
const OCTAVES = 3
/** Corners wander about this. */
const CORNERS_AT_EASE = 0.03

/** How much of that each state has: who speaks has other things to do with brows and mouth. */
const WANDERING: Readonly<Record<ActingState, number>> = { idle: 1, listening: 0.9, thinking: 1, speaking: 0.4 }

/** What lips do between words: seconds from first to last, how far they press and roll in, and how far the head dips. */
type Moment = {
  readonly share: number
  readonly seconds: readonly [number, number]
  readonly press: number
  readonly roll: number
  readonly dip: number
}

/**
 * Lips that are pressed, moistened, and shut to swallow.
 *
 * @source  Awake and at rest people swallow about once a minute: C. Lear, J. Flanagan, C. Moorrees, "The frequency of
 *          deglutition in man", Archives of Oral Biology 10 (1965). The others are our choice.
 */
const MOMENTS: readonly Moment[] = [
  { share: 0.42, seconds: [0.8, 1.8], press: 0.42, roll: 0.1, dip: 0 },
  { share: 0.3, seconds: [0.8, 1.2], press: 0.1, roll: 0.5, dip: 0 },
  { share: 0.28, seconds: [0.7, 1], press: 0.3, roll: 0.12, dip: radians(1.4) },
]
const BETWEEN: Spread = { mean: 14, sigma: 0.6, min: 3.5, max: 40 }
const LONGEST = 1.8
/** Least strength of one, as a share. */
const LEAST = 0.55
/** Lips of those who speak are busy. */
const LIPS: Readonly<Record<ActingState, number>> = { idle: 1, listening: 0.7, thinking: 1, speaking: 0 }

/** The face's own small motion through a window: brows, lids and corners wander, lips press, moisten and swallow. */
export function compileFaceLife(
  seed: number,
  actor: string,
  state: ActingState,
  start: number,
  end: number,
): Record<FaceSignal, Track> {
  const wander = (name: keyof typeof WANDERS, seconds: number) => {
    const { swings, size } = WANDERS[name]
    return WANDERING[state] * size * fractalNoise(seed, `${name}/${actor}`, seconds * swings, OCTAVES)
  }
  const sample = (at: (seconds: number) => number) =>
    sampledTrack(0, end - start, FACE_RATE, (t) => Math.max(0, at(start + t)))
  const corner = (side: number) => (seconds: number) =>
    WANDERING[state] * CORNERS_AT_EASE + wander('corners', seconds) + side * wander('lopsided', seconds)
  const lips = lipsIn(seed, actor, start)
  const part = (of: keyof Strength) =>
    trackWithin(
      lips.map(([at, strength]): Keyframe => [at, LIPS[state] * strength[of]]),
      start,
      end,
      'smooth',
    )
  return {
    browRaise: sample((seconds) => wander('browRaise', seconds)),
    squint: sample((seconds) => wander('squint', seconds)),
    cornerLeft: sample(corner(1)),
    cornerRight: sample(corner(-1)),
    lipPress: part('press'),
    lipRoll: part('roll'),
    swallowDip: part('dip'),
  }
}

type Strength = Pick<Moment, 'press' | 'roll' | 'dip'>
const NONE: Strength = { press: 0, roll: 0, dip: 0 }

/** Keyframes of what the lips do in the epoch of a moment: there, held a little, and back. */
function lipsIn(seed: number, actor: string, start: number): readonly (readonly [number, Strength])[] {
  const epoch = Math.floor(start / EPOCH)
  const origin = epoch * EPOCH
  const stream = `lips/${actor}`
  const keyframes: (readonly [number, Strength])[] = [[origin, NONE]]
  for (const [i, moment] of momentsInEpoch(BETWEEN, seed, stream, epoch).entries()) {
    if (moment + LONGEST > EPOCH) break
    const draw = (k: number) => random(seed, `${stream}/${epoch}/kind`, 4 * i + k)
    const { seconds, press, roll, dip } = momentAt(draw(0))
    const lasts = seconds[0] + (seconds[1] - seconds[0]) * draw(1)
    const strong = LEAST + (1 - LEAST) * draw(2)
    const full = { press: press * strong, roll: roll * strong, dip: dip * strong }
    const at = origin + moment
    keyframes.push([at, NONE], [at + 0.35 * lasts, full], [at + 0.55 * lasts, full], [at + lasts, NONE])
  }
  return [...keyframes, [origin + EPOCH, NONE]]
}

function momentAt(draw: number): Moment {
  let left = draw
  for (const moment of MOMENTS) {
    left -= moment.share
    if (left < 0) return moment
  }
  return MOMENTS[0]!
}
