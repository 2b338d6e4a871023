import { expect, test } from 'vitest'
import { resample } from './resample.ts'

const sine = (frequency: number, sampleRate: number, length: number) =>
  new Float32Array(length).map((_, i) => Math.sin((2 * Math.PI * frequency * i) / sampleRate))

/** Largest difference from a sine of the target rate, away from the ends. */
function errorAgainst(output: Float32Array, frequency: number, sampleRate: number): number {
  let worst = 0
  for (let i = 2000; i < output.length - 2000; i++)
    worst = Math.max(worst, Math.abs(output[i]! - Math.sin((2 * Math.PI * frequency * i) / sampleRate)))
  return worst
}

test.each([
  [16000, 48000],
  [44100, 48000],
  [22050, 48000],
  [24160, 48000],
  [48000, 16000],
])('%i Hz to %i Hz keeps a tone in place, phase and height', (from, to) => {
  const output = resample(sine(997, from, from), from, to)
  expect(output).toHaveLength(to)
  expect(errorAgainst(output, 997, to)).toBeLessThan(0.001)
})

test('a constant stays the constant', () => {
  const output = resample(new Float32Array(4000).fill(0.5), 16000, 48000)
  for (let i = 200; i < output.length - 200; i++) expect(Math.abs(output[i]! - 0.5)).toBeLessThan(1e-6)
})

test('what the lower rate cannot hold is 70 dB down', () => {
  const output = resample(sine(9000, 48000, 48000), 48000, 16000)
  const loudest = output.slice(2000, -2000).reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  expect(loudest).toBeLessThan(10 ** (-70 / 20))
})

test('equal rates hand the samples through', () => {
  const samples = sine(100, 16000, 10)
  expect(resample(samples, 16000, 16000)).toBe(samples)
})

test('nothing gives nothing, one sample gives three', () => {
  expect(resample(new Float32Array(0), 16000, 48000)).toHaveLength(0)
  expect(resample(new Float32Array(1), 16000, 48000)).toHaveLength(3)
})
