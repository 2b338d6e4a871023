import { beforeAll, describe, expect, it } from 'vitest'
import { FACE_CHANNELS, type FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { EYEBALL_INSET } from '../face/eyeball.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { type Morph, morphed } from '../kit/morph.ts'
import { distance, type Vec3 } from '../kit/vec3.ts'
import { buildHead } from './build-head.ts'
import { eyeCentre, SIDES } from './frame.ts'
import { createLipMeter, type FaceWeights, type LipMeter } from './lip-meter.ts'
import type { HeadPart, HeadParts } from './parts.ts'
import { MILLA } from './recipe.ts'
import type { LidSite, LipSite } from './site.ts'
import { buildSkin, type HeadSkin } from './skin.ts'
import { withoutHiddenScalp } from './without-hidden-scalp.ts'

let head: HeadParts
let skin: HeadSkin

beforeAll(async () => {
  head = await buildHead(MILLA)
  skin = withoutHiddenScalp(buildSkin(MILLA))
}, 60_000)

const partNamed = (name: string): HeadPart => head.parts.find((part) => part.name === name)!

/** Positions of a part under weighted shapes. */
function posed(name: string, weights: FaceWeights): Vec3[] {
  const { mesh, morphs } = partNamed(name)
  const active = Object.entries(weights).flatMap(([shape, weight]) => {
    const morph = morphs.get(shape as FaceChannelName)
    return morph ? [[morph, weight] as const] : []
  })
  return morphed(mesh.positions, active)
}

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
    for (const { colourTexture, normalTexture, shadingRamp, emissiveTexture } of head.materials)
      for (const name of [colourTexture, normalTexture, shadingRamp, emissiveTexture])
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
        if (apart(a.field, b.field) < 0.2) expect.fail(`${a.name} and ${b.name} are the same`)
      }
  })

  it('come in mirrored pairs', () => {
    for (const name of ['head', 'lashes', 'brows', 'lidShadow']) {
      const { mesh, morphs } = partNamed(name)
      const twin = mirrorTwins(mesh.positions, (v) => (name === 'head' ? lipOf(v) : ''))
      for (const left of FACE_CHANNELS.filter((channel) => channel.endsWith('Left'))) {
        const right = left.replace(/Left$/, 'Right') as FaceChannelName
        if (!morphs.has(left)) continue
        expect({ name, left, error: mirrorError(morphs.get(left)!, morphs.get(right)!, twin) < 2e-3 }).toMatchObject({
          error: true,
        })
      }
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

describe('lids', () => {
  const lids = (upper: boolean, layer: LidSite['layer']) =>
    skin.sites.flatMap((site, v) =>
      site.kind === 'lid' && site.upper === upper && site.layer === layer ? [{ site, v }] : [],
    )

  it('clear the eyeball at every stage of a blink', () => {
    const { eye } = MILLA
    for (const weight of [0, 0.25, 0.5, 0.75, 1]) {
      const positions = posed('head', { eyeBlinkLeft: weight, eyeBlinkRight: weight })
      for (const side of SIDES) {
        const centre = eyeCentre(MILLA, side)
        const near = skin.sites.flatMap((site, v) =>
          site.kind === 'lid' && site.side === side && (site.layer === 'skin' || site.layer === 'margin')
            ? [distance(positions[v]!, centre)]
            : [],
        )
        expect(Math.min(...near)).toBeGreaterThan(eye.radius - EYEBALL_INSET + 0.04)
      }
    }
  })

  it('leave no gap when shut and a full one at rest', () => {
    const gapAt = (weight: number) => {
      const positions = posed('head', { eyeBlinkLeft: weight })
      const lower = lids(false, 'margin').filter(({ site }) => site.side > 0)
      return Math.max(
        ...lids(true, 'margin')
          .filter(({ site }) => site.side > 0)
          .map(({ v }) => Math.min(...lower.map((other) => distance(positions[v]!, positions[other.v]!)))),
      )
    }
    expect(gapAt(0)).toBeGreaterThan(1.5)
    expect(gapAt(1)).toBeLessThan(0.1)
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
    for (const [jawOpen, mouthClose] of [
      [0.5, 0.5],
      [0.5, 0.75],
      [0.5, 1],
      [1, 1],
    ] as const)
      expect(gap({ jawOpen, mouthClose })).toBeLessThan(0.1)
  })

  it('bring the lower lip to the upper teeth on f and v', () => {
    expect(meter.lowerLipToTeeth({ viseme_FF: 1 })).toBeLessThan(1)
    expect(meter.lowerLipToTeeth({ viseme_aa: 1 })).toBeGreaterThan(4)
  })

  it('stay in front of the teeth while shut', () => {
    for (const weights of [{}, { viseme_PP: 1 }, { mouthPressLeft: 1, mouthPressRight: 1 }]) {
      const lips = lipVertices(posed('head', weights), () => true)
      for (const tooth of posed('mouth', weights)) {
        const over = lips.filter((p) => Math.abs(p[0] - tooth[0]) < 0.12 && Math.abs(p[1] - tooth[1]) < 0.12)
        if (over.length > 0) expect(tooth[2]).toBeLessThan(Math.min(...over.map((p) => p[2])))
      }
    }
  })

  const lipVertices = (positions: readonly Vec3[], test: (site: LipSite) => boolean): Vec3[] =>
    skin.sites.flatMap((site, v) => (site.kind === 'lip' && test(site) ? [positions[v]!] : []))
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

/** Tells apart the vertices of both lips, which share their places where lips touch. */
function lipOf(vertex: number): string {
  const site = skin.sites[vertex]
  return site?.kind === 'lip' && Math.abs(site.along) < 1 ? String(site.upper) : ''
}

/** Root of the summed squared differences. */
function apart(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return Math.sqrt(sum)
}

/** For each vertex the one at its mirror place, −1 where there is none. */
function mirrorTwins(positions: readonly Vec3[], tag: (vertex: number) => string): number[] {
  const key = (v: number, x: number, y: number, z: number) =>
    [...[x, y, z].map((c) => Math.round(c * 500)), tag(v)].join()
  const places = new Map<string, number>()
  for (const [v, [x, y, z]] of positions.entries())
    for (const dx of [-0.3, 0.3])
      for (const dy of [-0.3, 0.3])
        for (const dz of [-0.3, 0.3]) places.set(key(v, x + dx / 500, y + dy / 500, z + dz / 500), v)
  return positions.map(([x, y, z], v) => places.get(key(v, -x, y, z)) ?? -1)
}

/** Largest difference between a left shape and the mirror image of the right one, cm. */
function mirrorError(left: Morph, right: Morph, twin: readonly number[]): number {
  const mirrored = new Map(right.indices.map((v, i) => [v, right.deltas[i]!]))
  let worst = 0
  let found = 0
  left.indices.forEach((v, i) => {
    const other = twin[v]!
    if (other < 0) return
    found++
    const [x, y, z] = mirrored.get(other) ?? [0, 0, 0]
    worst = Math.max(worst, distance(left.deltas[i]!, [-x, y, z]))
  })
  return found > 0.9 * left.indices.length ? worst : Number.POSITIVE_INFINITY
}
