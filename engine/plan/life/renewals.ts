import { cos, exp, log } from '../../core/math/ops.ts'
import { TAU } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'

/**
 * Seconds of one epoch. Chains of events begin anew at each, so that any moment can be computed without all before it.
 * A whole number of blocks.
 */
export const EPOCH = 60

/** A log-normal spread of durations. */
export type Spread = {
  /** Mean, seconds. */
  readonly mean: number
  /** Standard deviation of the logarithm: 0.3 is regular, 0.7 is as wide as human blinks. */
  readonly sigma: number
  /** Bounds, seconds. */
  readonly min: number
  readonly max: number
}

/** A standard normal number, from two draws of a stream. Source: G. Box, M. Muller, 1958. */
export function normal(seed: number, stream: string, index: number): number {
  const radius = Math.sqrt(-2 * log(1 - random(seed, stream, 2 * index)))
  return radius * cos(TAU * random(seed, stream, 2 * index + 1))
}

/** A duration drawn from a spread. */
export function drawDuration(spread: Spread, seed: number, stream: string, index: number): number {
  const { mean, sigma, min, max } = spread
  const seconds = mean * exp(sigma * normal(seed, stream, index) - (sigma * sigma) / 2)
  return Math.max(min, Math.min(max, seconds))
}

/**
 * Moments of an irregular series in one epoch.
 *
 * The series is the same whether an epoch is asked for alone or after others. It starts somewhere inside a gap, as one
 * does who looks at a series at a random moment: long gaps are more likely to be met, which the mean of the first gap
 * makes up for.
 *
 * @param epoch  Which epoch, an integer.
 * @returns      Seconds from the epoch's start, ascending, at least `spread.min` before its end.
 */
export function momentsInEpoch(spread: Spread, seed: number, stream: string, epoch: number): number[] {
  const name = `${stream}/${epoch}`
  const { sigma } = spread
  const met = { ...spread, mean: spread.mean * exp(sigma * sigma) }
  const moments: number[] = []
  let at = drawDuration(met, seed, name, 0) * random(seed, `${name}/met`, 0)
  for (let index = 1; at < EPOCH - spread.min; index++) {
    moments.push(at)
    at += drawDuration(spread, seed, name, index)
  }
  return moments
}
