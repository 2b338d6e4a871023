import { type Colour, mixColours, shade, vertexColour } from '../kit/colour.ts'
import { curve3 } from '../kit/curve.ts'
import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { dome, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { stitchGrid } from '../kit/stitch.ts'
import {
  add,
  addScaled,
  cross,
  distance,
  mix3,
  normalize,
  reject,
  scale,
  subtract,
  type Vec2,
  type Vec3,
  type Vec4,
} from '../kit/vec3.ts'

/** A lens-shaped lock swept along a strand. */
export interface LockRecipe {
  readonly path: readonly Vec3[]
  /** cm. */
  readonly halfWidth: number
  readonly thickness: number
  /** Turn of the section about the strand: locks lie like shingles. Radians. */
  readonly tilt: number
  readonly colours: readonly [root: Colour, middle: Colour, tip: Colour]
  /** Lightness of the whole lock. */
  readonly tone: number
  /** How much light reaches it, [0, 1]. */
  readonly openness: number
  /** Offset of the streak texture. */
  readonly phase: number
  readonly detail: LockDetail
  /** Width over the lock, [0, 1]; the tip is rounded off on top of it. */
  readonly taper: (t: number) => number
}

/** Rows along a lock and quads across its top and its underside. */
export interface LockDetail {
  readonly rows: number
  readonly top: number
  readonly underside: number
}

export interface HairDraft {
  readonly mesh: Mesh
  readonly uvs: Vec2[]
  readonly shading: Vec2[]
  readonly colors: Vec4[]
}

export const createHairDraft = (): HairDraft => ({ mesh: createMesh(), uvs: [], shading: [], colors: [] })

/** The rounded tip is this long in half-widths of the lock. */
const TIP_LENGTH = 1.1
/** Where rows of the tip lie, as angles of a quarter round. */
const TIP_ANGLES = [0.1, 0.17, 0.22, 0.245].map((share) => share * TAU)
/** Texture units per centimetre, across and along. */
const TEXTURE_SCALE = { across: 0.16, along: 0.05 }

interface Row {
  readonly t: number
  readonly at: Vec3
  readonly across: Vec3
  readonly outward: Vec3
  /** Width factor of the rounded tip. */
  readonly round: number
  readonly walked: number
}

/** Adds a closed lock to a draft. Its flat side faces the head. */
export function addLock(draft: HairDraft, head: Sdf, lock: LockRecipe): void {
  const section = sectionPoints(lock.detail)
  const rings = sweep(head, lock).map((row) => section.map((point) => addSectionPoint(draft, lock, row, point)))
  stitchGrid(draft.mesh, rings, 'closed')
}

interface SectionPoint {
  /** −1 to 1 over the width. */
  readonly across: number
  readonly top: boolean
}

/** Once round the section: over the top from + to −, and back underneath. */
function sectionPoints({ top, underside }: LockDetail): SectionPoint[] {
  const over = Array.from({ length: top + 1 }, (_, i) => ({ across: 1 - (2 * i) / top, top: true }))
  const under = Array.from({ length: underside - 1 }, (_, i) => ({
    across: -1 + (2 * (i + 1)) / underside,
    top: false,
  }))
  return [...over, ...under]
}

function sweep(head: Sdf, { path, halfWidth, tilt, detail }: LockRecipe): Row[] {
  const length = path.reduce((sum, p, i) => (i === 0 ? 0 : sum + distance(p, path[i - 1]!)), 0)
  const tip = Math.min(0.3, (TIP_LENGTH * halfWidth) / length)
  const body = Array.from({ length: detail.rows + 1 }, (_, i) => ({
    t: pow(i / detail.rows, 1.3) * (1 - tip),
    round: 1,
  }))
  const end = TIP_ANGLES.map((angle) => ({ t: 1 - tip + tip * sin(angle), round: cos(angle) }))
  const places = [...body, ...end]
  let previous: Vec3 | undefined
  return places.map(({ t, round }) => {
    const at = curve3(path, t)
    const tangent = normalize(subtract(curve3(path, Math.min(1, t + 0.02)), curve3(path, Math.max(0, t - 0.02))))
    const normal = normalize(reject(normalOf(head, at, 0.3), tangent))
    const raw = normalize(cross(tangent, normal))
    const level = previous ? normalize(mix3(previous, raw, 0.5)) : raw
    previous = level
    const out = normalize(cross(level, tangent))
    const across = add(scale(level, cos(tilt)), scale(out, sin(tilt)))
    const outward = add(scale(out, cos(tilt)), scale(level, -sin(tilt)))
    return { t, at, across, outward, round, walked: t * length }
  })
}

function addSectionPoint(draft: HairDraft, lock: LockRecipe, row: Row, { across, top }: SectionPoint): number {
  const { t, walked } = row
  const width = lock.halfWidth * lock.taper(t) * row.round + 0.01
  const thickness =
    lock.thickness * (0.3 + 0.7 * smoothstep(0, 0.15, t)) * (1 - 0.25 * smoothstep(0.6, 1, t)) * row.round
  const arch = dome(across)
  const ridge = top ? 0.1 * sin(across * 9 + lock.phase) : 0
  const height = (top ? arch * (1 + ridge) : -0.35 * arch) - 0.25 * across * across
  const edge = pow(Math.abs(across), 4)
  const [root, middle, tip] = lock.colours
  const strand = mixColours(mixColours(root, middle, smoothstep(0, 0.35, t)), tip, smoothstep(0.35, 1, t))
  draft.colors.push(vertexColour(shade(strand, lock.tone * (top ? 1 : 0.4) * (1 - 0.24 * edge))))
  const light = (top ? 1 : 0.2) * (1 - 0.6 * pow(Math.abs(across), 3)) * lerp(0.45, 1, smoothstep(0, 0.1, t))
  draft.shading.push([light * lock.openness, 0.5])
  draft.uvs.push([
    lock.phase * 0.37 + across * width * TEXTURE_SCALE.across,
    lock.phase * 0.1 + walked * TEXTURE_SCALE.along,
  ])
  return addVertex(
    draft.mesh,
    addScaled(addScaled(row.at, row.across, across * width), row.outward, height * thickness),
  )
}
