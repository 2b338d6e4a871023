import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acos, asin, atan2, cos, exp, hypot2, hypot3, log, pow, sin, tan } from './ops.ts'

/** `Math` is itself off by up to one unit in the last place, so the bars are the errors stated in ops.ts and that. */
const ULP = 2.3e-16
const RUNS = { numRuns: 5_000 }

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const absolute = (error: number, stated: number): void => {
  expect(Math.abs(error)).toBeLessThanOrEqual(stated)
}
const relative = (value: number, reference: number, stated: number): void => {
  expect(Math.abs(value - reference)).toBeLessThanOrEqual(stated * Math.abs(reference))
}

describe('within the stated error of Math', () => {
  test.each([4, 1000, 1e6])('sine and cosine up to %d radians', (range) => {
    fc.assert(
      fc.property(between(-range, range), (x) => {
        absolute(sin(x) - Math.sin(x), 3e-16 + ULP)
        absolute(cos(x) - Math.cos(x), 3e-16 + ULP)
      }),
      RUNS,
    )
  })

  test('tangent up to one radian', () => {
    fc.assert(
      fc.property(between(-1, 1), (x) => relative(tan(x), Math.tan(x), 1e-15)),
      RUNS,
    )
  })

  test('arc sine and arc cosine', () => {
    fc.assert(
      fc.property(between(-1, 1), (x) => {
        absolute(asin(x) - Math.asin(x), 1e-15)
        absolute(acos(x) - Math.acos(x), 1e-15)
      }),
      RUNS,
    )
  })

  test('arc tangent of two, in all quadrants and at all sizes', () => {
    const part = fc.tuple(between(-1, 1), fc.integer({ min: -60, max: 60 })).map(([m, e]) => m * 2 ** e)
    fc.assert(
      fc.property(part, part, (y, x) => {
        fc.pre(x !== 0 && y !== 0)
        absolute(atan2(y, x) - Math.atan2(y, x), 1e-15)
      }),
      RUNS,
    )
  })

  test('exponential over its whole range', () => {
    fc.assert(
      fc.property(between(-700, 709.7), (x) => relative(exp(x), Math.exp(x), 4e-16 + ULP)),
      RUNS,
    )
  })

  test('logarithm of any double, subnormal ones included', () => {
    fc.assert(
      fc.property(between(5e-324, 1.7e308), (x) => relative(log(x), Math.log(x), 5e-16 + ULP)),
      RUNS,
    )
    fc.assert(
      fc.property(between(0.25, 4), (x) => relative(log(x), Math.log(x), 5e-16 + ULP)),
      RUNS,
    )
  })

  test('powers', () => {
    fc.assert(
      fc.property(between(1e-6, 1e6), between(-1, 1), (x, y) => relative(pow(x, y), x ** y, 1e-14)),
      RUNS,
    )
    fc.assert(
      fc.property(between(1e-9, 1e9), between(-33, 33), (x, y) => relative(pow(x, y), x ** y, 2e-13)),
      RUNS,
    )
  })

  test('lengths', () => {
    fc.assert(
      fc.property(between(-1e9, 1e9), between(-1e9, 1e9), between(-1e9, 1e9), (x, y, z) => {
        fc.pre(Math.abs(x) > 1e-100)
        relative(hypot2(x, y), Math.hypot(x, y), 5e-16)
        relative(hypot3(x, y, z), Math.hypot(x, y, z), 7e-16)
      }),
      RUNS,
    )
  })
})

describe('exact where exactness is expected', () => {
  test('at zero and one', () => {
    expect([sin(0), cos(0), tan(0), asin(0), acos(1), exp(0), log(1), pow(7, 0), pow(0, 0), pow(0, 2.5)]).toEqual([
      0, 1, 0, 0, 0, 1, 0, 1, 1, 0,
    ])
  })

  test('at right angles of the arc tangent', () => {
    expect([atan2(0, 1), atan2(1, 0), atan2(0, -1), atan2(-1, 0), atan2(1, 1)]).toEqual([
      0,
      Math.PI / 2,
      Math.PI,
      -Math.PI / 2,
      Math.PI / 4,
    ])
    expect(atan2(0, 0)).toBe(0)
    expect(atan2(-0, -1)).toBe(Math.PI)
  })

  test('for powers with whole exponents', () => {
    expect([pow(3, 2), pow(-2, 3), pow(2, -3), pow(10, 15), pow(2, 64), pow(0, -1)]).toEqual([
      9,
      -8,
      0.125,
      1e15,
      2 ** 64,
      Number.POSITIVE_INFINITY,
    ])
    expect(pow(-1.0001, 101)).toBeCloseTo((-1.0001) ** 101, 12)
    expect(pow(-1.0001, 100)).toBeCloseTo((-1.0001) ** 100, 12)
  })
})

test('takes a cosine that overshoots by rounding for one', () => {
  expect(acos(1 + 1e-12)).toBe(0)
  expect(acos(-1 - 1e-12)).toBe(Math.PI)
  expect(asin(1 + 1e-12)).toBe(Math.PI / 2)
})

test('ends the exponential and the logarithm as Math does', () => {
  expect([exp(710), exp(-746), log(0), log(Number.POSITIVE_INFINITY)]).toEqual([
    Number.POSITIVE_INFINITY,
    0,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ])
  expect(exp(-744)).toBe(Math.exp(-744))
  expect(exp(709.78)).toBeCloseTo(Math.exp(709.78), -294)
  expect([log(-1), pow(-1, 0.5)]).toEqual([Number.NaN, Number.NaN])
})
