import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fractalNoise, gradientNoise, valueNoise } from './noise.ts'

const place = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const seed = fc.integer()

test('stays within -1 and 1', () => {
  fc.assert(
    fc.property(seed, place, fc.integer({ min: 1, max: 8 }), (s, x, octaves) => {
      for (const value of [
        gradientNoise(s, 'sway', x),
        valueNoise(s, 'sway', x),
        fractalNoise(s, 'sway', x, octaves),
      ]) {
        expect(Math.abs(value)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('is smooth: a thousandth of a place further, it has moved by a few thousandths', () => {
  fc.assert(
    fc.property(seed, place, (s, x) => {
      expect(Math.abs(gradientNoise(s, 'sway', x + 1e-3) - gradientNoise(s, 'sway', x))).toBeLessThan(5e-3)
      expect(Math.abs(valueNoise(s, 'sway', x + 1e-3) - valueNoise(s, 'sway', x))).toBeLessThan(5e-3)
    }),
  )
})

test('has the mean and spread it states', () => {
  const samples = Array.from({ length: 20_000 }, (_, i) => gradientNoise(3, 'sway', i + 0.5))
  const mean = samples.reduce((sum, v) => sum + v, 0) / samples.length
  const spread = Math.sqrt(samples.reduce((sum, v) => sum + v * v, 0) / samples.length)
  expect(mean).toBeCloseTo(0, 1)
  expect(spread).toBeCloseTo(0.4, 1)
})

test('differs by seed and by stream, and repeats for the same', () => {
  expect(gradientNoise(1, 'sway', 0.4)).toBe(gradientNoise(1, 'sway', 0.4))
  expect(gradientNoise(1, 'sway', 0.4)).not.toBe(gradientNoise(2, 'sway', 0.4))
  expect(gradientNoise(1, 'sway', 0.4)).not.toBe(gradientNoise(1, 'breath', 0.4))
})

test('one octave is the gradient noise itself, and further ones are no copies of it', () => {
  expect(fractalNoise(1, 'sway', 0.4, 1)).toBe(gradientNoise(1, 'sway', 0.4))
  expect(fractalNoise(1, 'sway', 0.4, 2) * 1.5 - gradientNoise(1, 'sway', 0.4)).not.toBeCloseTo(
    gradientNoise(1, 'sway', 0.8) / 2,
    6,
  )
})
