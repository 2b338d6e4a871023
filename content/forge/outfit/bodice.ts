import { addQuad } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf } from '../kit/project.ts'
import { lerp, PI } from '../kit/scalar.ts'
import { stitchGrid, stitchRows } from '../kit/stitch.ts'
import { addScaled, cross, mix3, normalize, reject, subtract, type Vec3 } from '../kit/vec3.ts'
import { type GarmentHalf, type GarmentRegion, lay } from './garment.ts'
import { ROW_HEIGHT, STITCHES_PER_COLUMN } from './knit.ts'
import { bodiceField, HEM, HEM_RIB } from './sweater-field.ts'
import { trousersField } from './trousers-field.ts'

/** Quads from the middle of the front round the left to the middle of the back. */
const HALF_COLUMNS = 28
/** Rows from above the rib to the armpit, and from there to the neckline. */
const TRUNK_ROWS = 17
const YOKE_ROWS = 11
const ARMPIT = 122.5
/** The sleeve leaves by a hole of these columns and the first rows of the yoke. */
const ARMHOLE = { first: 10, last: 18, rows: 7 } as const
/** A rib's columns stand out and back by this. Centimetres. */
export const RIB_DEPTH = 0.12
/** How dark the columns between the ribs are. */
export const RIB_GROOVE = 0.8
/** The hem's rib stands off the trousers by this. Centimetres. */
const RIB_CLEARANCE = 0.95

/** The neckline's ellipse seen from above: outer seam of the collar. */
export const NECKLINE = { halfWidth: 8.1, centre: -1.5, front: 6.7, back: 6.2 } as const

const columns = Array.from({ length: HALF_COLUMNS + 1 }, (_, k) => k)
const azimuth = (column: number): number => (column / HALF_COLUMNS) * PI
const isGroove = (column: number): boolean => column % 2 === 1
const weave = (column: number, row: number): [number, number] => [column * STITCHES_PER_COLUMN, row]

/** On the two middle columns x is exactly 0, so that the halves weld. */
const exact = (column: number, [x, y, z]: Vec3): Vec3 => [column === 0 || column === HALF_COLUMNS ? 0 : x, y, z]

/** Knits trunk, yoke and collar; returns the armhole's rim from its lower front corner up, over and round. */
export function addBodice(half: GarmentHalf): number[] {
  const trunk = addTrunk(half)
  stitchGrid(half.mesh, trunk.toReversed(), 'open')
  const yoke = addYoke(half, trunk.at(-1)!)
  const rim = stitchYoke(half, yoke)
  addCollar(half, yoke.at(-1)!)
  return rim
}

type Row = { readonly y: number; readonly out: number; readonly region: GarmentRegion; readonly freedom: number }

/** Rows upwards from inside the hem: the edge is rolled, the rib tucked where the body begins. */
function trunkRows(): Row[] {
  const top = HEM + HEM_RIB
  const fixed = (y: number, out: number, region: GarmentRegion): Row => ({ y, out, region, freedom: 0 })
  return [
    fixed(HEM + 2.4, -0.7, 'inside'),
    fixed(HEM + 0.25, -0.55, 'inside'),
    fixed(HEM, -0.3, 'rib'),
    fixed(HEM + 0.3, 0, 'rib'),
    fixed(HEM + 0.5 * HEM_RIB, 0.02, 'rib'),
    fixed(top - 0.35, -0.06, 'rib'),
    fixed(top, -0.22, 'rib'),
    ...Array.from({ length: TRUNK_ROWS + 1 }, (_, r): Row => {
      const y = lerp(top + 1, ARMPIT, r / TRUNK_ROWS)
      return { y, out: 0, region: 'body', freedom: r < 2 ? 0.1 : 0.3 }
    }),
  ]
}

function addTrunk(half: GarmentHalf): number[][] {
  return trunkRows().map(({ y, out, region, freedom }) =>
    columns.map((k) => {
      const direction: Vec3 = [sin(azimuth(k)), 0, cos(azimuth(k))]
      const isRib = region === 'rib' && y > HEM + 0.1 && y < HEM + HEM_RIB
      const flute = isRib ? (isGroove(k) ? -RIB_DEPTH : RIB_DEPTH) : 0
      const surface = marchOutward(region === 'body' ? bodiceField : trousersField, [0, y, -1], direction, 30)
      const stand = region === 'body' ? 0 : RIB_CLEARANCE + out + flute
      const shade = isRib && isGroove(k) ? RIB_GROOVE : 1
      return lay(half, exact(k, addScaled(surface, direction, stand)), {
        region,
        freedom,
        shade,
        stitch: weave(k, y / ROW_HEIGHT),
      })
    }),
  )
}

