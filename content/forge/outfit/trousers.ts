import { cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { lerp, PI, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { DENIM_UNIT } from './denim.ts'
import { createHalf, finishGarment, type Garment, type GarmentHalf, type GarmentRegion, lay } from './garment.ts'
import { TURN_UP, trouserLegField, trousersField } from './trousers-field.ts'

/** Quads round the left half of the hips. */
const HALF_COLUMNS = 22
/** Vertices of the crotch seam between front and back, shared by both legs. */
const CROTCH = 5
const WAIST = 96
const HIP_ROWS = 8

/** One stitch to a column; the legs go on where the hips end. */
const weave = (column: number, y: number): [number, number] => [column, y / DENIM_UNIT]

/** Cuts the trousers: rows round the hips, a seam through the crotch, and a ring of both for each leg. */
export function createTrousers(): Garment {
  const half = createHalf()
  const hips = addHips(half)
  stitchGrid(half.mesh, hips, 'open')
  const rim = hips.at(-1)!
  const loop = [...rim, ...addCrotch(half, rim)]
  for (const [j, v] of loop.entries())
    half.threads[v] = { ...half.threads[v]!, seam: weave(j, half.mesh.positions[v]![1]) }
  stitchGrid(half.mesh, [loop, ...addLeg(half, loop.length)], 'closed')
  return finishGarment(half, { cloth: trousersField, iterations: 20, tubeStitches: loop.length })
}

/** The lowest row dips between the legs: to the fork in front, a little less behind. */
function addHips(half: GarmentHalf): number[][] {
  const rows = Array.from({ length: HIP_ROWS + 1 }, (_, r) => r / HIP_ROWS)
  return rows.map((t, r) =>
    Array.from({ length: HALF_COLUMNS + 1 }, (_, k) => {
      const a = (k / HALF_COLUMNS) * PI
      const y = lerp(WAIST, 84.4 + 0.6 * sin(a) * sin(a), t)
      const p = marchOutward(trousersField, [0, y, -1], [sin(a), 0, cos(a)], 30)
      const isMiddle = k === 0 || k === HALF_COLUMNS
      return lay(half, isMiddle ? [0, p[1], p[2]] : p, {
        freedom: r === 0 ? 0 : isMiddle ? 0.3 : 0.6,
        stitch: weave(k, y),
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

type LegRing = { readonly y: number; readonly out: number; readonly region: GarmentRegion; readonly freedom: number }

const LEG_ROWS = [
  80.8, 78.4, 75.6, 72.6, 69.4, 66, 62.6, 59.4, 56.6, 54.2, 52, 50, 48, 46, 44, 41.8, 39, 35.6, 31.8, 28, 24.4, 21.2,
  18.4, 16, 14, 12.2,
] as const

function legRings(): LegRing[] {
  const { bottom, height } = TURN_UP
  const top = bottom + height
  const freedoms = [0.9, 0.7, 0.45, 0.2]
  return [
    ...LEG_ROWS.map((y, r): LegRing => ({ y, out: 0, region: 'leg', freedom: freedoms[r] ?? 0 })),
    { y: top + 0.1, out: 0, region: 'leg', freedom: 0 },
    { y: top + 0.2, out: 0.3, region: 'rib', freedom: 0 },
    { y: top - 0.15, out: 0.46, region: 'rib', freedom: 0 },
    { y: bottom + 0.2, out: 0.5, region: 'rib', freedom: 0 },
    { y: bottom, out: 0.28, region: 'rib', freedom: 0 },
    { y: bottom + 0.2, out: -0.2, region: 'inside', freedom: 0 },
    { y: bottom + 3, out: -0.5, region: 'inside', freedom: 0 },
  ]
}

function addLeg(half: GarmentHalf, count: number): number[][] {
  return legRings().map(({ y, out, region, freedom }) =>
    Array.from({ length: count }, (_, j) => {
      // The loop starts at the fork's front, an eighth of a turn inwards from straight ahead.
      const a = (j / count) * TAU - PI / 4
      const direction: Vec3 = [sin(a), 0, cos(a)]
      const height = Math.max(y, TURN_UP.bottom + TURN_UP.height)
      const [x, , z] = marchOutward(trouserLegField, legAxis(height), direction, 14)
      const [fx, , fz] = addScaled([x, y, z], direction, out)
      // Turn-ups rest on the shoe in front and hang lower behind.
      const drop = y < TURN_UP.bottom + TURN_UP.height + 1 ? 0.45 * (0.5 - smoothstep(-4, 5, z)) : 0
      return lay(half, [Math.max(fx, 0.2), y + drop, fz], { region, freedom, piece: 'tube', stitch: weave(j, y) })
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
