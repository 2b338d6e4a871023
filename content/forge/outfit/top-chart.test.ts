import { describe, expect, test } from 'vitest'
import { BLOUSE } from './cuts/blouse-cut.ts'
import { DRESS } from './cuts/dress-cut.ts'
import { JACKET } from './cuts/jacket-cut.ts'
import { sewSmooth } from './sew-top.ts'
import { CHART, chartOf } from './top-chart.ts'
import { sewWeave } from './weave.ts'

describe.each([BLOUSE, DRESS, JACKET])('the picture of the $name', (cut) => {
  const garment = sewSmooth(cut)
  const { mesh, origin } = sewWeave(garment, chartOf(cut, garment.tubeStitches).unwrap)
  const uvs = mesh.uvs!
  const seen = origin.map((v) => garment.threads[v]!.region !== 'inside')

  test('has room for all that is seen', () => {
    const outside = uvs.filter(([u, v], i) => seen[i] && (u < 0 || u > 1 || v < 0 || v > 1))
    expect(outside).toEqual([])
  })

  test('shows no two places of the cloth at one', () => {
    const ends = (1024 - 2 * 12) / 1024
    const split = CHART.trunk / CHART.height
    for (const triangle of mesh.triangles) {
      const corners = triangle.map((v) => uvs[v]!)
      const heights = corners.map(([, v]) => v)
      // Trunk above, sleeves below; nothing reaches from one into the other, or right across.
      expect(Math.min(...heights) < split && Math.max(...heights) > split + 0.02).toBe(false)
      const across = corners.map(([u]) => u)
      expect(Math.max(...across) - Math.min(...across)).toBeLessThan(ends / 4)
    }
  })
})
