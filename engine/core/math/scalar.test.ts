import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clamp, clamp01, degrees, lerp, radians, smoothMin, smoothstep, wrapAngle } from './scalar.ts'

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })

test('clamps to the nearer end', () => {
  expect([clamp(-3, -1, 2), clamp(0.5, -1, 2), clamp(9, -1, 2)]).toEqual([-1, 0.5, 2])
  expect([clamp01(-0.1), clamp01(0.1), clamp01(1.1)]).toEqual([0, 0.1, 1])
})

test('interpolates between two numbers and reaches both ends without rounding', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      // Equal as numbers: which zero comes out is not promised.
      expect(lerp(a, b, 0) === a).toBe(true)
      expect(lerp(a, b, 1) === b).toBe(true)
    }),
  )
  expect(lerp(2, 4, 0.25)).toBe(2.5)
})

test('smoothstep rises from 0 to 1, level at both ends', () => {
  expect([smoothstep(1, 3, 0), smoothstep(1, 3, 1), smoothstep(1, 3, 2), smoothstep(1, 3, 5)]).toEqual([0, 0, 0.5, 1])
  expect(smoothstep(0, 1, 1e-4)).toBeLessThan(1e-7)
})

test('takes the lesser of two, and rounds it off only where they come near each other', () => {
  expect([smoothMin(1, 2, 1), smoothMin(2, 1, 1), smoothMin(3, 3, 1)]).toEqual([1, 1, 2.75])
  expect(smoothMin(1, 1.9999, 1)).toBeCloseTo(1, 8)
})

test('wraps any angle into one turn around zero', () => {
  fc.assert(
    fc.property(number, (angle) => {
      const wrapped = wrapAngle(angle)
      expect(wrapped).toBeGreaterThanOrEqual(-Math.PI - 1e-9)
      expect(wrapped).toBeLessThan(Math.PI + 1e-9)
      expect(Math.cos(wrapped)).toBeCloseTo(Math.cos(angle), 8)
    }),
  )
  expect(wrapAngle(Math.PI)).toBe(-Math.PI)
})

test('turns degrees into radians and back', () => {
  expect(radians(180)).toBe(Math.PI)
  expect(degrees(radians(37))).toBeCloseTo(37, 12)
})
