import { describe, expect, test } from 'vitest'
import { bodyField } from '../body/body-field.ts'
import { footField } from '../body/foot-field.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { computeNormals, type Mesh } from '../kit/mesh.ts'
import { addScaled } from '../kit/vec3.ts'
import { BOOT } from './shoes/boot.ts'
import { LOAFER } from './shoes/loafer.ts'
import { SNEAKER } from './shoes/sneaker.ts'
import { createShoe } from './shoes/wear-shoes.ts'
import { createSkirt } from './skirt.ts'
import { createTrousers } from './trousers.ts'
import { trousersField } from './trousers-field.ts'

const trousers = createTrousers()
const sneaker = createShoe(SNEAKER)
const loafer = createShoe(LOAFER)
const boot = createShoe(BOOT)
const skirt = createSkirt()

/** Vertices without a twin on the other side, to a hundredth of a millimetre. */
function asymmetry({ positions }: Mesh): number {
  const key = (x: number, y: number, z: number) => [x, y, z].map((c) => Math.round(c * 1000)).join()
  const places = new Set(positions.map((p) => key(...p)))
  return positions.filter(([x, y, z]) => !places.has(key(-x, y, z))).length
}

describe.each([
  { name: 'the trousers', mesh: trousers.mesh, openEdges: 2 * 22 + 2 * 28, budget: 5000 },
  { name: 'the skirt', mesh: skirt.mesh, openEdges: 2 * 64, budget: 4000 },
  // The lining's rim, and the sunk ends of the tongue and five laces.
  { name: 'a sneaker', mesh: sneaker.mesh, openEdges: 32 + 6 * 2 * 6, budget: 1750 },
  { name: 'a loafer', mesh: loafer.mesh, openEdges: 32, budget: 1750 },
  { name: 'a boot', mesh: boot.mesh, openEdges: 32 + 2 * 6, budget: 1750 },
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

test.each([trousers, skirt])('lower garments are symmetric', ({ mesh }) => {
  expect(asymmetry(mesh)).toBe(0)
})

test('trousers face away from the body', () => {
  const { mesh, threads } = trousers
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const plain = mesh.positions.map((_, v) => v).filter((v) => /body|leg/.test(threads[v]!.region))
  const inward = plain.filter((v) => trousersField(...addScaled(mesh.positions[v]!, normals[v]!, 0.6)) < 0.1)
  expect(inward.length).toBeLessThan(plain.length * 0.03)
})

test('trousers keep off the body', () => {
  const { mesh, threads } = trousers
  const near = mesh.positions.filter((p, v) => threads[v]!.region !== 'inside' && bodyField(...p) < 0.1)
  expect(near).toEqual([])
})

test.each([sneaker, loafer, boot])('shoes have room for the foot, but for a squeeze at the little toe', (shoe) => {
  const { mesh, threads } = shoe
  const room = mesh.positions.filter((_, v) => threads[v]!.region === 'upper').map((p) => footField(...p))
  expect(Math.min(...room)).toBeGreaterThan(-0.15)
  expect(room.filter((r) => r < 0).length).toBeLessThanOrEqual(2)
})

test.each([sneaker, loafer, boot])('shoes stand on the ground', ({ mesh }) => {
  expect(Math.min(...mesh.positions.map(([, y]) => y))).toBeCloseTo(0, 6)
})
