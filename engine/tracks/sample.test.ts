import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleTrack } from './sample.ts'
import { createTrack, type Interpolation } from './track.ts'

const INTERPOLATIONS: readonly Interpolation[] = ['step', 'linear', 'smooth']

const keyframes = fc
  .uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 20 })
  .chain((times) =>
    fc.tuple(
      fc.constant(times.map((t) => t / 100).sort((a, b) => a - b)),
      fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: times.length, maxLength: times.length }),
    ),
  )
  .map(([times, values]) => times.map((t, i): [number, number] => [t, values[i]! + 0]))

test.each(INTERPOLATIONS)('a %s track stays between its neighbouring keyframes', (interpolation) => {
  fc.assert(
    fc.property(keyframes, fc.double({ min: -7, max: 7, noNaN: true }), (keys, seconds) => {
      const value = sampleTrack(createTrack(keys, interpolation), seconds)
      const before = keys.findLast(([t]) => t <= seconds) ?? keys[0]!
      const after = keys.find(([t]) => t > seconds) ?? keys.at(-1)!
      expect(value).toBeGreaterThanOrEqual(Math.min(before[1], after[1]) - 1e-6)
      expect(value).toBeLessThanOrEqual(Math.max(before[1], after[1]) + 1e-6)
    }),
  )
})

test.each(INTERPOLATIONS)('a %s track has the value of a keyframe at its time, to the bit', (interpolation) => {
  fc.assert(
    fc.property(keyframes, (keys) => {
      const track = createTrack(keys, interpolation)
      keys.forEach(([seconds], i) => {
        expect(sampleTrack(track, seconds)).toBe(track.values[i])
      })
    }),
  )
})

test('holds its first value before and its last value after', () => {
  const track = createTrack(
    [
      [1, 0.25],
      [2, 0.75],
    ],
    'smooth',
  )
  expect(sampleTrack(track, -100)).toBe(0.25)
  expect(sampleTrack(track, 100)).toBe(0.75)
})

test('moves straight, eased or in steps', () => {
  const at = (interpolation: Interpolation) =>
    sampleTrack(
      createTrack(
        [
          [0, 0],
          [1, 1],
        ],
        interpolation,
      ),
      0.25,
    )
  expect(at('linear')).toBe(0.25)
  expect(at('smooth')).toBe(0.15625)
  expect(at('step')).toBe(0)
})
