import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinSamples } from './thin.ts'

test('keeps only corners of straight lines', () => {
  const ramp = Float32Array.from([0, 1, 2, 3, 4, 3, 2, 1, 0])
  expect(thinSamples([ramp], 0.01)).toEqual([0, 4, 8])
})

test('leaves out no sample that is farther from the lines than the tolerance', () => {
  const curve = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 })
  fc.assert(
    fc.property(curve, curve, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (first, second, tolerance) => {
      const curves = [Float32Array.from(first), Float32Array.from(second)]
      const kept = thinSamples(curves, tolerance)
      for (const samples of curves) {
        for (let k = 1; k < kept.length; k++) {
          const [from, to] = [kept[k - 1]!, kept[k]!]
          for (let i = from; i <= to; i++) {
            const line = samples[from]! + ((samples[to]! - samples[from]!) * (i - from)) / (to - from)
            expect(Math.abs(samples[i]! - line)).toBeLessThanOrEqual(tolerance + 1e-6)
          }
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('keeps the one sample of a curve of one', () => {
  expect(thinSamples([new Float32Array(1)], 0.1)).toEqual([0])
})
