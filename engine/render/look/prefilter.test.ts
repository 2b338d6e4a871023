import { expect, it } from 'vitest'
import { eachTexel, prefilterCube } from './prefilter.ts'

it('leaves even light even at every roughness', () => {
  const { levels } = prefilterCube(() => [0.5, 1, 2], 8)
  expect(levels).toHaveLength(4)
  for (const face of levels.flat()) {
    for (let i = 0; i < face.length; i += 4)
      expect([...face.subarray(i, i + 4)]).toEqual([0.5, 1, 2, 1].map((v) => expect.closeTo(v, 5)))
  }
})

it('covers the whole sphere', () => {
  let total = 0
  for (let face = 0; face < 6; face++) eachTexel(face, 64, (_, _x, _y, _z, solidAngle) => (total += solidAngle))
  expect(total).toBeCloseTo(4 * Math.PI, 2)
})

it('mirrors z, since Babylon flips it again', () => {
  const { levels } = prefilterCube((_x, _y, z) => (z > 0.9 ? [1, 1, 1] : [0, 0, 0]), 8)
  const [plusZ, minusZ] = [levels[0]![4]!, levels[0]![5]!]
  const middle = (4 * 8 + 4) * 4
  expect(plusZ[middle]).toBe(0)
  expect(minusZ[middle]).toBe(1)
})

it('spreads a bright spot further the rougher the surface', () => {
  const { levels } = prefilterCube((x) => (x > 0.9 ? [1, 1, 1] : [0, 0, 0]), 32)
  const peaks = levels.map((faces) => Math.max(...faces[0]!.filter((_, i) => i % 4 === 0)))
  // Smaller levels have no pixel near the spot's middle.
  expect(peaks[0]).toBe(1)
  expect(peaks[3]).toBeLessThan(peaks[2]!)
  expect(peaks[2]).toBeLessThan(peaks[0]!)
})
