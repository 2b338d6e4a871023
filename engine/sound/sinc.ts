import { sin } from '../core/math/ops.ts'

/**
 * Kaiser window's shape: stop band 80 dB down, below the noise of 16-bit speech.
 * Source: J. F. Kaiser, R. W. Schafer (1980), β = 0.1102 (A − 8.7).
 */
const BETA = 7.86

/** Filters that interpolate between samples, one a phase. */
export type SincPhases = {
  /** Taps of all phases, phase after phase. */
  readonly taps: Float64Array
  readonly phaseCount: number
  /** Taps a phase: `reach` samples before the position and `reach` after. */
  readonly tapCount: number
}

/**
 * Makes a bank of windowed sincs: phase p reads the signal p / phaseCount of a sample after a sample.
 *
 * @param cutoff  Highest frequency let through, as a share of half the sample rate, (0, 1].
 * @param reach   Samples to either side.
 * @returns       Taps that sum to 1 in each phase, so that a constant stays what it is.
 */
export function sincPhases(phaseCount: number, cutoff: number, reach: number): SincPhases {
  const tapCount = 2 * reach
  const taps = new Float64Array(phaseCount * tapCount)
  for (let phase = 0; phase < phaseCount; phase++) {
    const row = phase * tapCount
    let sum = 0
    for (let k = 0; k < tapCount; k++) {
      // Tap k reads the sample k − reach + 1 after the one at or before the position.
      const distance = k - reach + 1 - phase / phaseCount
      taps[row + k] = sinc(distance * cutoff) * kaiser(distance / reach)
      sum += taps[row + k]!
    }
    for (let k = 0; k < tapCount; k++) taps[row + k]! /= sum
  }
  return { taps, phaseCount, tapCount }
}

const sinc = (x: number): number => (x === 0 ? 1 : sin(Math.PI * x) / (Math.PI * x))

const WINDOW_CENTRE = besselI0(BETA)

/** Kaiser's window at a share of its half width, [−1, 1]. */
const kaiser = (share: number): number =>
  Math.abs(share) >= 1 ? 0 : besselI0(BETA * Math.sqrt(1 - share * share)) / WINDOW_CENTRE

/** Modified Bessel function of the first kind and order 0, by its power series; arguments up to 10. */
function besselI0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < 40; k++) {
    term *= (x * x) / (4 * k * k)
    sum += term
  }
  return sum
}
