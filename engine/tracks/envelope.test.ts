import fc from 'fast-check'
import { expect, test } from 'vitest'
import { envelopeWeight } from './envelope.ts'

const HELD = { attack: 0.2, end: 1, release: 0.5 }

test('comes, holds and goes', () => {
  expect(envelopeWeight(HELD, -1)).toBe(0)
  expect(envelopeWeight(HELD, 0)).toBe(0)
  expect(envelopeWeight(HELD, 0.1)).toBeCloseTo(0.5, 10)
  expect(envelopeWeight(HELD, 0.6)).toBe(1)
  expect(envelopeWeight(HELD, 1.25)).toBeCloseTo(0.5, 10)
  expect(envelopeWeight(HELD, 1.5)).toBe(0)
  expect(envelopeWeight(HELD, 9)).toBe(0)
})

test('holds for ever when nobody tells it to let go', () => {
  expect(envelopeWeight({ ...HELD, end: Number.POSITIVE_INFINITY }, 1e6)).toBe(1)
})

test('falls without a jump from wherever it is told to let go', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
      (end, seconds) => {
        const envelope = { ...HELD, end }
        const step = 1 / 240
        const change = envelopeWeight(envelope, seconds + step) - envelopeWeight(envelope, seconds)
        // The steepest slope of an eased ramp is 1.5 over its length.
        expect(Math.abs(change)).toBeLessThanOrEqual((1.5 * step) / HELD.attack + 1e-9)
        if (seconds >= end) expect(change).toBeLessThanOrEqual(0)
        expect(envelopeWeight(envelope, end + HELD.release)).toBe(0)
      },
    ),
  )
})
