import { log } from '../core/math/ops.ts'

/** Hertz for which the filters below are given. */
const SAMPLE_RATE = 48000

/** Samples of 100 ms; a block of 400 ms is four, and each next block begins one later. */
const STEP = SAMPLE_RATE / 10
const STEPS_PER_BLOCK = 4

/** Gates: blocks below −70 LUFS never count, nor those 10 LU below the mean of the rest. */
const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10

/** A biquad's numerator b and denominator 1, a1, a2. */
type Biquad = { readonly b: readonly [number, number, number]; readonly a: readonly [number, number] }

/** The head's effect on sound from all around, at 48 kHz. Source: ITU-R BS.1770-5, table 1. */
const HEAD: Biquad = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
}

/** The ear's deafness to the lowest tones, at 48 kHz. Source: ITU-R BS.1770-5, table 2. */
const LOW_CUT: Biquad = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] }

/**
 * Loudness of a whole sound as ears judge it, pauses left out.
 *
 * @param channels  48 kHz; one channel, or left and right.
 * @returns         LUFS; −Infinity for silence. A sound shorter than 400 ms counts as if silence followed.
 * @source          ITU-R BS.1770-5, annex 1.
 */
export function integratedLoudness(channels: readonly Float32Array[]): number {
  const blocks = blockPowers(channels)
  const audible = blocks.filter((power) => loudnessOf(power) > ABSOLUTE_GATE)
  if (audible.length === 0) return Number.NEGATIVE_INFINITY
  const gate = loudnessOf(mean(audible)) + RELATIVE_GATE
  return loudnessOf(mean(audible.filter((power) => loudnessOf(power) > gate)))
}

/** Mean square of each block after weighting, summed over the channels. */
function blockPowers(channels: readonly Float32Array[]): number[] {
  const length = channels[0]?.length ?? 0
  const stepCount = Math.max(STEPS_PER_BLOCK, Math.floor(length / STEP))
  const steps = new Float64Array(stepCount)
  for (const channel of channels) addStepEnergies(steps, channel)
  return Array.from({ length: stepCount - STEPS_PER_BLOCK + 1 }, (_, first) => {
    let sum = 0
    for (let i = first; i < first + STEPS_PER_BLOCK; i++) sum += steps[i]!
    return sum / (STEP * STEPS_PER_BLOCK)
  })
}

/** Runs a channel through both filters (direct form I) and adds its energy to the 100 ms it falls in. */
function addStepEnergies(steps: Float64Array, samples: Float32Array): void {
  const { b: h, a: g } = HEAD
  const { b: l, a: m } = LOW_CUT
  let [x1, x2, y1, y2, z1, z2] = [0, 0, 0, 0, 0, 0]
  const end = Math.min(samples.length, steps.length * STEP)
  for (let i = 0; i < end; i++) {
    const x = samples[i]!
    const y = h[0] * x + h[1] * x1 + h[2] * x2 - g[0] * y1 - g[1] * y2
    const z = l[0] * y + l[1] * y1 + l[2] * y2 - m[0] * z1 - m[1] * z2
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
    z2 = z1
    z1 = z
    steps[Math.floor(i / STEP)]! += z * z
  }
}

const loudnessOf = (power: number): number => -0.691 + (10 * log(power)) / Math.LN10

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
