import { addQuad } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf, projectOnto } from '../kit/project.ts'
import { gauss, lerp, PI } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { stitchGrid, stitchRows } from '../kit/stitch.ts'
import { addScaled, cross, mix3, normalize, reject, subtract, type Vec2, type Vec3 } from '../kit/vec3.ts'
import type { TopCut } from './cut.ts'
import { AXIS_Z, outward } from './drape.ts'
import { type GarmentHalf, lay } from './garment.ts'

/** Height at which trunk and yoke meet. */
export const ARMPIT = 122.5
const YOKE_ROWS = 11
/** How much height a row of the yoke takes in the weave, and a point of the collar. Centimetres. */
const YOKE_STEP = 1.4
const COLLAR_STEP = 0.8
/** The sleeve leaves by a hole in the yoke's first rows, between these azimuths. */
const ARMHOLE = { from: 1.12, to: 2.02, rows: 7 } as const
/** How much the columns between ribs are darkened for each centimetre of depth, and at most; and how dark a seam is. */
const GROOVE_SHADE = 2
const DARKEST_GROOVE = 0.2
const SEAM_SHADE = 0.86

export const isGroove = (column: number): boolean => column % 2 === 1
export const fluteOf = (column: number, rib = 0): number => (isGroove(column) ? -rib : rib)
export const grooveShade = (column: number, rib = 0): number =>
  isGroove(column) ? 1 - Math.min(DARKEST_GROOVE, GROOVE_SHADE * rib) : 1

type Frame = TopCut & {
  readonly indices: readonly number[]
  readonly azimuth: (column: number, y: number) => number
}

export type Rims = {
  /** The lowest row, from the front round the left to the middle of the back. */
  readonly hem: readonly number[]
  /** From the armhole's lower front corner up, over and round. */
  readonly armhole: readonly number[]
}

/** Sews trunk, yoke and collar. */
export function addTrunk(half: GarmentHalf, cut: TopCut): Rims {
  const { columns, front = () => 0 } = cut
  const frame: Frame = {
    ...cut,
    indices: Array.from({ length: columns + 1 }, (_, k) => k),
    azimuth: (k, y) => lerp(front(y), PI, k / columns),
  }
  const rows = layRows(half, frame)
  const yoke = layYoke(half, frame, rows.at(-1)!)
  const collar = layCollar(half, frame, yoke.at(-1)!)
  const whole = [...rows, ...yoke.slice(1), ...collar]
  const hole = armhole(frame, rows.length - 1)
  sew(half, whole, hole)
  if (cut.front) addFrontEdge(half, cut, [...rows, ...yoke.slice(1)])
  return { hem: rows[0]!, armhole: rimOf(whole, hole) }
}

/** On the two middle columns of a closed garment x is exactly 0, so that the halves weld. */
const exact = ({ columns, front }: TopCut, column: number, [x, y, z]: Vec3): Vec3 =>
  column === columns || (column === 0 && !front) ? [0, y, z] : [x, y, z]

const weave = ({ stitch }: TopCut, column: number, height: number): Vec2 => [
  column * stitch.perColumn,
  height / stitch.height,
]

function layRows(half: GarmentHalf, frame: Frame): number[][] {
  return frame.rows.map(({ at: y, out, region, freedom = 0, rib, shade = 1 }) =>
    frame.indices.map((k) => {
      const direction = outward(frame.azimuth(k, y))
      const surface = marchOutward(frame.trunk, [0, y, AXIS_Z], direction, 34)
      return lay(half, exact(frame, k, addScaled(surface, direction, out + fluteOf(k, rib))), {
        region,
        freedom: isHeld(frame, k) ? 0 : freedom,
        shade: shade * grooveShade(k, rib),
        stitch: weave(frame, k, y),
      })
    }),
  )
}

/** Columns at an open front keep their place, for its edge is turned in below them. */
const EDGE_COLUMNS = 3
const isHeld = ({ front }: TopCut, column: number): boolean => front !== undefined && column < EDGE_COLUMNS

/** From the armpit's level up and inwards to the neckline, by rays from the middle of the chest. */
function layYoke(half: GarmentHalf, frame: Frame, armpit: readonly number[]): number[][] {
  const centre: Vec3 = [0, ARMPIT, -1.6]
  const rows = [armpit.slice()]
  for (let r = 1; r <= YOKE_ROWS; r++) {
    const height = ARMPIT + YOKE_STEP * r
    rows.push(
      frame.indices.map((k) => {
        const stitch = weave(frame, k, height)
        const end = necklinePoint(frame, frame.azimuth(k, height))
        if (r === YOKE_ROWS) return lay(half, exact(frame, k, end), { stitch, region: 'collar', shade: SEAM_SHADE })
        const from = normalize(subtract(half.mesh.positions[armpit[k]!]!, centre))
        const direction = normalize(mix3(from, normalize(subtract(end, centre)), r / YOKE_ROWS))
        const surface = marchOutward(frame.trunk, centre, direction, 40)
        const freedom = isHeld(frame, k) ? 0 : r === YOKE_ROWS - 1 ? 0.5 : 1
        return lay(half, exact(frame, k, surface), { stitch, freedom })
      }),
    )
  }
  return rows
}

