import type { Track } from './track.ts'

/**
 * The value of a track at a time.
 *
 * @param track    At least one keyframe, times ascending.
 * @param seconds  On the track's own clock; before the first or after the last keyframe the nearest value holds.
 * @returns        Between the two neighbouring keyframes, never outside them.
 */
export function sampleTrack(track: Track, seconds: number): number {
  const { times, values } = track
  const last = times.length - 1
  if (seconds <= times[0]!) return values[0]!
  if (seconds >= times[last]!) return values[last]!
  const i = keyframeBefore(times, seconds)
  const from = values[i]!
  if (track.interpolation === 'step') return from
  const t = (seconds - times[i]!) / (times[i + 1]! - times[i]!)
  const eased = track.interpolation === 'smooth' ? t * t * (3 - 2 * t) : t
  return from + (values[i + 1]! - from) * eased
}

/** Largest i with times[i] ≤ seconds, by bisection. `seconds` lies inside the track. */
export function keyframeBefore(times: Float64Array, seconds: number): number {
  let low = 0
  let high = times.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (times[middle]! <= seconds) low = middle
    else high = middle
  }
  return low
}