/** From the armpit's level up and inwards to the neckline, by rays from the middle of the chest. */
function addYoke(half: GarmentHalf, armpit: readonly number[]): number[][] {
  const centre: Vec3 = [0, ARMPIT, -1.6]
  const rows = [armpit.slice()]
  for (let r = 1; r <= YOKE_ROWS; r++) {
    const stitchRow = (ARMPIT + 1.4 * r) / ROW_HEIGHT
    rows.push(
      columns.map((k) => {
        const stitch = weave(k, stitchRow)
        const end = necklinePoint(k)
        if (r === YOKE_ROWS) return lay(half, exact(k, end), { stitch, shade: 0.85 })
        const from = normalize(subtract(half.mesh.positions[armpit[k]!]!, centre))
        const direction = normalize(mix3(from, normalize(subtract(end, centre)), r / YOKE_ROWS))
        const surface = marchOutward(bodiceField, centre, direction, 40)
        return lay(half, exact(k, surface), { stitch, freedom: r === YOKE_ROWS - 1 ? 0.5 : 1 })
      }),
    )
  }
  return rows
}

/** The neckline lies on the bodice: dropped from above until it meets the cloth. */
function necklinePoint(column: number): Vec3 {
  const a = azimuth(column)
  const x = sin(a) * NECKLINE.halfWidth
  const z = NECKLINE.centre + cos(a) * (cos(a) > 0 ? NECKLINE.front : NECKLINE.back)
  let y = 142
  for (let i = 0; i < 300; i++) {
    const d = bodiceField(x, y, z)
    if (d < 0.01) break
    y -= Math.min(0.12, Math.max(0.02, d * 0.6))
  }
  return [x, y, z]
}

function stitchYoke(half: GarmentHalf, yoke: readonly (readonly number[])[]): number[] {
  const { first, last, rows } = ARMHOLE
  const at = (r: number, k: number) => yoke[r]![k]!
  for (let r = 0; r < YOKE_ROWS; r++) {
    for (let k = 0; k < HALF_COLUMNS; k++) {
      const isHole = r < rows && k >= first && k < last
      if (!isHole) addQuad(half.mesh, at(r, k), at(r, k + 1), at(r + 1, k + 1), at(r + 1, k))
    }
  }
  const rim: number[] = []
  for (let r = 0; r < rows; r++) rim.push(at(r, first))
  for (let k = first; k < last; k++) rim.push(at(rows, k))
  for (let r = rows; r > 0; r--) rim.push(at(r, last))
  for (let k = last; k > first; k--) rim.push(at(0, k))
  return rim
}

/** The collar's section: towards the neck, and off the cloth. Centimetres. */
const COLLAR_SECTION: readonly (readonly [inward: number, off: number, region: GarmentRegion])[] = [
  [0.02, 0.22, 'rib'],
  [0.45, 0.42, 'rib'],
  [1.1, 0.42, 'rib'],
  [1.48, 0.14, 'rib'],
  [1.4, -0.25, 'inside'],
  [0.9, -0.6, 'inside'],
]

function addCollar(half: GarmentHalf, neckline: readonly number[]): void {
  const points = neckline.map((v) => half.mesh.positions[v]!)
  const mirror = ([x, y, z]: Vec3): Vec3 => [-x, y, z]
  const base = (ARMPIT + 1.4 * YOKE_ROWS) / ROW_HEIGHT
  let below = neckline.slice()
  COLLAR_SECTION.forEach(([inward, off, region], i) => {
    const row = points.map((point, k) => {
      const before = points[k - 1] ?? mirror(points[k + 1]!)
      const after = points[k + 1] ?? mirror(points[k - 1]!)
      const along = normalize(subtract(after, before))
      const normal = normalize(reject(normalOf(bodiceField, point, 0.3), along))
      const toNeck = normalize(cross(normal, along))
      const isRib = region === 'rib' && off > 0.15
      const flute = isRib ? (isGroove(k) ? -0.25 : 0.25) * RIB_DEPTH : 0
      return lay(half, exact(k, addScaled(addScaled(point, toNeck, inward), normal, off + flute)), {
        region,
        shade: isRib && isGroove(k) ? RIB_GROOVE : 1,
        stitch: weave(k, base + i + 1),
      })
    })
    stitchRows(half.mesh, row, below, 'open')
    below = row
  })
}
