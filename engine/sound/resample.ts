import { type SincPhases, sincPhases } from './sinc.ts'

/** Samples to either side of a position that are read, at the lower of both rates. */
const REACH = 32

/** Highest frequency let through, as a share of half the lower rate: the window's slope ends just below the whole. */
const CUTOFF = 0.92

/** Filter banks by their ratio; a film has one or two. */
const banks = new Map<string, SincPhases>()

/**
 * Changes the sample rate by a polyphase windowed sinc, without delay: second t stays second t.
 *
 * Computed from exact operations, so that a film's sound is the same bits on each machine.
 *
 * @param from  Hertz, whole.
 * @param to    Hertz, whole.
 * @returns     ⌈length × to / from⌉ samples; the same array when the rates are equal.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples
  const { step } = ratioOf(from, to)
  const { taps, phaseCount, tapCount } = bankFor(from, to)
  const output = new Float32Array(Math.ceil((samples.length * to) / from))
  for (let i = 0; i < output.length; i++) {
    const position = i * step
    const whole = Math.floor(position / phaseCount)
    const row = (position - whole * phaseCount) * tapCount
    const first = whole - tapCount / 2 + 1
    const begin = Math.max(0, -first)
    const end = Math.min(tapCount, samples.length - first)
    let sum = 0
    for (let k = begin; k < end; k++) sum += taps[row + k]! * samples[first + k]!
    output[i] = sum
  }
  return output
}

/** The rates' ratio in lowest terms: by how many phases the position moves with each sample, of how many. */
export function ratioOf(from: number, to: number): { readonly step: number; readonly phaseCount: number } {
  const divisor = greatestCommonDivisor(from, to)
  return { step: from / divisor, phaseCount: to / divisor }
}

/** The filters between two rates. */
export function bankFor(from: number, to: number): SincPhases {
  const { step, phaseCount } = ratioOf(from, to)
  const key = `${step}/${phaseCount}`
  const known = banks.get(key)
  if (known !== undefined) return known
  // Downwards the filter grows wider with the ratio, to keep out what the lower rate cannot hold.
  const share = Math.min(1, to / from)
  const bank = sincPhases(phaseCount, CUTOFF * share, Math.ceil(REACH / share))
  banks.set(key, bank)
  return bank
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
