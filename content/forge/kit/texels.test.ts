import { describe, expect, test } from 'vitest'
import { srgbByte } from './colour.ts'
import { computeNormals, type Mesh } from './mesh.ts'
import { normalMap } from './normal-map.ts'
import { solidNoise } from './solid-noise.ts'
import { splitMorph, splitSeam } from './split-seam.ts'
import { drawTexels, nearestDrawn } from './texels.ts'

/** A square over the whole picture but for a margin, with a field that runs from 0 to 1 across it. */
const square = {
  uvs: [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.75, 0.75],
    [0.25, 0.75],
  ],
  triangles: [
    [0, 1, 2],
    [0, 2, 3],
  ],
  fields: [[0, 1, 1, 0]],
} as const

describe('a mesh drawn into a picture', () => {
  const texels = drawTexels(16, [square])

  test('covers each texel whose middle lies in it, and no other', () => {
    for (let t = 0; t < 256; t++) {
      const inside = [t % 16, Math.floor(t / 16)].every((c) => c >= 4 && c < 12)
      expect(texels.covered[t]).toBe(inside ? 1 : 0)
    }
  })

  test('holds its fields in a straight line between the vertices, across the edge of two triangles', () => {
    for (let x = 4; x < 12; x++) expect(texels.fields[0]![6 * 16 + x]).toBeCloseTo((x + 0.5 - 4) / 8, 6)
  })

  test('is spread from its edges over all that is empty', () => {
    const source = nearestDrawn(texels)
    expect(source[0]).toBe(4 * 16 + 4)
    expect(source[6 * 16 + 15]).toBe(6 * 16 + 11)
    expect(source[6 * 16 + 6]).toBe(6 * 16 + 6)
  })
})

test('a relief that rises along u leans its normals against u', () => {
  const flat = {
    ...square,
    fields: [
      [0, 2, 2, 0],
      [0, 0, 2, 2],
      [0, 0, 0, 0],
      [0, 1, 1, 0],
    ],
  }
  const texels = drawTexels(16, [flat])
  const [x, y, z, height] = texels.fields
  const map = normalMap(texels, [x!, y!, z!], height!)
  const middle = 3 * (8 * 16 + 8)
  expect((map[middle]! - 128) / (map[middle + 2]! - 128)).toBeCloseTo(-0.5, 1)
  expect(map[middle + 1]).toBe(128)
})

test('a seam doubles what lies on it, and only that', () => {
  const mesh: Mesh = {
    positions: [
      [0, 0, -1],
      [1, 0, 0],
      [-1, 0, 0],
      [0, 1, -1],
    ],
    triangles: [
      [0, 3, 1],
      [0, 2, 3],
    ],
    uvs: [
      [0, 1],
      [0.1, 1],
      [0.9, 1],
      [0, 0],
    ],
  }
  const split = splitSeam(mesh)
  expect([...split.doubled].sort()).toEqual([0, 3])
  expect(split.mesh.triangles[0]).toEqual([0, 3, 1])
  expect(split.mesh.triangles[1]!.map((v) => split.mesh.uvs![v]![0])).toEqual([1, 0.9, 1])
  const whole = computeNormals(mesh.positions, mesh.triangles)
  split.doubled.forEach((v, i) => {
    expect(split.mesh.normals![4 + i]).toEqual(whole[v])
  })
  const moved = splitMorph(
    {
      indices: [1, 3],
      deltas: [
        [1, 0, 0],
        [0, 2, 0],
      ],
    },
    split,
  )
  expect(moved.indices).toEqual([1, 3, 4 + split.doubled.indexOf(3)])
  expect(moved.deltas[2]).toEqual([0, 2, 0])
})

test('noise in space is smooth, repeats itself for a seed, and fills its range', () => {
  const noise = solidNoise(3, 'test')
  const values = Array.from({ length: 2000 }, (_, i) => noise(i * 0.37, i * 0.11, -i * 0.23))
  expect(Math.min(...values)).toBeLessThan(0.1)
  expect(Math.max(...values)).toBeGreaterThan(0.9)
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
  expect(solidNoise(3, 'test')(1.5, -2.25, 0.1)).toBe(noise(1.5, -2.25, 0.1))
  expect(Math.abs(noise(1.9999, 0.3, 0.3) - noise(2.0001, 0.3, 0.3))).toBeLessThan(0.01)
})

test('bytes of sRGB follow its curve, near black too', () => {
  for (let byte = 0; byte < 256; byte++) {
    const v = byte / 255
    const linear = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
    expect(Math.abs(srgbByte(linear) - byte)).toBeLessThanOrEqual(byte < 12 ? 1 : 0)
  }
})
