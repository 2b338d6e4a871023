import { beforeAll, expect, it } from 'vitest'
import type { HeadPart } from '../head/parts.ts'
import { MILLA } from '../head/recipe.ts'
import { buildSkin, type HeadSkin } from '../head/skin.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { distance, type Vec3 } from '../kit/vec3.ts'
import { skinShapes } from '../shapes/skin-shapes.ts'
import { beard } from './beard.ts'
import { BEARDS, type BeardStyle } from './beard-zones.ts'

const STYLES = Object.keys(BEARDS) as BeardStyle[]
let skin: HeadSkin
let shapes: ReturnType<typeof skinShapes>
const beards = new Map<BeardStyle, HeadPart[]>()

beforeAll(() => {
  skin = buildSkin(MILLA)
  shapes = skinShapes(skin)
  for (const style of STYLES) beards.set(style, wear(style))
}, 60_000)

const wear = (style: BeardStyle): HeadPart[] =>
  beard({ ...skin, recipe: { ...skin.recipe, beard: { style, colour: '#3a2820' } } }, shapes)

it('nobody who did not ask for one has a beard', () => {
  expect(beard(skin, shapes)).toEqual([])
})

it('beards grow out of the skin, off the lips, and are sound', () => {
  const { mouth } = skin.recipe
  for (const style of STYLES)
    for (const { name, mesh } of beards.get(style)!) {
      expect(inspectMesh(mesh)).toMatchObject({ nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
      expect(mesh.triangles.length).toBeLessThan(10_000)
      const far = mesh.positions.filter((p) => Math.abs(skin.field.bare(...p)) > 1.4)
      expect({ style, name, far }).toEqual({ style, name, far: [] })
      const onMouth = mesh.positions.filter((p) => Math.abs(p[0]) < 1 && Math.abs(p[1] - mouth.y) < 0.1 && p[2] > 6)
      expect({ style, name, onMouth }).toEqual({ style, name, onMouth: [] })
    }
})

it('hair goes where the skin under it goes', () => {
  for (const shape of ['jawOpen', 'mouthSmileLeft', 'mouthPucker', 'viseme_FF'] as const) {
    const skinMoves = new Map(shapes.get(shape)!.indices.map((v, i) => [v, shapes.get(shape)!.deltas[i]!]))
    for (const { mesh, morphs } of beards.get('full')!) {
      const morph = morphs.get(shape)!
      expect(morph.indices.length).toBeGreaterThan(20)
      for (let i = 0; i < morph.indices.length; i += 97) {
        const p = mesh.positions[morph.indices[i]!]!
        const near = nearestSkin(p)
        // A hair's tip lies over other skin than its root.
        expect(distance(morph.deltas[i]!, skinMoves.get(near) ?? [0, 0, 0])).toBeLessThan(1.4)
      }
    }
  }
})

it('a beard comes out the same twice', () => {
  const meshes = (parts: readonly HeadPart[]) => JSON.stringify(parts.map(({ mesh }) => mesh))
  expect(meshes(wear('goatee'))).toBe(meshes(beards.get('goatee')!))
})

function nearestSkin(p: Vec3): number {
  let nearest = 0
  skin.mesh.positions.forEach((q, v) => {
    if (skin.sites[v]!.kind === 'skin' && distance(p, q) < distance(p, skin.mesh.positions[nearest]!)) nearest = v
  })
  return nearest
}
