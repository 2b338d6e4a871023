import { addQuad, addVertex, createMesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf } from '../kit/project.ts'
import { lerp, PI, TAU } from '../kit/scalar.ts'
import { stitchGrid, stitchRows } from '../kit/stitch.ts'
import { addScaled, cross, mix3, normalize, reject, subtract, type Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'
import { finishGarment, type Garment, type GarmentHalf, type GarmentRegion } from './garment.ts'
import { bodiceField, CUFF, CUFF_RIB, HEM, HEM_RIB, sleeveField, sweaterField } from './sweater-field.ts'
import { trousersField } from './trousers-field.ts'

/** Quads from the middle of the front round the left to the middle of the back. */
const HALF_COLUMNS = 28
/** Rows from above the rib to the armpit, and from there to the neckline. */
const BODICE_ROWS = 17
const YOKE_ROWS = 11
/** The sleeve leaves by a hole of these columns and the first rows of the yoke. */
const ARMHOLE = { first: 10, last: 18, rows: 7 } as const
const ARMPIT = 122.5
/** Every other column of a rib stands out by this. Centimetres. */
const RIB_DEPTH = 0.09

/** The hem's rib stands off the trousers by this. Centimetres. */
const RIB_CLEARANCE = 0.95

/** The neckline's ellipse seen from above: outer seam of the collar. */
export const NECKLINE = { halfWidth: 8.1, centre: -1.5, front: 6.7, back: 6.2 } as const

/** Knits the sweater: rows round the trunk, a yoke over the shoulders, sleeves out of its sides, ribs at every edge. */
export function createSweater(): Garment {
  const half: GarmentHalf = { mesh: createMesh(), threads: [] }
  const bodice = addBodice(half)
  const yoke = addYoke(half, bodice.at(-1)!)
  stitchGrid(half.mesh, bodice.toReversed(), 'open')
  const rim = stitchYoke(half, yoke)
  addCollar(half, yoke.at(-1)!)
  addSleeve(half, rim)
  return finishGarment(half, sweaterField, 24)
}

function add(half: GarmentHalf, position: Vec3, region: GarmentRegion, freedom: number): number {
  half.threads.push({ region, freedom })
  return addVertex(half.mesh, position)
}

const columns = Array.from({ length: HALF_COLUMNS + 1 }, (_, k) => k)
const azimuth = (column: number): number => (column / HALF_COLUMNS) * PI

/** On the two middle columns x is exactly 0, so that the halves weld. */
const exact = (column: number, [x, y, z]: Vec3): Vec3 => [column === 0 || column === HALF_COLUMNS ? 0 : x, y, z]

const ribbed = (column: number): number => (column % 2 === 0 ? RIB_DEPTH : -RIB_DEPTH)

type Row = { readonly y: number; readonly out: number; readonly region: GarmentRegion; readonly freedom: number }

/** Rows upwards from inside the hem: the edge is rolled, the rib tucked where the body begins. */
function addBodice(half: GarmentHalf): number[][] {
  const start = HEM + HEM_RIB + 1
  const rows: Row[] = [
    { y: HEM + 2.4, out: -0.7, region: 'inside', freedom: 0 },
    { y: HEM + 0.25, out: -0.55, region: 'inside', freedom: 0 },
    { y: HEM, out: -0.3, region: 'rib', freedom: 0 },
    { y: HEM + 0.3, out: 0, region: 'rib', freedom: 0 },
    { y: HEM + 0.5 * HEM_RIB, out: 0.02, region: 'rib', freedom: 0 },
    { y: HEM + HEM_RIB - 0.35, out: -0.06, region: 'rib', freedom: 0 },
    { y: HEM + HEM_RIB, out: -0.22, region: 'rib', freedom: 0 },
    ...Array.from(
      { length: BODICE_ROWS + 1 },
      (_, r): Row => ({ y: lerp(start, ARMPIT, r / BODICE_ROWS), out: 0, region: 'body', freedom: r < 2 ? 0.1 : 0.3 }),
    ),
  ]
  return rows.map(({ y, out, region, freedom }) =>
    columns.map((k) => {
      const direction: Vec3 = [sin(azimuth(k)), 0, cos(azimuth(k))]
      const isBody = region === 'body'
      const rib = region === 'rib' && y > HEM + 0.1 && y < HEM + HEM_RIB ? ribbed(k) : 0
      const surface = marchOutward(isBody ? bodiceField : trousersField, [0, y, -1], direction, 30)
      const stand = isBody ? 0 : RIB_CLEARANCE + out + rib
      return add(half, exact(k, addScaled(surface, direction, stand)), region, freedom)
    }),
  )
}

/** From the armpit's level up and inwards to the neckline, by rays from the middle of the chest. */
function addYoke(half: GarmentHalf, armpit: readonly number[]): number[][] {
  const centre: Vec3 = [0, ARMPIT, -1.6]
  const rows = [armpit.slice()]
  for (let r = 1; r <= YOKE_ROWS; r++) {
    rows.push(
      columns.map((k) => {
        const from = normalize(subtract(half.mesh.positions[armpit[k]!]!, centre))
        const end = necklinePoint(k)
        if (r === YOKE_ROWS) return add(half, exact(k, end), 'body', 0)
        const to = normalize(subtract(end, centre))
        const surface = marchOutward(bodiceField, centre, normalize(mix3(from, to, r / YOKE_ROWS)), 40)
        return add(half, exact(k, surface), 'body', r === YOKE_ROWS - 1 ? 0.5 : 1)
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

/** Stitches the yoke but for the armhole; returns the hole's rim from its lower front corner up, over and round. */
function stitchYoke(half: GarmentHalf, yoke: readonly (readonly number[])[]): number[] {
  const { first, last, rows } = ARMHOLE
  for (let r = 0; r < YOKE_ROWS; r++) {
    for (let k = 0; k < HALF_COLUMNS; k++) {
      if (r < rows && k >= first && k < last) continue
      addQuad(half.mesh, yoke[r]![k]!, yoke[r]![k + 1]!, yoke[r + 1]![k + 1]!, yoke[r + 1]![k]!)
    }
  }
  const rim: number[] = []
  for (let r = 0; r < rows; r++) rim.push(yoke[r]![first]!)
  for (let k = first; k < last; k++) rim.push(yoke[rows]![k]!)
  for (let r = rows; r > 0; r--) rim.push(yoke[r]![last]!)
  for (let k = last; k > first; k--) rim.push(yoke[0]![k]!)
  return rim
}

/** The collar's section: towards the neck, and off the cloth. Centimetres. */
const COLLAR_SECTION: readonly (readonly [inward: number, off: number, region: GarmentRegion])[] = [
  [0.04, 0.2, 'rib'],
  [0.5, 0.36, 'rib'],
  [1.05, 0.36, 'rib'],
  [1.42, 0.12, 'rib'],
  [1.36, -0.25, 'inside'],
  [0.9, -0.6, 'inside'],
]

function addCollar(half: GarmentHalf, neckline: readonly number[]): void {
  const at = (k: number): Vec3 => half.mesh.positions[neckline[Math.abs(k)]!]!
  const points = columns.map((k) => at(k))
  let below = neckline.slice()
  for (const [inward, off, region] of COLLAR_SECTION) {
    const row = columns.map((k) => {
      const before = k === 0 ? flipped(points[1]!) : points[k - 1]!
      const after = k === HALF_COLUMNS ? flipped(points[k - 1]!) : points[k + 1]!
      const along = normalize(subtract(after, before))
      const normal = normalize(reject(normalOf(bodiceField, points[k]!, 0.3), along))
      const toNeck = normalize(cross(normal, along))
      const rib = region === 'rib' && off > 0.15 ? ribbed(k) * 0.7 : 0
      return add(half, exact(k, addScaled(addScaled(points[k]!, toNeck, inward), normal, off + rib)), region, 0)
    })
    stitchRows(half.mesh, row, below, 'open')
    below = row
  }
}

const flipped = ([x, y, z]: Vec3): Vec3 => [-x, y, z]

type SleeveRing = { readonly x: number; readonly out: number; readonly region: GarmentRegion; readonly freedom: number }

function sleeveRings(): SleeveRing[] {
  const rib = CUFF - CUFF_RIB
  const plain = [
    15.6, 17.4, 19.4, 21.6, 24, 26.6, 29.2, 31.6, 33.6, 35.2, 36.6, 38, 39.4, 40.8, 42.2, 43.6, 45.4, 47.4, 49.4, 51.2,
    52.8, 54.2,
  ]
  const freedoms = [1, 0.8, 0.5, 0.2]
  return [
    ...plain.map((x, i): SleeveRing => ({ x, out: 0, region: 'sleeve', freedom: freedoms[i] ?? 0 })),
    { x: rib, out: -0.5, region: 'rib', freedom: 0 },
    { x: rib + 0.35, out: -0.42, region: 'rib', freedom: 0 },
    { x: rib + 0.5 * CUFF_RIB, out: -0.4, region: 'rib', freedom: 0 },
    { x: CUFF - 0.3, out: -0.38, region: 'rib', freedom: 0 },
    { x: CUFF, out: -0.62, region: 'rib', freedom: 0 },
    { x: CUFF - 0.3, out: -0.7, region: 'inside', freedom: 0 },
    { x: CUFF - 2.2, out: -1.05, region: 'inside', freedom: 0 },
  ]
}

function addSleeve(half: GarmentHalf, rim: readonly number[]): void {
  const rib = CUFF - CUFF_RIB
  const [, axisY, axisZ] = LIMB_JOINTS.UpperArm
  // The rim starts at its lower front corner.
  const angle = (j: number): number => ((j + 0.5) / rim.length) * TAU - ARMHOLE_CORNER
  const rings = sleeveRings().map(({ x, out, region, freedom }) =>
    rim.map((_, j) => {
      const direction: Vec3 = [0, sin(angle(j)), cos(angle(j))]
      const isRib = region === 'rib' && x > rib && x < CUFF
      const surface = marchOutward(sleeveField, [Math.min(x, rib), axisY, axisZ], direction, 12)
      const p = addScaled([x, surface[1], surface[2]], direction, out + (isRib ? ribbed(j) : 0))
      return add(half, p, region, freedom)
    }),
  )
  stitchGrid(half.mesh, [rim.slice(), ...rings], 'closed')
}

/** Angle below the horizontal at which the armhole's lower front corner is seen from the arm's axis. */
const ARMHOLE_CORNER = 0.75
