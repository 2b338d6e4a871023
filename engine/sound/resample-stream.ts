import { bankFor, ratioOf } from './resample.ts'

/** Changes the sample rate of sound that comes piece by piece. */
export type ResampleStream = {
  /** Takes the next piece. @returns  What is settled by it: later than the piece by the filter's reach, 2 ms at most rates. */
  readonly push: (samples: Float32Array) => Float32Array
}

/**
 * The filter of `resample`, for a microphone: the pieces put together are what `resample` makes of the whole.
 *
 * @param from  Hertz, whole.
 * @param to    Hertz, whole.
 */
export function createResampleStream(from: number, to: number): ResampleStream {
  if (from === to) return { push: (samples) => samples }
  const { step } = ratioOf(from, to)
  const { taps, phaseCount, tapCount } = bankFor(from, to)
  const reach = tapCount / 2
  /** Samples that later output still reads. The first stands `reach` before the next output's whole position. */
  let kept = new Float32Array(reach - 1)
  /** Position of the next output after the sample at `reach − 1`, in phases. */
  let phase = 0

  return {
    push(samples) {
      const input = new Float32Array(kept.length + samples.length)
      input.set(kept)
      input.set(samples, kept.length)
      const output: number[] = []
      let first = 0
      while (first + tapCount <= input.length) {
        const row = phase * tapCount
        let sum = 0
        for (let k = 0; k < tapCount; k++) sum += taps[row + k]! * input[first + k]!
        output.push(sum)
        first += Math.floor((phase + step) / phaseCount)
        phase = (phase + step) % phaseCount
      }
      kept = input.slice(first)
      return Float32Array.from(output)
    },
  }
}
