import { clamp01 } from '../core/math/scalar.ts'
import type { ExpressionCue, Fall, Rise } from './cues.ts'

/**
 * Share of itself that a face shows in one of its regions: up to its height and a little back, and down again.
 *
 * @param region  Index into FACE_REGIONS.
 * @returns       From 0 to 1, and a little above it at its height.
 */
export function expressionGain({ start, rise, falls }: ExpressionCue, region: number, tick: number): number {
  let gain = riseAt(rise, tick - start - rise.delays[region]!)
  for (const fall of falls) {
    if (gain === 0) return 0
    gain *= 1 - fallAt(fall, region, tick)
  }
  return gain
}

function riseAt({ ticks, overshoot, settle }: Rise, elapsed: number): number {
  if (elapsed <= 0) return 0
  if (elapsed < ticks) return (1 + overshoot) * eased(elapsed / ticks)
  return 1 + overshoot * (1 - eased((elapsed - ticks) / settle))
}

function fallAt({ from, ticks, delays, linger }: Fall, region: number, tick: number): number {
  const t = clamp01((tick - from - delays[region]!) / ticks)
  return eased(t * (1 + 0.5 * linger * (1 - t)))
}

/** Least-jerk path: muscles neither start nor stop at once. Source: Flash & Hogan 1985. */
function eased(share: number): number {
  const t = clamp01(share)
  return t * t * t * (t * (t * 6 - 15) + 10)
}
