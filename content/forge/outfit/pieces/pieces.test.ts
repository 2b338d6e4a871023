import { describe, expect, test } from 'vitest'
import { inspectMesh } from '../../kit/inspect-mesh.ts'
import { wearHoodie } from './hoodie.ts'
import { wearJacket } from './jacket.ts'

describe.each([
  { name: 'hoodie', piece: await wearHoodie({ colour: '#8899aa' }), budget: 9600 },
  { name: 'jacket', piece: await wearJacket({ colour: '#8899aa', accent: '#aa3344' }), budget: 8600 },
])('a $name with its trims', ({ piece, budget }) => {
  const { mesh, influences, material } = piece.parts[0]!

  test('is one sound part within its budget', () => {
    expect(piece.parts).toHaveLength(1)
    expect(inspectMesh(mesh)).toMatchObject({ nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
    expect(mesh.triangles.length).toBeLessThanOrEqual(budget)
  })

  test('gives every vertex its normal, picture, colour and joints', () => {
    for (const attribute of [mesh.normals, mesh.uvs, mesh.colors, influences])
      expect(attribute).toHaveLength(mesh.positions.length)
    for (const shares of influences) expect([...shares.values()].reduce((sum, share) => sum + share)).toBeCloseTo(1, 9)
    expect(mesh.colors!.flat().every((channel) => channel >= 0 && channel <= 1)).toBe(true)
  })

  test('brings the material and the pictures that it names', () => {
    const recipe = piece.materials.find(({ name }) => name === material)!
    for (const picture of [recipe.colourTexture!, recipe.normalTexture!]) expect(piece.textures.has(picture)).toBe(true)
  })
})
