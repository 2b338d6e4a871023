import { describe, expect, it } from 'vitest'
import { distribute } from './curve.ts'
import { inspectMesh } from './inspect-mesh.ts'
import { addVertex, computeNormals, createMesh } from './mesh.ts'
import { normalMorph, sparseMorph } from './morph.ts'
import { cos, sin } from './ops.ts'
import { normalOf } from './project.ts'
import { TAU } from './scalar.ts'
import { ellipsoid, put, sculpt, smoothMin, sphere } from './sdf.ts'
import { stitchFan, stitchHalving, stitchRows } from './stitch.ts'
import { surfaceNets } from './surface-nets.ts'
import { dot, length, type Vec3 } from './vec3.ts'

const pebble = sculpt(ellipsoid([0, 0, 0], [2, 1.5, 1]), [put(0.5, sphere([1.5, 0, 0], 0.8))])

describe('signed distance fields', () => {
  it('swell by a quarter of the blend where two shapes meet', () => {
    expect(smoothMin(1, 1, 0.4)).toBeCloseTo(0.9)
    expect(smoothMin(1, 2, 0.4)).toBe(1)
  })
})

describe('surface nets', () => {
  const mesh = surfaceNets(pebble, { min: [-2.5, -2, -1.5], max: [3, 2, 1.5], cell: 0.25 })

  it('close the surface without flipped or crowded edges', () => {
    const report = inspectMesh(mesh)
    expect(report).toEqual({ boundaryEdges: 0, nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
  })

  it('lie on the field and face outwards', () => {
    const normals = computeNormals(mesh.positions, mesh.triangles)
    for (const [i, p] of mesh.positions.entries()) {
      expect(Math.abs(pebble(...p))).toBeLessThan(0.02)
      expect(dot(normals[i]!, normalOf(pebble, p))).toBeGreaterThan(0.7)
    }
  })
})

describe('rows and rings', () => {
  it('face outwards when the upper row comes first and both run to the right', () => {
    const mesh = createMesh()
    const ring = (count: number, y: number, r: number) =>
      Array.from({ length: count }, (_, i): Vec3 => [sin((TAU * i) / count) * r, y, cos((TAU * i) / count) * r])
    const rows = [ring(16, 2, 1), ring(16, 1, 1), ring(8, 0, 1)].map((row) => row.map((p) => addVertex(mesh, p)))
    stitchRows(mesh, rows[0]!, rows[1]!, 'closed')
    stitchHalving(mesh, rows[1]!, rows[2]!)
    stitchFan(mesh, rows[0]!, addVertex(mesh, [0, 2, 0]))
    expect(inspectMesh(mesh)).toMatchObject({ boundaryEdges: 8, nonManifoldEdges: 0, flippedEdges: 0 })
    const normals = computeNormals(mesh.positions, mesh.triangles)
    for (const [i, p] of mesh.positions.entries()) expect(dot(normals[i]!, [p[0], p[1] - 1, p[2]])).toBeGreaterThan(0)
  })
})

describe('distribute', () => {
  it('keeps the ends and crowds where the density is high', () => {
    const xs = distribute((x) => (x < 0.5 ? 3 : 1), 0, 1, 8)
    expect(xs[0]).toBeCloseTo(0)
    expect(xs[8]).toBeCloseTo(1)
    expect(xs[6]).toBeCloseTo(0.5, 2)
  })
})

describe('morphs', () => {
  it('turn only the normals near the vertices they move', () => {
    const mesh = surfaceNets(sphere([0, 0, 0], 1), { min: [-1.5, -1.5, -1.5], max: [1.5, 1.5, 1.5], cell: 0.25 })
    const top = mesh.positions.findIndex((p) => p[1] === Math.max(...mesh.positions.map((q) => q[1])))
    const morph = sparseMorph((v) => (v === top ? [0.2, 0, 0] : undefined), mesh.positions.length, 1e-5)
    const turned = normalMorph(mesh, morph)
    expect(turned.indices.length).toBeGreaterThan(2)
    expect(turned.indices.length).toBeLessThan(20)
    expect(Math.max(...turned.deltas.map(length))).toBeLessThan(1.5)
  })
})
