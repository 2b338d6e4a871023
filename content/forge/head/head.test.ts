import { beforeAll, describe, expect, it } from 'vitest'
import { FACE_CHANNELS, type FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { distance } from '../kit/vec3.ts'
import { buildHead } from './build-head.ts'
import { createLipMeter, type FaceWeights, type LipMeter } from './lip-meter.ts'
import type { HeadPart, HeadParts } from './parts.ts'
import { MILLA } from './recipe.ts'
import { buildSkin, type HeadSkin } from './skin.ts'
import { withoutHiddenScalp } from './without-hidden-scalp.ts'

let head: HeadParts
let skin: HeadSkin

beforeAll(async () => {
  head = await buildHead(MILLA)
  skin = withoutHiddenScalp(buildSkin(MILLA))
}, 60_000)

const partNamed = (name: string): HeadPart => head.parts.find((part) => part.name === name)!

const triangleCount = (part: HeadPart): number => part.mesh.triangles.length

describe('the head', () => {
  it('keeps within its share of the triangles', () => {
    expect(triangleCount(partNamed('head'))).toBeLessThanOrEqual(22_000)
    expect(triangleCount(partNamed('hair')) + triangleCount(partNamed('hairUnder'))).toBeLessThanOrEqual(20_000)
    expect(head.parts.reduce((sum, part) => sum + triangleCount(part), 0)).toBeLessThanOrEqual(58_000)
  })

  it('has no edge with three faces, no flipped face and no broken number in any part', () => {
    for (const { name, mesh } of head.parts) {
      const report = inspectMesh(mesh)
      expect({ name, ...report }).toMatchObject({ name, nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
    }
  })

  it('opens only at the chest, the pockets behind the lids and the hidden scalp', () => {
    const { positions, triangles } = partNamed('head').mesh
    const uses = new Map<string, readonly number[]>()
    // The pictures' seam at the back doubles vertices; what it parts lies together.
    const seamless = (v: number) =>
      v < skin.sites.length ? v : positions.findIndex((p) => distance(p, positions[v]!) === 0)
    for (const t of triangles)
      for (let i = 0; i < 3; i++) {
        const edge = [seamless(t[i]!), seamless(t[(i + 1) % 3]!)].sort((a, b) => a - b)
        const key = edge.join()
        uses.has(key) ? uses.delete(key) : uses.set(key, edge)
      }
    for (const edge of uses.values())
      for (const v of edge) {
        const site = skin.sites[v]!
        const y = positions[v]![1]
        expect(y < -18 || (site.kind === 'lid' && site.layer === 'pocket') || y > -5).toBe(true)
      }
  })

  it('carries attributes for every vertex, colours within range and unit normals', () => {
    for (const { mesh } of head.parts) {
      const count = mesh.positions.length
      for (const list of [mesh.uvs, mesh.shading, mesh.colors, mesh.normals]) if (list) expect(list).toHaveLength(count)
      for (const colour of mesh.colors ?? []) expect(colour.every((c) => c >= 0 && c <= 1)).toBe(true)
    }
  })

  it('names a known material in every part and a known picture in every material', () => {
    const materials = new Map(head.materials.map((material) => [material.name, material]))
    for (const part of head.parts) expect(materials.has(part.material)).toBe(true)
    for (const { colourTexture, normalTexture, shadingRamp, surfaceTexture, emissiveTexture } of head.materials)
      for (const name of [colourTexture, normalTexture, shadingRamp, surfaceTexture, emissiveTexture])
        if (name) expect(head.textures.has(name)).toBe(true)
  })
})

describe('shapes', () => {
  it('all move something, by finite amounts', () => {
    for (const name of FACE_CHANNELS) {
      const moved = head.parts.flatMap(({ morphs }) => morphs.get(name)?.deltas ?? [])
      expect({ name, moves: moved.length > 0 }).toEqual({ name, moves: true })
      expect(moved.every((delta) => delta.every(Number.isFinite))).toBe(true)
    }
  })

  it('are all different', () => {
    const fields = FACE_CHANNELS.map((name) => ({ name, field: deltaField(name) }))
    for (const [i, a] of fields.entries())
      for (const b of fields.slice(i + 1)) {
        if (difference(a.field, b.field) < 0.1) expect.fail(`${a.name} and ${b.name} are the same`)
      }
  })

  it('move neither eyeballs nor upper teeth', () => {
    expect(partNamed('eyeLeft').morphs.size).toBe(0)
    const { mesh, morphs } = partNamed('mouth')
    const upper = new Set(mesh.positions.flatMap((p, v) => (p[1] > MILLA.mouth.y + 0.1 ? [v] : [])))
    expect(upper.size).toBeGreaterThan(300)
    const jawOpen = morphs.get('jawOpen')!
    expect(jawOpen.indices.filter((v) => upper.has(v))).toHaveLength(0)
  })
})

describe('lips', () => {
  let meter: LipMeter
  beforeAll(() => {
    meter = createLipMeter(head, skin.sites, MILLA.mouth.y)
  })
  /** Centimetres. */
  const gap = (weights: FaceWeights): number => meter.gap(weights) / 10

  it('touch at rest and on p, b and m', () => {
    expect(gap({})).toBeLessThan(0.02)
    expect(gap({ viseme_PP: 1 })).toBeLessThan(0.05)
    expect(gap({ viseme_aa: 1 })).toBeGreaterThan(1)
  })

  it('shut over an open jaw with mouthClose', () => {
    expect(gap({ jawOpen: 0.5 })).toBeGreaterThan(0.8)
    for (const mouthClose of [0.75, 1]) expect(gap({ jawOpen: 0.5, mouthClose })).toBeLessThan(0.1)
  })

  it('bring the lower lip to the upper teeth on f and v', () => {
    expect(meter.lowerLipToTeeth({ viseme_FF: 1 })).toBeLessThan(1)
    expect(meter.lowerLipToTeeth({ viseme_aa: 1 })).toBeGreaterThan(4)
  })
})

/** A shape's moves of skin and mouth as one long vector. */
function deltaField(name: FaceChannelName): Float64Array {
  const parts = ['head', 'mouth'].map(partNamed)
  const field = new Float64Array(3 * parts.reduce((sum, part) => sum + part.mesh.positions.length, 0))
  let base = 0
  for (const { mesh, morphs } of parts) {
    const morph = morphs.get(name)
    morph?.indices.forEach((v, i) => {
      field.set(morph.deltas[i]!, 3 * (base + v))
    })
    base += mesh.positions.length
  }
  return field
}

/** How much two differ, as a share of the larger one: 0 for the same, 1.4 for what has nothing in common. */
function difference(a: Float64Array, b: Float64Array): number {
  let [apart, ofA, ofB] = [0, 0, 0]
  for (const [i, x] of a.entries()) {
    apart += (x - b[i]!) ** 2
    ofA += x ** 2
    ofB += b[i]! ** 2
  }
  return Math.sqrt(apart / Math.max(ofA, ofB))
}
