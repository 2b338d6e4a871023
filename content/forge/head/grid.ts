import { distribute } from '../kit/curve.ts'
import type { Mesh } from '../kit/mesh.ts'
import { addVertex } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { marchInward, marchOutward, normalOf } from '../kit/project.ts'
import { DEGREE, gauss, lerp, PI, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, addScaled, distance, mix3, scale, type Vec3 } from '../kit/vec3.ts'

/**
 * Head, neck and upper chest as rows of vertices: columns are azimuths, rows are elevations, both crowded where the
 * face is. Every row is closed; the first column is the back, the middle one the front.
 */
export interface HeadGrid {
  readonly rows: readonly (readonly number[])[]
  readonly azimuths: readonly number[]
  /** Elevations of the rows of the head proper; the neck's and chest's rows follow them. */
  readonly elevations: readonly number[]
}

const COLUMNS = 120
const HEAD_ROWS = 72
const NECK_ROWS = 11
const CHEST_ROWS = 8
/** Neck row from which every second column ends: nobody looks closely there. */
const THIN_FROM = 3
/** Rays start under the cheekbones, so that chin and crown are met about square. */
export const GRID_CENTRE: Vec3 = [0, -3, 0]
/** Below this the jaw overhangs: rays go from inside out, or they would catch the shoulders. */
const OVERHANG = -25 * DEGREE
/** Below this rows are evened out on the surface. */
const RELAX_BELOW = -36 * DEGREE
const RELAX_ROUNDS = 20
/** So they are about the nose's underside and its sides, where rays run along the surface: within this, cm. */
const NOSE_WIDTH = 0.9
/** The chest ends this far from the neck's axis, cm; clothes cover the edge. */
const CHEST_REACH = 13.5

interface RowSpec {
  readonly origin: Vec3
  readonly elevation: number
  readonly outward: boolean
  readonly thin: boolean
}

/** @param steep  Places where rays from the head's middle run along the surface. */
export function addHeadGrid(mesh: Mesh, skin: Sdf, steep: readonly Vec3[]): HeadGrid {
  const elevations = distribute(
    (e) => 0.45 + 0.7 * gauss(e, 35 * DEGREE) + gauss(e + 3 * DEGREE, 7 * DEGREE),
    88 * DEGREE,
    -58 * DEGREE,
    HEAD_ROWS,
  )
  const azimuths = azimuthColumns()
  const rows = rowSpecs(elevations).map((spec) => addRow(mesh, skin, spec, azimuths))
  const first = elevations.findIndex((e) => e < RELAX_BELOW)
  evenOut(mesh.positions, skin, rows, (row, at) =>
    Math.max(smoothstep(first - 1, first + 6, row), ...steep.map((place) => gauss(distance(at, place), NOSE_WIDTH))),
  )
  return { rows, azimuths, elevations }
}

function azimuthColumns(): number[] {
  const half = distribute((a) => 0.34 + 0.75 * gauss(a, 0.85) + 0.9 * gauss(a, 0.16), 0, PI, COLUMNS / 2)
  const right = half.slice(1).map((a) => -a)
  return [...right.reverse(), ...half.slice(0, -1)]
}

function rowSpecs(elevations: readonly number[]): RowSpec[] {
  const head = elevations.map((elevation) => ({
    origin: GRID_CENTRE,
    elevation,
    outward: elevation <= OVERHANG,
    thin: false,
  }))
  const neck = Array.from({ length: NECK_ROWS }, (_, i) => {
    const u = (i + 1) / NECK_ROWS
    const origin: Vec3 = [0, lerp(-3, -17, u), lerp(0, -2.4, u)]
    return { origin, elevation: lerp(-58, -8, pow(u, 1.5)) * DEGREE, outward: true, thin: i >= THIN_FROM }
  })
  const chest = Array.from({ length: CHEST_ROWS }, (_, i) => {
    const u = (i + 1) / CHEST_ROWS
    const origin: Vec3 = [0, lerp(-17, -27, u), lerp(-2.4, -1.6, u)]
    return { origin, elevation: lerp(-8, 20, u) * DEGREE, outward: true, thin: true }
  })
  return [...head, ...neck, ...chest]
}

function addRow(mesh: Mesh, skin: Sdf, spec: RowSpec, azimuths: readonly number[]): number[] {
  const columns = spec.thin ? azimuths.filter((_, i) => i % 2 === 0) : azimuths
  return columns.map((azimuth, i) => {
    const flat = cos(spec.elevation)
    const direction: Vec3 = [sin(azimuth) * flat, sin(spec.elevation), cos(azimuth) * flat]
    const [x, y, z] = spec.outward
      ? marchOutward(skin, spec.origin, direction, CHEST_REACH)
      : marchInward(skin, spec.origin, direction, 24)
    return addVertex(mesh, [isMidline(i, columns.length) ? 0 : x, y, z])
  })
}

const isMidline = (column: number, columns: number): boolean => column === 0 || column * 2 === columns

/** Shares below this are none. */
const NEGLIGIBLE_SHARE = 0.02

/** Laplacian over the four grid neighbours with re-projection; triangle neighbours would shear left and right apart. */
function evenOut(
  positions: Vec3[],
  skin: Sdf,
  rows: readonly (readonly number[])[],
  shareOf: (row: number, at: Vec3) => number,
): void {
  const moving = rows.slice(1, -1).flatMap((row, above) =>
    row.flatMap((vertex, column) => {
      const share = shareOf(above + 1, positions[vertex]!)
      return share > NEGLIGIBLE_SHARE ? [{ vertex, row: above + 1, column, share: 0.6 * share }] : []
    }),
  )
  for (let round = 0; round < RELAX_ROUNDS; round++) {
    const before = positions.slice()
    for (const { vertex, row, column, share } of moving) {
      const centre = neighbourCentre(before, rows, row, column)
      const settled = settle(skin, mix3(before[vertex]!, centre, share))
      positions[vertex] = isMidline(column, rows[row]!.length) ? [0, settled[1], settled[2]] : settled
    }
  }
}

function neighbourCentre(before: readonly Vec3[], rows: readonly (readonly number[])[], r: number, i: number): Vec3 {
  const row = rows[r]!
  const count = row.length
  /** Another row at this column; between two columns where that row is thinned. */
  const across = (other: readonly number[]): Vec3 => {
    const column = (i * other.length) / count
    const at = (c: number) => before[other[c % other.length]!]!
    return mix3(at(Math.floor(column)), at(Math.ceil(column)), 0.5)
  }
  const left = before[row[(i + count - 1) % count]!]!
  const right = before[row[(i + 1) % count]!]!
  return scale(add(add(left, right), add(across(rows[r - 1]!), across(rows[r + 1]!))), 0.25)
}

function settle(skin: Sdf, point: Vec3): Vec3 {
  let p = point
  for (let i = 0; i < 2; i++) p = addScaled(p, normalOf(skin, p), -skin(...p) * 0.9)
  return p
}
