import { expect, test } from 'vitest'
import { integratedLoudness } from './loudness.ts'
import { truePeak } from './peak.ts'

const RATE = 48000

const sine = (frequency: number, decibels: number, seconds: number) =>
  new Float32Array(seconds * RATE).map((_, i) => 10 ** (decibels / 20) * Math.sin((2 * Math.PI * frequency * i) / RATE))

const join = (...parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]))

test('997 Hz at full scale in one channel is −3.01 LUFS, as BS.1770 states', () => {
  expect(integratedLoudness([sine(997, 0, 5), new Float32Array(5 * RATE)])).toBeCloseTo(-3.01, 1)
})

test('a stereo tone of 1 kHz at −23 dB is −23 LUFS, EBU Tech 3341 case 1', () => {
  const tone = sine(1000, -23, 20)
  expect(Math.abs(integratedLoudness([tone, tone]) + 23)).toBeLessThan(0.1)
})

test('softer stretches before and after do not count, EBU Tech 3341 case 3', () => {
  const tone = join(sine(1000, -36, 10), sine(1000, -23, 60), sine(1000, -36, 10))
  expect(Math.abs(integratedLoudness([tone, tone]) + 23)).toBeLessThan(0.1)
})

test('low tones count less and high ones more than 1 kHz', () => {
  const at = (frequency: number) => integratedLoudness([sine(frequency, -20, 2)])
  expect(at(40)).toBeLessThan(at(1000) - 3)
  expect(at(4000)).toBeGreaterThan(at(1000) + 2)
})

test('silence and nothing are −Infinity', () => {
  expect(integratedLoudness([new Float32Array(RATE)])).toBe(Number.NEGATIVE_INFINITY)
  expect(integratedLoudness([new Float32Array(0)])).toBe(Number.NEGATIVE_INFINITY)
})

test('a true peak lies between the samples', () => {
  // A quarter of the sample rate, sampled 45° off its crests: samples reach 0.707, the wave 1.
  const between = new Float32Array(4800).map((_, i) => Math.sin((Math.PI / 2) * i + Math.PI / 4))
  expect(truePeak(between)).toBeGreaterThan(0.98)
  expect(truePeak(between)).toBeLessThan(1.05)
})
