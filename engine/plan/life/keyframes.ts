import { createTrack, type Interpolation, type Track } from '../../tracks/track.ts'

/** (seconds, value) */
export type Keyframe = readonly [number, number]

/**
 * The track of a window of a longer run of keyframes, on the window's own seconds.
 *
 * It keeps the last keyframe before the window and the first after it, so that windows join without a jump.
 *
 * @param keyframes  Ascending. Empty counts as one of value 0.
 */
export function trackWithin(
  keyframes: readonly Keyframe[],
  start: number,
  end: number,
  interpolation: Interpolation,
): Track {
  const before = keyframes.findLastIndex(([seconds]) => seconds <= start)
  const after = keyframes.findIndex(([seconds]) => seconds >= end)
  const kept = keyframes.slice(Math.max(0, before), after < 0 ? undefined : after + 1)
  if (kept.length === 0) return createTrack([[0, 0]], interpolation)
  return createTrack(
    kept.map(([seconds, value]): Keyframe => [seconds - start, value]),
    interpolation,
  )
}

/**
 * The track of a function over a window.
 *
 * @param rate  Keyframes a second; they lie at whole shares of a second, so that windows share the ones they meet at.
 */
export function sampledTrack(start: number, end: number, rate: number, at: (seconds: number) => number): Track {
  const first = Math.floor(start * rate)
  const count = Math.ceil(end * rate) - first + 1
  const times = Float64Array.from({ length: count }, (_, i) => (first + i) / rate)
  return { times, values: Float32Array.from(times, at), interpolation: 'linear' }
}
