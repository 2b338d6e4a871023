import { sincPhases } from './sinc.ts'

/** Positions between samples that are looked at, as BS.1770-5 annex 2 asks at 48 kHz. */
const OVERSAMPLING = 4

/** Taps of a position: 24 find the peaks of speech within 0.1 dB. */
const REACH = 12

/** What lies between two samples is at most about twice the larger of its neighbours in sound that was band-limited. */
const HEADROOM = 0.5

const bank = sincPhases(OVERSAMPLING, 1, REACH)

/** The highest magnitude of a sound, between its samples too. */
export function truePeak(samples: Float32Array): number {
  let peak = 0
  for (const value of samples) peak = Math.max(peak, Math.abs(value))
  const threshold = peak * HEADROOM
  for (let i = 0; i < samples.length; i++) peak = Math.max(peak, peakAfter(samples, i, threshold))
  return peak
}

/**
 * The highest magnitude from a sample up to the next.
 *
 * @param threshold  Where both samples are below, only they are looked at.
 */
export function peakAfter(samples: Float32Array, index: number, threshold: number): number {
  let peak = Math.max(Math.abs(samples[index]!), Math.abs(samples[index + 1] ?? 0))
  if (peak < threshold) return peak
  const first = index - REACH + 1
  const begin = Math.max(0, -first)
  const end = Math.min(bank.tapCount, samples.length - first)
  for (let phase = 1; phase < OVERSAMPLING; phase++) {
    let sum = 0
    const row = phase * bank.tapCount
    for (let k = begin; k < end; k++) sum += bank.taps[row + k]! * samples[first + k]!
    peak = Math.max(peak, Math.abs(sum))
  }
  return peak
}
