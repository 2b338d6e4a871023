import { type Colour, mixColours, shade, vertexColour } from '../kit/colour.ts'
import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
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
import { ROOT_SHARE, STRAND_VARIANTS, TIPS_FROM } from '../paint/hair-strands.ts'

/**
 * A lock: a ribbon along a strand, arched like a shingle, whose picture frays it at root and tip.
 *
 * It is lit as part of the mass, by the head's normals bent a little over its own arch: that is what makes hair look
 * soft, where ribbons lit by their own faces look carved.
 */
export type LockRecipe = {
  readonly path: readonly Vec3[]
  /** cm. */
  readonly halfWidth: number
  /** Height of the middle over the edges, cm. */
  readonly arch: number
  readonly colours: readonly [root: Colour, middle: Colour, tip: Colour]
  /** How much darker its root is, [0, 1]. */
  readonly rootShade: number
  /** Lightness of the whole lock. */
  readonly tone: number
  /** How much light reaches it, [0, 1]. */
  readonly openness: number
  /** Which of the picture's locks it shows. */
  readonly variant: number
  /** Length over which the tip frays, cm. */
  readonly fray: number
  readonly rows: number
  readonly columns: number
  /** Azimuth that says which chains carry it, degrees; absent, the head does. */
  readonly swings?: number | undefined
  /** Share of the mass's normal in how it is lit, the rest is its own frame's; [0, 1]. */
  readonly massLight: number
}

export type HairDraft = {
  readonly mesh: Mesh
  readonly normals: Vec3[]
  readonly uvs: Vec2[]
  readonly shading: Vec2[]
  readonly colors: Vec4[]
  /** Azimuth by which a vertex swings; see {@link LockRecipe}. */
  readonly swings: (number | undefined)[]
}

export const createHairDraft = (): HairDraft => ({
  mesh: createMesh(),
  normals: [],
  uvs: [],
  shading: [],
  colors: [],
  swings: [],
})

/** Half-width of the differences that give the mass's normal, cm. */
const MASS_REACH = 0.9
/** How far a normal leans out at a lock's edge, as a slope. */
const LEAN = 0.3
/** Locks lie along the head up to this distance, and are free of it beyond the second, cm. */
const CONFORM: readonly [near: number, far: number] = [2.5, 6]
/** No part of a lock but its root comes nearer to the head than this, cm. */
const LEAST_CLEARANCE = 0.08

/** Length over which roots set in, cm. */
const ROOT_LENGTH = 0.8

type Row = {
  readonly t: number
  /** Where the lock's picture is read. */
  readonly v: number
  readonly at: Vec3
  readonly across: Vec3
  readonly outward: Vec3
  readonly light: Vec3
  readonly clearance: number
}

/** Adds a lock to a draft. */
export function addLock(draft: HairDraft, head: Sdf, lock: LockRecipe): void {
  const rows = sweep(head, lock).map((row) =>
    Array.from({ length: lock.columns + 1 }, (_, c) =>
      addLockVertex(draft, head, lock, row, 1 - (2 * c) / lock.columns),
    ),
  )
  stitchGrid(draft.mesh, rows, 'open')
}

function sweep(head: Sdf, { path, rows, massLight, fray }: LockRecipe): Row[] {
  let previous: Vec3 | undefined
  return rowPlaces(path, rows, fray).map(([t, v]) => {
    const at = pathAt(path, t)
    const tangent = normalize(subtract(pathAt(path, Math.min(1, t + 0.03)), pathAt(path, Math.max(0, t - 0.03))))
    const mass = normalOf(head, at, MASS_REACH)
    const raw = normalize(cross(tangent, normalize(reject(mass, tangent))))
    const across = previous ? normalize(reject(mix3(previous, raw, 0.5), tangent)) : raw
    previous = across
    const outward = normalize(cross(across, tangent))
    const light = normalize(reject(mix3(outward, mass, massLight), tangent))
    return { t, v, at, across, outward, light, clearance: head(...at) }
  })
}

/** Rows stand where the picture's roots end and its tips begin, and evenly between. */
function rowPlaces(path: readonly Vec3[], rows: number, fray: number): [t: number, v: number][] {
  const length = path.reduce((sum, p, i) => sum + (i === 0 ? 0 : distance(p, path[i - 1]!)), 0)
  const root = Math.min(0.2, ROOT_LENGTH / length)
  const tip = Math.min(0.6, fray / length)
  return Array.from({ length: rows + 1 }, (_, r) => {
    if (r === 0) return [0, 0]
    if (r === rows) return [1, 1]
    if (r === rows - 1) return [1 - tip / 2, (1 + TIPS_FROM) / 2]
    const f = (r - 1) / Math.max(1, rows - 3)
    return [lerp(root, 1 - tip, f), lerp(ROOT_SHARE, TIPS_FROM, f)]
  })
}

function pathAt(path: readonly Vec3[], t: number): Vec3 {
  const f = t * (path.length - 1)
  const i = Math.min(path.length - 2, Math.floor(f))
  return mix3(path[i]!, path[i + 1]!, f - i)
}

/** Width over a lock, [0, 1]; the picture frays the ends on top of it. */
const widthAt = (t: number): number => lerp(0.62, 1, smoothstep(0, 0.2, t)) * (1 - 0.42 * smoothstep(0.55, 1, t))

function addLockVertex(draft: HairDraft, head: Sdf, lock: LockRecipe, row: Row, across: number): number {
  const { t, v, at, outward, clearance } = row
  const drop = -lock.arch * across * across * smoothstep(0, 0.12, t)
  const raw = addScaled(addScaled(at, row.across, across * lock.halfWidth * widthAt(t)), outward, drop)
  const depth = head(...raw)
  const wanted = Math.max(LEAST_CLEARANCE, clearance + drop)
  const hold = depth < LEAST_CLEARANCE ? 1 : 1 - smoothstep(CONFORM[0], CONFORM[1], clearance)
  draft.normals.push(normalize(add(row.light, scale(row.across, across * LEAN))))
  const [root, middle, tip] = lock.colours
  const strand = mixColours(mixColours(root, middle, smoothstep(0, 0.3, t)), tip, smoothstep(0.35, 1, t))
  draft.colors.push(vertexColour(shade(strand, lock.tone * (1 - 0.1 * across * across))))
  draft.shading.push([
    lock.openness * (1 - 0.22 * across * across) * (1 - 0.5 * lock.rootShade * (1 - smoothstep(0, 0.12, t))),
    0.5,
  ])
  draft.swings.push(lock.swings)
  draft.uvs.push([((lock.variant % STRAND_VARIANTS) + 0.5 + 0.5 * across) / STRAND_VARIANTS, v])
  return addVertex(draft.mesh, addScaled(raw, outward, (wanted - depth) * hold))
}
