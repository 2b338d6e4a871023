/** How a value moves from one keyframe to the next: held, straight, or eased in and out (3t² − 2t³). */
export type Interpolation = 'step' | 'linear' | 'smooth'

/**
 * Keyframes of one scalar over time; immutable.
 *
 * A track holds its first value before its first keyframe and its last value after its last.
 */
export type Track = {
  /** Seconds, ascending. */
  readonly times: Float64Array
  /** One value for each time. */
  readonly values: Float32Array
  readonly interpolation: Interpolation
}

/** Makes a track from (seconds, value) pairs in ascending order. */
export function createTrack(keyframes: readonly (readonly [number, number])[], interpolation: Interpolation): Track {
  return {
    times: Float64Array.from(keyframes, ([seconds]) => seconds),
    values: Float32Array.from(keyframes, ([, value]) => value),
    interpolation,
  }
}
