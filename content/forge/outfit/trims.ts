import type { CharacterPart } from '../character.ts'
import { type Colour, shade, vertexColour } from '../kit/colour.ts'
import { computeNormals, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { lerp, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { add, addScaled, cross, normalize, scale, subtract, type Vec2, type Vec3 } from '../kit/vec3.ts'
import type { Influences } from '../weights/influences.ts'
import { AXIS_Z, outward } from './drape.ts'
import { off, type Spot, type Surface } from './surface.ts'
import { PLAIN_SPOT } from './top-chart.ts'

/** Something sewn on a garment: pockets, plackets, buttons, cords. */
export type Trim = {
  readonly mesh: Required<Pick<Mesh, 'positions' | 'triangles' | 'uvs' | 'colors'>>
  readonly influences: readonly Influences[]
}

type TrimDraft = { readonly mesh: Trim['mesh']; readonly influences: Influences[] }

const createTrim = (): TrimDraft => ({ mesh: { ...createMesh(), uvs: [], colors: [] }, influences: [] })

function addPoint({ mesh, influences }: TrimDraft, position: Vec3, spot: Spot, colour: Colour, uv: Vec2): number {
  mesh.uvs.push(uv)
  mesh.colors.push(vertexColour(colour))
  influences.push(spot.influences)
  return mesh.positions.push(position) - 1
}

export type Sheet = {
  /** Where on the cloth: across and up, [0, 1] each; seen from outside `across` runs to the viewer's right. */
  readonly place: (across: number, up: number) => Spot
  readonly columns: number
  readonly rows: number
  readonly thickness: number
  /** How dark its sunk edge is; the cloth of every other row stands back by `rib` and is darker. */
  readonly edgeShade?: number
  readonly rib?: number
  readonly colour: Colour
  /** Centimetres. */
  readonly size: Vec2
}

/** Share of a sheet that its rounded edge takes, and how dark the edge is. */
const EDGE_SHADE = 0.72
const RIB_SHADE = 0.82
const EDGE_CM = 0.14
/** The edge is sunk into the cloth by this. */
const SUNK = 0.05

/** A sheet of cloth sewn flat on a garment, with a rounded edge. */
export function laySheet(sheet: Sheet): Trim {
  const { place, columns, rows, thickness, colour, edgeShade = EDGE_SHADE, rib = 0, size } = sheet
  const trim = createTrim()
  const steps = (count: number, length: number): { t: number; isRim: boolean; isEdge: boolean }[] => {
    const edge = Math.min(0.3, EDGE_CM / length)
    const inner = Array.from({ length: count + 1 }, (_, i) => lerp(edge, 1 - edge, i / count))
    return [0, ...inner, 1].map((t, i, { length: n }) => ({
      t,
      isRim: i === 0 || i === n - 1,
      isEdge: i < 2 || i > n - 3,
    }))
  }
  const grid = steps(rows, size[1]).map(({ t: up, ...row }, r) =>
    steps(columns, size[0]).map(({ t: across, ...column }) => {
      const spot = place(across, up)
      const isRim = row.isRim || column.isRim
      const isBack = r % 2 === 0 && !column.isEdge
      const tone = isRim ? edgeShade : row.isEdge || column.isEdge ? 0.94 : isBack && rib > 0 ? RIB_SHADE : 1
      return addPoint(
        trim,
        off(spot, isRim ? -SUNK : thickness - (isBack ? rib : 0)),
        spot,
        shade(colour, tone),
        spot.uv,
      )
    }),
  )
  stitchGrid(trim.mesh, grid.toReversed(), 'open')
  return trim
}

export type Button = { readonly spot: Spot; readonly radius: number; readonly lift: number; readonly colour: Colour }

const BUTTON_SIDES = 10
/** Its section from the cloth up to the middle: share of the radius, height in radii, how light. */
const BUTTON_SECTION = [
  { out: 1, up: -0.05, tone: 0.7 },
  { out: 0.92, up: 0.3, tone: 1.1 },
  { out: 0.7, up: 0.26, tone: 0.95 },
  { out: 0.6, up: 0.17, tone: 0.8 },
  { out: 0.22, up: 0.16, tone: 0.9 },
  { out: 0.16, up: 0.12, tone: 0.45 },
] as const

/** A round button with a rim, and the thread in its middle. */
export function sewButton({ spot, radius, lift, colour }: Button): Trim {
  const trim = createTrim()
  const side = normalize(cross([0, 1, 0], spot.normal))
  const up = cross(spot.normal, side)
  const at = (out: number, height: number, angle: number): Vec3 =>
    add(
      off(spot, lift + height * radius),
      add(scale(side, cos(angle) * out * radius), scale(up, sin(angle) * out * radius)),
    )
  const rings = BUTTON_SECTION.map((ring) =>
    Array.from({ length: BUTTON_SIDES }, (_, i) =>
      addPoint(trim, at(ring.out, ring.up, (i / BUTTON_SIDES) * TAU), spot, shade(colour, ring.tone), PLAIN_SPOT),
    ),
  )
  stitchGrid(trim.mesh, rings.toReversed(), 'closed')
  const middle = addPoint(trim, at(0, 0.14, 0), spot, shade(colour, 0.45), PLAIN_SPOT)
  stitchFan(trim.mesh, rings.at(-1)!, middle)
  return trim
}

export type Cord = {
  /** What the cord's points go with, and how far off it they are. */
  readonly path: readonly { readonly spot: Spot; readonly lift: number; readonly radius: number }[]
  readonly colour: Colour
}

const CORD_SIDES = 6

/** A round cord or seam roll along a path on the cloth. */
export function layCord({ path, colour }: Cord): Trim {
  const trim = createTrim()
  const points = path.map(({ spot, lift }) => off(spot, lift))
  const last = points.length - 1
  const rings = path.map(({ spot, radius }, i) => {
    const along = normalize(subtract(points[Math.min(last, i + 1)]!, points[Math.max(0, i - 1)]!))
    const side = normalize(cross(along, spot.normal))
    const up = cross(side, along)
    return Array.from({ length: CORD_SIDES }, (_, j) => {
      const a = (j / CORD_SIDES) * TAU
      const p = addScaled(addScaled(points[i]!, side, cos(a) * radius), up, sin(a) * radius)
      return addPoint(trim, p, spot, shade(colour, lerp(0.8, 1, 0.5 + 0.5 * sin(a))), PLAIN_SPOT)
    })
  })
  stitchGrid(trim.mesh, rings, 'closed')
  return trim
}

/** A part with its trims; all of one material. */
export function withTrims(part: CharacterPart, trims: readonly Trim[]): CharacterPart {
  const { positions, triangles, normals = computeNormals(positions, triangles), uvs = [], colors = [] } = part.mesh
  const mesh = {
    positions: [...positions],
    triangles: [...triangles],
    normals: [...normals],
    uvs: [...uvs],
    colors: [...colors],
  }
  const influences = [...part.influences]
  for (const trim of trims) {
    const base = mesh.positions.length
    mesh.positions.push(...trim.mesh.positions)
    mesh.triangles.push(...trim.mesh.triangles.map(([a, b, c]) => [a + base, b + base, c + base] as const))
    mesh.normals.push(...computeNormals(trim.mesh.positions, trim.mesh.triangles))
    mesh.uvs.push(...trim.mesh.uvs)
    mesh.colors.push(...trim.mesh.colors)
    influences.push(...trim.influences)
  }
  return { ...part, mesh, influences }
}

/** Spots seen from all round the trunk: azimuth from straight ahead to the left, and height. */
export const fromRound =
  (surface: Surface) =>
  (azimuth: number, y: number): Spot => {
    const direction = outward(azimuth)
    return surface(addScaled([0, y, AXIS_Z], direction, 60), scale(direction, -1))
  }

/** Spots seen from straight ahead. */
export const fromFront =
  (surface: Surface) =>
  (x: number, y: number): Spot =>
    surface([x, y, 40], [0, 0, -1])
