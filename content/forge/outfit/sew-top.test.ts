import { describe, expect, test } from 'vitest'
import { bodyField } from '../body/body-field.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { computeNormals, type Mesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { addScaled, cross, dot } from '../kit/vec3.ts'
import type { TopCut } from './cut.ts'
import { BLOUSE } from './cuts/blouse-cut.ts'
import { CARDIGAN } from './cuts/cardigan-cut.ts'
import { DRESS } from './cuts/dress-cut.ts'
import { HOODIE } from './cuts/hoodie-cut.ts'
import { JACKET } from './cuts/jacket-cut.ts'
import { CUFF, SWEATER } from './cuts/sweater-cut.ts'
import { TSHIRT } from './cuts/tshirt-cut.ts'
import { STITCHES_PER_TILE } from './knit.ts'
import { clothOf, sewSmooth, sewTop } from './sew-top.ts'
import { sewWeave, tiled } from './weave.ts'

const TOPS: readonly { cut: TopCut; budget: number }[] = [
  { cut: SWEATER, budget: 9000 },
  { cut: TSHIRT, budget: 9000 },
  { cut: BLOUSE, budget: 9000 },
  { cut: JACKET, budget: 7400 },
  { cut: CARDIGAN, budget: 7400 },
  { cut: DRESS, budget: 9000 },
  { cut: HOODIE, budget: 9000 },
]

/** Vertices without a twin on the other side, to a hundredth of a millimetre. */
function asymmetry({ positions }: Mesh): number {
  const key = (x: number, y: number, z: number) => [x, y, z].map((c) => Math.round(c * 1000)).join()
  const places = new Set(positions.map((p) => key(...p)))
  return positions.filter(([x, y, z]) => !places.has(key(-x, y, z))).length
}

/** Edges of hem and collar; an open front adds the inner edges of what is turned in, and the collar's ends. */
function trunkRim({ columns, rows, collar, front }: TopCut): number {
  const turnedIn = 16 + 2 * (rows.length + 10)
  return 4 * columns + (front ? turnedIn + 2 * collar(1).length : 0)
}

describe.each(TOPS)('the $cut.name', ({ cut, budget }) => {
  const { mesh, threads, tubeStitches } = sewTop(cut)
  const used = [...new Set(mesh.triangles.flat())]
  const plain = used.filter((v) => /body|sleeve|rib|seam/.test(threads[v]!.region))

  test('is open only at its rims', () => {
    expect(inspectMesh(mesh)).toEqual({
      boundaryEdges: trunkRim(cut) + 2 * (tubeStitches / cut.stitch.perColumn),
      nonManifoldEdges: 0,
      flippedEdges: 0,
      brokenVertices: 0,
    })
  })

  test('keeps to its budget of triangles', () => {
    expect(mesh.triangles.length).toBeLessThanOrEqual(budget)
  })

  test('is symmetric before wearing creases it, and not after', () => {
    expect(asymmetry(sewSmooth(cut).mesh)).toBe(0)
    expect(asymmetry(mesh)).toBeGreaterThan(mesh.positions.length / 4)
  })

  test('faces away from the body', () => {
    const cloth = clothOf(cut)
    const normals = computeNormals(mesh.positions, mesh.triangles)
    const inward = plain.filter((v) => dot(normals[v]!, normalOf(cloth, mesh.positions[v]!, 0.1)) < -0.3)
    expect(inward.length).toBeLessThan(plain.length * 0.01)
  })

  test('encloses the body', () => {
    // The hand is narrower than the figure's arm, and a cuff closes about the hand; below a sash no skin is left.
    const sash = cut.skirt ? cut.rows[0]!.at : 0
    const trunkAndArm = plain.filter((v) => Math.abs(mesh.positions[v]![0]) < 54 && mesh.positions[v]![1] > sash)
    const near = trunkAndArm.filter((v) => bodyField(...mesh.positions[v]!) < 0.08)
    expect(near.map((v) => mesh.positions[v])).toEqual([])
  })
})

test('cuffs end where the hand begins', () => {
  const ends = sewSmooth(SWEATER).mesh.positions.map(([x]) => x)
  expect(Math.max(...ends)).toBeCloseTo(CUFF, 6)
  expect(Math.min(...ends)).toBeCloseTo(-CUFF, 6)
})

describe('the weave', () => {
  const sweater = sewTop(SWEATER)
  const { mesh, origin } = sewWeave(sweater, tiled(STITCHES_PER_TILE))

  test('keeps every triangle, and parts vertices only at seams', () => {
    expect(mesh.triangles.length).toBe(sweater.mesh.triangles.length)
    expect(origin.length - sweater.mesh.positions.length).toBeLessThan(400)
    for (const [v, p] of mesh.positions.entries()) expect(p).toBe(sweater.mesh.positions[origin[v]!])
  })

  test('nowhere stretches a triangle over more than a few stitches', () => {
    const uvs = mesh.uvs!
    for (const [a, b, c] of mesh.triangles) {
      const span = (axis: 0 | 1) =>
        Math.max(...[a, b, c].map((v) => uvs[v]![axis])) - Math.min(...[a, b, c].map((v) => uvs[v]![axis]))
      expect(span(0)).toBeLessThanOrEqual(0.3)
      expect(span(1)).toBeLessThanOrEqual(1)
    }
  })
})

test('the outside of a sleeve looks out', () => {
  const { mesh, threads } = sewTop(SWEATER)
  const { positions, triangles } = mesh
  const [a, b, c] = triangles.find((t) =>
    t.every((v) => threads[v]!.region === 'sleeve' && positions[v]![0] > 25 && positions[v]![1] > 132),
  )!
  const normal = cross(addScaled(positions[b]!, positions[a]!, -1), addScaled(positions[c]!, positions[a]!, -1))
  expect(dot(normal, [0, 1, 0])).toBeGreaterThan(0)
})
