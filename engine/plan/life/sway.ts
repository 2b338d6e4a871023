import { fractalNoise } from '../../core/math/noise.ts'
import { clamp, radians, smoothstep } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'
import type { Track } from '../../tracks/track.ts'
import type { LifeSignal } from '../signals.ts'
import { sampledTrack } from './keyframes.ts'

/** Keyframes a second of a wander. The fastest octave swings below 1 Hz. */
const WANDER_RATE = 8

/** A signal that wanders by noise: swings a second of its slowest octave, octaves, and its usual size. */
type Wander = { readonly swings: number; readonly octaves: number; readonly size: number }

/**
 * Trunk and hips of someone who stands: below 1 Hz, hips within 5–15 mm. Sizes are about three standard deviations.
 */
const WANDERS: Readonly<Partial<Record<LifeSignal, Wander>>> = {
  hipsX: { swings: 0.11, octaves: 3, size: 0.013 },
  hipsZ: { swings: 0.14, octaves: 3, size: 0.01 },
  leanPitch: { swings: 0.12, octaves: 3, size: radians(1.3) },
  leanRoll: { swings: 0.1, octaves: 3, size: radians(1) },
  twist: { swings: 0.08, octaves: 3, size: radians(1.6) },
}

/** fractalNoise stays within about this share of its bounds. */
const NOISE_SHARE = 0.75

/** One shift of weight in each slot, somewhere in its first half: shifts are 20 to 60 s apart. Seconds. */
const SHIFT_SLOT = 40
const SHIFT_JITTER = 20
const SHORTEST_SHIFT = 1.1
const LONGEST_SHIFT = 2
/** Least and most weight on the leg that carries, turn by turn; the trunk leans back over it, radians. */
const CARRIED = [
  [0.72, 1],
  [0.35, 1],
  [0.35, 0.6],
] as const
const TURNS = CARRIED.length
const COUNTER_LEAN = radians(1.5)
const COUNTER_TWIST = radians(1.2)

/**
 * Trunk, hips and weight from one time to another, sampled. Keyframes start at 0, the window's own seconds.
 *
 * @param pace  How fast all that goes, 1 as people do on average.
 */
export function compileSway(
  seed: number,
  actor: string,
  [start, end]: readonly [number, number],
  pace: number,
): Record<SwaySignal, Track> {
  const sample = (at: (seconds: number) => number) =>
    sampledTrack(0, end - start, WANDER_RATE, (t) => at(pace * (start + t)))
  const wander = (signal: LifeSignal) => (seconds: number) => wanderAt(signal, seed, actor, seconds)
  const weight = (seconds: number) => weightAt(seed, actor, seconds)
  return {
    hipsX: sample(wander('hipsX')),
    hipsZ: sample(wander('hipsZ')),
    weightShift: sample(weight),
    leanPitch: sample(wander('leanPitch')),
    // Shoulders turn and lean against the hips, as a standing body keeps its head over its feet.
    leanRoll: sample((seconds) => wanderAt('leanRoll', seed, actor, seconds) + COUNTER_LEAN * weight(seconds)),
    twist: sample((seconds) => wanderAt('twist', seed, actor, seconds) - COUNTER_TWIST * weight(seconds)),
  }
}

export type SwaySignal = 'hipsX' | 'hipsZ' | 'weightShift' | 'leanPitch' | 'leanRoll' | 'twist'

function wanderAt(signal: LifeSignal, seed: number, actor: string, seconds: number): number {
  const { swings, octaves, size } = WANDERS[signal]!
  return clamp((size / NOISE_SHARE) * fractalNoise(seed, `${signal}/${actor}`, seconds * swings, octaves), -size, size)
}

/** Which leg carries how much at a time, [−1, 1]. */
function weightAt(seed: number, actor: string, seconds: number): number {
  const slot = Math.floor(seconds / SHIFT_SLOT)
  const stream = `weight/${actor}`
  const begins = slot * SHIFT_SLOT + SHIFT_JITTER * random(seed, stream, 3 * slot)
  const lasts = SHORTEST_SHIFT + (LONGEST_SHIFT - SHORTEST_SHIFT) * random(seed, stream, 3 * slot + 1)
  const before = stance(seed, stream, slot - 1)
  return before + (stance(seed, stream, slot) - before) * smoothstep(begins, begins + lasts, seconds)
}

/**
 * Weight after a slot's shift. The legs take turns three times, and then the first is either: else the body would come round
 * every other slot. The third of the turns carries little and the first much, so that the same leg twice is a shift, too.
 */
function stance(seed: number, stream: string, slot: number): number {
  const turn = Math.floor(slot / TURNS)
  const first = random(seed, `${stream}/side`, turn) < 0.5 ? 1 : -1
  const nth = slot - turn * TURNS
  const [least, most] = CARRIED[nth]!
  return first * (nth === 1 ? -1 : 1) * (least + (most - least) * random(seed, stream, 3 * slot + 2))
}
