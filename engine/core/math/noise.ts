/** Smooth noise in one dimension from counted random numbers: any instant can be computed alone, in any order. */
import { random } from '../random.ts'

/**
 * Gradient noise: a smooth wander through zero at every whole place, with about one swing for each.
 *
 * @param seed    The take's seed.
 * @param stream  Who asks, as for `random`.
 * @param place   Any; seconds × swings per second. |place| < 2^31.
 * @returns       [−1, 1], mean 0, standard deviation 0.38 away from whole places.
 * @source        K. Perlin, "Improving noise", SIGGRAPH 2002, in one dimension.
 */
export const gradientNoise = (seed: number, stream: string, place: number): number =>
  gradientOctave(seed, stream, place, 0)

/**
 * Value noise: a smooth path through one random value at each whole place.
 *
 * @returns  [−1, 1], mean 0. Parameters as for {@link gradientNoise}.
 */
export function valueNoise(seed: number, stream: string, place: number): number {
  const from = Math.floor(place)
  const t = fade(place - from)
  return signedRandom(seed, stream, from, 0) * (1 - t) + signedRandom(seed, stream, from + 1, 0) * t
}

/**
 * Sum of gradient noises, each at twice the rate and half the height of the one before: a wander with detail.
 *
 * @param octaves  How many, 1 … 16.
 * @returns        [−1, 1].
 */
export function fractalNoise(seed: number, stream: string, place: number, octaves: number): number {
  let sum = 0
  let height = 1
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    sum += height * gradientOctave(seed, stream, place / height, octave)
    total += height
    height /= 2
  }
  return sum / total
}

function gradientOctave(seed: number, stream: string, place: number, octave: number): number {
  const from = Math.floor(place)
  const t = place - from
  const before = signedRandom(seed, stream, from, octave) * t
  const after = signedRandom(seed, stream, from + 1, octave) * (t - 1)
  // Two opposed slopes of ±1 meet at ±1/2.
  return 2 * (before + (after - before) * fade(t))
}

/** [−1, 1). Octaves draw from ranges of the stream 2^32 apart, so that they never share a number. */
function signedRandom(seed: number, stream: string, place: number, octave: number): number {
  return 2 * random(seed, stream, octave * 0x100000000 + (place >>> 0)) - 1
}

/** An S from 0 to 1 with level slope and curvature at both ends. */
const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10)
