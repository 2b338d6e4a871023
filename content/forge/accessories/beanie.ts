import { type Colour, hexColour, shade, vertexColour } from '../kit/colour.ts'
import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf } from '../kit/project.ts'
import { DEGREE, lerp, smoothstep } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3, type Vec4 } from '../kit/vec3.ts'
import type { Wearer } from './wearer.ts'

/** Two columns to a rib. */
const COLUMNS = 104
/** Where the edge lies: over the brows, above the ears, at the nape. Head centimetres. */
const EDGE = { front: 5.1, side: 2.1, back: -1.6 }
/** How much a rib stands out, cm, and how dark the valley beside it is. */
const RIB = { height: 0.13, valley: 0.72 }

/** A row: how far from edge (0) to crown (1), how far off the scalp, cm, and how much its ribs stand out. */
type Row = { readonly up: number; readonly lift: number; readonly rib: number; readonly tone: number }

/** From under the turned-up cuff, round its edge, up its outside, over its fold and on to the crown. */
const ROWS: readonly Row[] = [
  { up: 0.035, lift: 0.1, rib: 0, tone: 0.5 },
  { up: 0, lift: 0.3, rib: 0.4, tone: 0.75 },
  { up: -0.012, lift: 0.75, rib: 0.8, tone: 0.95 },
  { up: 0.01, lift: 1.15, rib: 1, tone: 1 },
  { up: 0.09, lift: 1.3, rib: 1, tone: 1 },
  { up: 0.18, lift: 1.3, rib: 1, tone: 1 },
  { up: 0.225, lift: 1.15, rib: 1, tone: 1 },
  { up: 0.235, lift: 0.85, rib: 0.8, tone: 0.7 },
  { up: 0.26, lift: 0.9, rib: 0.7, tone: 0.85 },
  { up: 0.36, lift: 1.15, rib: 0.8, tone: 1 },
  { up: 0.5, lift: 1.35, rib: 0.8, tone: 1 },
  { up: 0.64, lift: 1.5, rib: 0.8, tone: 1 },
  { up: 0.78, lift: 1.6, rib: 0.8, tone: 0.98 },
  { up: 0.9, lift: 1.6, rib: 0.7, tone: 0.92 },
  { up: 0.97, lift: 1.5, rib: 0.4, tone: 0.85 },
]
const CROWN_LIFT = 1.42

/** A ribbed cap with a turned-up cuff. */
export function beanie({ field }: Wearer, colour: string): Mesh {
  const mesh = createMesh()
  const colors: Vec4[] = []
  const wool = hexColour(colour)
  const add = (at: Vec3, paint: Colour) => {
    colors.push(vertexColour(paint))
    return addVertex(mesh, at)
  }
  const columns = Array.from({ length: COLUMNS }, (_, i) => ({
    azimuth: (360 * i) / COLUMNS,
    edge: edgePolar(field.bare, (360 * i) / COLUMNS),
    isRib: i % 2 === 0,
  }))
  const rows = ROWS.map(({ up, lift, rib, tone }) =>
    columns.map(({ azimuth, edge, isRib }) => {
      const at = scalp(field.bare, azimuth, edge * (1 - up))
      const out = lift + (isRib ? RIB.height : 0) * rib
      return add(
        addScaled(at, normalOf(field.bare, at, 0.5), out),
        shade(wool, tone * (isRib ? 1 : lerp(1, RIB.valley, rib))),
      )
    }),
  ).reverse()
  stitchGrid(mesh, rows, 'closed')
  const crown = scalp(field.bare, 0, 0)
  stitchFan(mesh, rows[0]!, add(addScaled(crown, [0, 1, 0], CROWN_LIFT), shade(wool, 0.8)))
  return { ...mesh, colors }
}

/** The middle of the braincase, from which directions are counted. */
const CENTRE: Vec3 = [0, 3.5, -1]

function scalp(head: Wearer['field']['bare'], azimuth: number, polar: number): Vec3 {
  const [a, p] = [azimuth * DEGREE, polar * DEGREE]
  return marchOutward(head, CENTRE, [sin(a) * sin(p), cos(p), cos(a) * sin(p)], 22)
}

/** Height of the edge at a place of the head: how far forward decides. */
export function beanieEdge([, , z]: Vec3): number {
  const front = smoothstep(-1, 8, z)
  const back = smoothstep(-1, -9, z)
  return lerp(lerp(EDGE.side, EDGE.front, front), EDGE.back, back)
}

/** Polar angle in degrees at which a meridian reaches the edge, by halving. */
function edgePolar(head: Wearer['field']['bare'], azimuth: number): number {
  let [above, below] = [20, 150]
  for (let i = 0; i < 18; i++) {
    const middle = (above + below) / 2
    const at = scalp(head, azimuth, middle)
    if (at[1] > beanieEdge(at)) above = middle
    else below = middle
  }
  return below
}
