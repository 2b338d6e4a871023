import { describe, expect, test } from 'vitest'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { computeNormals, type Mesh } from '../kit/mesh.ts'
import { addScaled, cross, dot } from '../kit/vec3.ts'
import { STITCHES_PER_TILE } from './knit.ts'
import { createShoe } from './shoes.ts'
import { createSweater } from './sweater.ts'
import { CUFF, HEM, sweaterField } from './sweater-field.ts'
import { createTrousers } from './trousers.ts'
import { trousersField } from './trousers-field.ts'
import { sewWeave, tiled } from './weave.ts'

const sweater = createSweater()
const trousers = createTrousers()
const shoe = createShoe()

/** Vertices without a twin on the other side, to a hundredth of a millimetre. */
function asymmetry({ positions }: Mesh): number {
  const key = (x: number, y: number, z: number) => [x, y, z].map((c) => Math.round(c * 1000)).join()
  const places = new Set(positions.map((p) => key(...p)))
  return positions.filter(([x, y, z]) => !places.has(key(-x, y, z))).length
}

describe.each([
  { name: 'the sweater', mesh: sweater.mesh, openEdges: 2 * 28 * 2 + 2 * 30, budget: 9000 },
  { name: 'the trousers', mesh: trousers.mesh, openEdges: 2 * 22 + 2 * 28, budget: 5000 },
  { name: 'a shoe', mesh: shoe.mesh, openEdges: 32 + 4 * 2 * 5, budget: 2000 },
])('$name', ({ mesh, openEdges, budget }) => {
  test('is open only at its rims', () => {
    expect(inspectMesh(mesh)).toEqual({
      boundaryEdges: openEdges,
      nonManifoldEdges: 0,
      flippedEdges: 0,
      brokenVertices: 0,
    })
  })

  test('keeps to its budget of triangles', () => {
    expect(mesh.triangles.length).toBeLessThanOrEqual(budget)
  })
})

test('sweater and trousers are symmetric', () => {
  expect(asymmetry(sweater.mesh)).toBe(0)
  expect(asymmetry(trousers.mesh)).toBe(0)
})

test('cloth faces away from the body', () => {
  for (const [{ mesh, threads }, field] of [
    [sweater, sweaterField],
    [trousers, trousersField],
  ] as const) {
    const normals = computeNormals(mesh.positions, mesh.triangles)
    const plain = mesh.positions.map((_, v) => v).filter((v) => /body|sleeve|leg/.test(threads[v]!.region))
    const inward = plain.filter((v) => field(...addScaled(mesh.positions[v]!, normals[v]!, 0.6)) < 0.1)
    expect(inward.length).toBeLessThan(plain.length * 0.03)
  }
})

test('the trousers stay inside the sweater where it covers them', () => {
  const covered = trousers.mesh.positions.filter(([, y]) => y > HEM + 0.6)
  const rib = sweater.mesh.positions.filter((_, v) => sweater.threads[v]!.region === 'rib')
  const radius = ([x, , z]: readonly number[]) => Math.hypot(x!, z! + 1)
  const angle = ([x, , z]: readonly number[]) => Math.atan2(x!, z! + 1)
  for (const p of covered) {
    const near = rib.filter((r) => Math.abs(r[1] - p[1]) < 3 && Math.abs(angle(r) - angle(p)) < 0.12)
    if (near.length > 0) expect(radius(p)).toBeLessThan(Math.max(...near.map(radius)))
  }
})

test('cuffs end where the hand begins', () => {
  const ends = sweater.mesh.positions.map(([x]) => x)
  expect(Math.max(...ends)).toBeCloseTo(CUFF, 6)
  expect(Math.min(...ends)).toBeCloseTo(-CUFF, 6)
})

test('shoes stand on the ground', () => {
  expect(Math.min(...shoe.mesh.positions.map(([, y]) => y))).toBeCloseTo(0, 6)
})

describe('the weave', () => {
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
  const { positions, triangles } = sweater.mesh
  const [a, b, c] = triangles.find((t) =>
    t.every((v) => sweater.threads[v]!.region === 'sleeve' && positions[v]![0] > 25 && positions[v]![1] > 132),
  )!
  const normal = cross(addScaled(positions[b]!, positions[a]!, -1), addScaled(positions[c]!, positions[a]!, -1))
  expect(dot(normal, [0, 1, 0])).toBeGreaterThan(0)
})
