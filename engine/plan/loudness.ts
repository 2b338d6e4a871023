import { clamp } from '../core/math/scalar.ts'
import type { Plan } from './plan.ts'

type Loudness = Plan['loudness']

/** Seconds of the loudest moment of an interval; its middle where loudness was not measured. */
export function loudestMoment(loudness: Loudness, start: number, end: number): number {
  const index = loudestIndex(loudness, start, end)
  if (loudness.values[index] === undefined) return (start + end) / 2
  return clamp((index + 0.5) / loudness.rate, start, end)
}

/**
 * Loudness at a moment, averaged with triangular weights over its neighbourhood.
 *
 * @param radius  Seconds to either side.
 * @returns       [0, 1]; 0 outside the sound, 1 where loudness was not measured.
 */
export function smoothLoudness({ rate, values }: Loudness, seconds: number, radius: number): number {
  if (values.length === 0) return 1
  const centre = seconds * rate - 0.5
  const reach = radius * rate
  let sum = 0
  let weights = 0
  for (let i = Math.ceil(centre - reach); i <= centre + reach; i++) {
    const weight = 1 - Math.abs(i - centre) / reach
    sum += weight * (values[i] ?? 0)
    weights += weight
  }
  return sum / weights
}

/** Index of the loudest value that overlaps an interval, the first of equals. */
function loudestIndex({ rate, values }: Loudness, start: number, end: number): number {
  const first = clamp(Math.floor(start * rate), 0, Math.max(0, values.length - 1))
  const last = clamp(Math.ceil(end * rate) - 1, first, Math.max(first, values.length - 1))
  let loudest = first
  for (let i = first + 1; i <= last; i++) if (values[i]! > values[loudest]!) loudest = i
  return loudest
}
