import { cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { lerp, PI, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { createHalf, finishGarment, type Garment, type GarmentHalf, type GarmentRegion, lay } from './garment.ts'
import { COLUMNS, MIDDLE_BACK } from './trousers-chart.ts'
import { TURN_UP, trouserLegField, trousersField } from './trousers-field.ts'
import { BAND } from './trousers-seams.ts'

/** Quads round the left half of the hips. */
const HALF_COLUMNS = MIDDLE_BACK
/** Vertices of the crotch seam between front and back, shared by both legs. */
const CROTCH = COLUMNS - HALF_COLUMNS - 1
const HIP_ROWS = 8

/** Cuts the trousers: rows round the hips, a seam through the crotch, and a ring of both for each leg. */
export function createTrousers(): Garment {
  const half = createHalf()
  const hips = addHips(half)
  stitchGrid(half.mesh, hips, 'open')
  const rim = hips.at(-1)!
  const loop = [...rim, ...addCrotch(half, rim)]
  for (const [j, v] of loop.entries()) half.threads[v] = { ...half.threads[v]!, seam: [j, half.mesh.positions[v]![1]] }
  stitchGrid(half.mesh, [loop, ...addLeg(half, loop.length)], 'closed')
  return finishGarment(half, { cloth: trousersField, iterations: 20, tubeStitches: loop.length })
}

/** A row round the hips or a leg. */
type Row = {
  /** So far off the cloth's surface. */
  readonly out: number
  /** Height of the cloth in the picture: where an edge doubles back, its cloth goes on. */
  readonly cloth: number
  readonly region: GarmentRegion
  readonly freedom: number
}

type HipRow = Row & { readonly y: (azimuth: number) => number }

/** The waistband is a strip of its own, turned inwards at its upper edge; the lowest row dips between the legs. */
function hipRows(): HipRow[] {
  const { top, bottom } = BAND
  const band = (y: number, out: number, cloth: number, region: GarmentRegion = 'rib'): HipRow => ({
    y: () => y,
    out,
    cloth,
    region,
    freedom: 0,
  })
  return [
    band(top - 2, -0.3, top + 2, 'inside'),
    band(top, -0.2, top + 0.3, 'inside'),
    band(top + 0.05, 0.1, top),
    band(top - 0.2, 0.24, top - 0.2),
    band(bottom + 0.25, 0.26, bottom + 0.25),
    band(bottom, 0.2, bottom),
    band(bottom - 0.1, 0, bottom - 0.1, 'body'),
    ...Array.from({ length: HIP_ROWS }, (_, r): HipRow => {
      const y = (a: number) => lerp(bottom - 0.1, 84.4 + 0.6 * sin(a) * sin(a), (r + 1) / HIP_ROWS)
      return { y, out: 0, cloth: y(PI / 2), region: 'body', freedom: 0.6 }
    }),
  ]
}

function addHips(half: GarmentHalf): number[][] {
  return hipRows().map(({ y, out, cloth, region, freedom }) =>
    Array.from({ length: HALF_COLUMNS + 1 }, (_, k) => {
      const a = (k / HALF_COLUMNS) * PI
      const direction: Vec3 = [sin(a), 0, cos(a)]
      const p = addScaled(marchOutward(trousersField, [0, y(a), -1], direction, 30), direction, out)
      const isMiddle = k === 0 || k === HALF_COLUMNS
      return lay(half, isMiddle ? [0, p[1], p[2]] : p, {
        region,
        freedom: isMiddle ? freedom / 2 : freedom,
        stitch: [k, cloth],
      })
    }),
  )
}

/** From the back of the fork to its front, below the body. */
function addCrotch(half: GarmentHalf, rim: readonly number[]): number[] {
  const front = half.mesh.positions[rim[0]!]!
  const back = half.mesh.positions[rim.at(-1)!]!
  return Array.from({ length: CROTCH }, (_, i) => {
    const z = lerp(back[2], front[2], (i + 1) / (CROTCH + 1))
    const p = marchOutward(trousersField, [0, 87, z], [0, -1, 0], 9)
    return lay(half, [0, p[1], z], { freedom: 0.3 })
  })
}

type LegRing = Row & { readonly y: number }

const LEG_ROWS = [
  80.6, 77.6, 74, 70, 66, 62, 58.6, 56, 53.8, 51.8, 49.8, 47.8, 45.8, 43.4, 40, 35.6, 31, 26.6, 22.8, 19.6, 17, 14.8,
  12.2,
] as const

function legRings(): LegRing[] {
  const { bottom, height } = TURN_UP
  const top = bottom + height
  const freedoms = [0.9, 0.7, 0.45, 0.2]
  const edge = (y: number, out: number, cloth: number, region: GarmentRegion): LegRing => ({
    y,
    out,
    cloth,
    region,
    freedom: 0,
  })
  return [
    ...LEG_ROWS.map((y, r): LegRing => ({ y, out: 0, cloth: y, region: 'leg', freedom: freedoms[r] ?? 0 })),
    edge(top + 0.1, 0, top + 0.1, 'leg'),
    edge(top + 0.2, 0.3, top, 'rib'),
    edge(top - 0.15, 0.46, top - 0.3, 'rib'),
    edge(bottom + 0.2, 0.5, bottom + 0.3, 'rib'),
    edge(bottom, 0.28, bottom, 'rib'),
    edge(bottom + 0.2, -0.2, bottom - 0.4, 'inside'),
    edge(bottom + 3, -0.5, bottom - 3.2, 'inside'),
  ]
}

function addLeg(half: GarmentHalf, count: number): number[][] {
  return legRings().map(({ y, out, cloth, region, freedom }) =>
    Array.from({ length: count }, (_, j) => {
      // The loop starts at the fork's front, an eighth of a turn inwards from straight ahead.
      const a = (j / count) * TAU - PI / 4
      const direction: Vec3 = [sin(a), 0, cos(a)]
      const height = Math.max(y, TURN_UP.bottom + TURN_UP.height)
      const [x, , z] = marchOutward(trouserLegField, legAxis(height), direction, 14)
      const [fx, , fz] = addScaled([x, y, z], direction, out)
      const lift = y < TURN_UP.bottom + TURN_UP.height + 1 ? TURN_UP.lift * (smoothstep(-4, 5, z) - 0.25) : 0
      return lay(half, [Math.max(fx, 0.2), y + lift, fz], { region, freedom, piece: 'tube', stitch: [j, cloth] })
    }),
  )
}

/** The middle of the left leg at a height. */
function legAxis(y: number): Vec3 {
  if (y > 52) {
    const t = (84 - y) / 32
    return [lerp(8.5, 8.4, t), y, lerp(-0.3, 0.6, t)]
  }
  const t = (52 - y) / 45
  return [lerp(8.4, 8, t), y, lerp(0.7, -1.5, t)]
}