/** A point of the neckline: it falls on the cloth from above, and the V pulls it down in front. */
export function necklinePoint({ trunk, neckline }: Pick<TopCut, 'trunk' | 'neckline'>, azimuth: number): Vec3 {
  const { halfWidth, centre, front, back, vee = 0 } = neckline
  const ahead = cos(azimuth)
  const x = sin(azimuth) * halfWidth
  const z = centre + ahead * (ahead > 0 ? front : back)
  let y = 143
  for (let i = 0; i < 300; i++) {
    const d = trunk(x, y, z)
    if (d < 0.01) break
    y -= Math.min(0.12, Math.max(0.02, d * 0.6))
  }
  return walkOn(trunk, [x, y, z], [0, -1, 0.3], { way: vee * gauss(azimuth, VEE_WIDTH), off: 0 })
}

/** How far round a V reaches, radians. */
const VEE_WIDTH = 0.5
const WALK_STEPS = 5

/** Walks along cloth from a point of it, as the cloth runs, and ends so far off it. */
function walkOn(cloth: Sdf, from: Vec3, direction: Vec3, { way, off }: { way: number; off: number }): Vec3 {
  let p = from
  let heading = direction
  for (let i = 0; i < WALK_STEPS; i++) {
    heading = normalize(reject(heading, normalOf(cloth, p, 0.3)))
    p = projectOnto(cloth, addScaled(p, heading, way / WALK_STEPS), 0, 1)
  }
  return addScaled(p, normalOf(cloth, p, 0.3), off - cloth(...p))
}

function layCollar(half: GarmentHalf, frame: Frame, neckline: readonly number[]): number[][] {
  const points = neckline.map((v) => half.mesh.positions[v]!)
  const before = frame.front ? points[0]! : mirrored(points[1]!)
  const path = [before, ...points, mirrored(points.at(-2)!)]
  const base = ARMPIT + YOKE_STEP * YOKE_ROWS
  const strips = frame.indices.map((k) => {
    const along = normalize(subtract(path[k + 2]!, path[k]!))
    const toNeck = normalize(cross(normalOf(frame.trunk, points[k]!, 0.3), along))
    return frame.collar(frame.azimuth(k, base)).map(({ inward, off, region, rib, shade = 1 }, i) => {
      const lifted = off + fluteOf(k, rib)
      return lay(half, exact(frame, k, walkOn(frame.trunk, points[k]!, toNeck, { way: inward, off: lifted })), {
        region,
        shade: shade * grooveShade(k, rib),
        stitch: weave(frame, k, base + (i + 1) * COLLAR_STEP),
      })
    })
  })
  return strips[0]!.map((_, i) => strips.map((strip) => strip[i]!))
}

const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z]

type Hole = { readonly first: number; readonly last: number; readonly bottom: number; readonly top: number }

function armhole({ azimuth, indices }: Frame, bottom: number): Hole {
  const at = (angle: number) => indices.findIndex((k) => azimuth(k, ARMPIT) >= angle)
  return { first: at(ARMHOLE.from) - 1, last: at(ARMHOLE.to), bottom, top: bottom + ARMHOLE.rows }
}

function sew(half: GarmentHalf, rows: readonly (readonly number[])[], hole: Hole): void {
  for (let r = 1; r < rows.length; r++) {
    for (let k = 0; k < rows[r]!.length - 1; k++) {
      const isHole = r > hole.bottom && r <= hole.top && k >= hole.first && k < hole.last
      if (!isHole) addQuad(half.mesh, rows[r - 1]![k]!, rows[r - 1]![k + 1]!, rows[r]![k + 1]!, rows[r]![k]!)
    }
  }
}

function rimOf(rows: readonly (readonly number[])[], { first, last, bottom, top }: Hole): number[] {
  const rim: number[] = []
  for (let r = bottom; r < top; r++) rim.push(rows[r]![first]!)
  for (let k = first; k < last; k++) rim.push(rows[top]![k]!)
  for (let r = top; r > bottom; r--) rim.push(rows[r]![last]!)
  for (let k = last; k > first; k--) rim.push(rows[bottom]![k]!)
  return rim
}

/** Half the thickness of cloth turned in at a front edge. */
const EDGE_THICKNESS = 0.22

/** The edge of an open front: rolled, and turned in as far as one can see. */
function addFrontEdge(half: GarmentHalf, cut: TopCut, rows: readonly (readonly number[])[]): void {
  const inner = (v: number, depth: number): Vec3 => {
    const p = half.mesh.positions[v]!
    return addScaled(p, normalOf(cut.trunk, p, 0.3), -depth)
  }
  const turned = rows.map((row) => {
    const thread = half.threads[row[0]!]!
    const edge = mix3(inner(row[0]!, EDGE_THICKNESS), half.mesh.positions[row[1]!]!, -0.15)
    return [
      lay(half, edge, { ...thread, freedom: 0, region: 'edge' }),
      ...[0, 1, 2].map((k) =>
        lay(half, inner(row[k]!, 2 * EDGE_THICKNESS), { ...thread, freedom: 0, region: 'inside' }),
      ),
    ]
  })
  stitchRows(
    half.mesh,
    turned.map(([edge]) => edge!),
    rows.map((row) => row[0]!),
    'open',
  )
  stitchGrid(half.mesh, [0, 1, 2, 3].map((i) => turned.map((row) => row[i]!)).toReversed(), 'open')
}
