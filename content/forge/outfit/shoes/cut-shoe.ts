import { legField } from '../../body/figure.ts'
import { addVertex, createMesh } from '../../kit/mesh.ts'
import { cos, sin } from '../../kit/ops.ts'
import { marchOutward } from '../../kit/project.ts'
import { quadNeighboursOf } from '../../kit/quad-neighbours.ts'
import { lerp, PI, TAU } from '../../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../../kit/stitch.ts'
import { add, addScaled, type Vec3 } from '../../kit/vec3.ts'
import { LIMB_JOINTS } from '../../skeleton/measures.ts'
import type { Garment, GarmentHalf, GarmentRegion } from '../garment.ts'
import { HEIGHT, type Place, pixelOf, WIDTH } from './chart.ts'
import { archLift, heelRise, type Last, MIDDLE, openingPoint, outline, toeSpring, upperPoint } from './last.ts'

/** A pipe round the leg above the opening. Centimetres. */
export type Shaft = { readonly top: number; readonly off: number }

export type ShoeCut = { readonly last: Last; readonly shaft?: Shaft; readonly rows: readonly number[] }

/** Vertices round the shoe, from the heel outwards. */
const COLUMNS = 32
const ANGLES = Array.from({ length: COLUMNS }, (_, k) => (k / COLUMNS) * TAU - PI)

type Ring = {
  readonly region: GarmentRegion
  readonly band: Place['band']
  readonly share: number
  readonly at: (angle: number) => Vec3
}

/** Makes a left shoe in its place, ring by ring from the sole's middle to the lining. */
export function cutShoe(cut: ShoeCut): GarmentHalf {
  const shoe: GarmentHalf = { mesh: createMesh(), threads: [] }
  const rings = [...soleRings(cut.last), ...upperRings(cut), ...shaftRings(cut), ...rimRings(cut)]
  const rows = rings.map(({ region, band, share, at }) =>
    ANGLES.map((angle) => layAt(shoe, at(angle), region, { angle, band, share }, 'tube')),
  )
  stitchGrid(shoe.mesh, rows.toReversed(), 'closed')
  const underfoot: Vec3 = [LIMB_JOINTS.Foot[0], archLift(cut.last, MIDDLE), MIDDLE]
  stitchFan(
    shoe.mesh,
    rows[0]!.toReversed(),
    layAt(shoe, underfoot, 'sole', { angle: 0, band: 'sole', share: 0 }, 'main'),
  )
  return shoe
}

/** Lays a vertex of a shoe at a place of its picture. */
export function layAt(shoe: GarmentHalf, p: Vec3, region: GarmentRegion, place: Place, piece: 'main' | 'tube'): number {
  const [x, y] = pixelOf(place)
  shoe.threads.push({ region, piece, freedom: 0, shade: 1, stitch: [(x / WIDTH) * COLUMNS, y / HEIGHT] })
  return addVertex(shoe.mesh, p)
}

export const finishShoe = (shoe: GarmentHalf): Garment => ({
  ...shoe,
  gridNeighbours: quadNeighboursOf(shoe.mesh.positions.length, shoe.mesh.triangles),
  tubeStitches: COLUMNS,
})

/** Texture coordinates of a shoe's stitch. */
export const unwrapShoe = ([column, y]: readonly [number, number]): [number, number] => [column / COLUMNS, y]

/** Where the upper meets the sole, as a share of its outline. */
const WELT = 0.945

/** From the underside round the edge to the welt: share of the outline, of the height, of the picture's band. */
const SOLE_SECTION = [
  [0.6, 0, 0.12],
  [0.95, 0, 0.26],
  [0.99, 0.1, 0.34],
  [1.005, 0.5, 0.6],
  [1.005, 0.88, 0.84],
  [0.985, 1, 0.94],
  [WELT, 0.98, 1],
] as const

const soleRings = (last: Last): Ring[] =>
  SOLE_SECTION.map(([size, up, share]) => ({
    region: 'sole',
    band: 'sole',
    share,
    at: (angle) => {
      const [x, , z] = outline(angle, size)
      const spring = toeSpring(z)
      return [x, lerp(archLift(last, z) + spring, last.sole + spring + heelRise(last, z), up), z]
    },
  }))

/** A shaft takes this share of the upper's band. */
const SHAFT_SHARE = 0.4
const SHAFT_ROWS = 5

const upperRings = ({ last, shaft, rows }: ShoeCut): Ring[] =>
  rows.map((t) => ({
    region: 'upper',
    band: 'upper',
    share: t * (shaft ? 1 - SHAFT_SHARE : 1),
    at: (angle) => upperPoint(last, angle, t),
  }))

function shaftRings({ last, shaft }: ShoeCut): Ring[] {
  if (shaft === undefined) return []
  return Array.from({ length: SHAFT_ROWS }, (_, i): Ring => {
    const t = (i + 1) / SHAFT_ROWS
    const y = lerp(last.opening.height, shaft.top, t)
    return { region: 'upper', band: 'upper', share: lerp(1 - SHAFT_SHARE, 1, t), at: (a) => shaftPoint(shaft, a, y) }
  })
}

function shaftPoint({ off }: Shaft, angle: number, y: number): Vec3 {
  const direction: Vec3 = [sin(angle), 0, cos(angle)]
  const skin = marchOutward(legField, [LIMB_JOINTS.Foot[0], y, LIMB_JOINTS.Foot[2]], direction, 12)
  return addScaled(skin, direction, off)
}

/** The rim's section over the opening: outwards, up; then the lining. */
const RIM_SECTION: readonly (readonly [
  out: number,
  up: number,
  region: GarmentRegion,
  band: Place['band'],
  share: number,
])[] = [
  [0.1, 0.05, 'collar', 'rim', 0.1],
  [0.06, 0.3, 'collar', 'rim', 0.5],
  [-0.16, 0.36, 'collar', 'rim', 0.9],
  [-0.36, 0.1, 'inside', 'lining', 0.1],
  [-0.75, -2, 'inside', 'lining', 1],
]

const rimRings = ({ last, shaft }: ShoeCut): Ring[] =>
  RIM_SECTION.map(([out, up, region, band, share]) => ({
    region,
    band,
    share,
    at: (a) => {
      if (shaft === undefined) return add(openingPoint(last, a, out), [0, up, 0])
      return add(shaftPoint({ ...shaft, off: shaft.off + out }, a, shaft.top), [0, up, 0])
    },
  }))
