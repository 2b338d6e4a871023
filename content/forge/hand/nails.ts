import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { pow, sin } from '../kit/ops.ts'
import { lerp, PI, smoothstep } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled } from '../kit/vec3.ts'
import { type Digit, dorsalHeight } from './digit.ts'
import type { HandShape } from './hand.ts'

/** The five nail plates of a hand. `whiteness` (0 bed, 1 free edge) and `joints` run parallel to the positions. */
export type Nails = { readonly mesh: Mesh; readonly whiteness: number[]; readonly joints: string[] }

type NailMeasures = {
  /** Start and end along the digit. */
  readonly from: number
  readonly to: number
  /** Share of the digit's width. */
  readonly width: number
}

/** Columns across and rows along a plate. */
const COLUMNS = 6
const ROWS = 7

export function createNails({ fingers, thumb }: HandShape): Nails {
  const nails: Nails = { mesh: createMesh(), whiteness: [], joints: [] }
  for (const finger of fingers) {
    const from = finger.joints[2] + 0.4 * finger.boneLengths[2]
    addNail(nails, finger, { from, to: finger.length + 0.02 * finger.girth, width: 0.73 })
  }
  addNail(nails, thumb, { from: thumb.joints[2] + 0.36 * thumb.boneLengths[2], to: thumb.length + 0.02, width: 0.75 })
  return nails
}

/** A plate that follows the finger's own section, domed a little, sunk at its root and sides, free at the end. */
function addNail(nails: Nails, digit: Digit, { from, to, width }: NailMeasures): void {
  const widest = digit.girthAt(lerp(from, to, 0.4)).halfWidth * width
  const rows: number[][] = []
  for (let r = 0; r <= ROWS; r++) {
    const t = r / ROWS
    const along = lerp(from, to, t)
    const { origin, across, up } = digit.frameAt(along)
    const girth = digit.girthAt(Math.min(along, digit.length - digit.capLength * 0.8))
    const support = { ...girth, halfWidth: Math.max(girth.halfWidth, (widest / width) * 0.96) }
    const halfWidth = Math.max(widest * outline(t), 0.03)
    const row: number[] = []
    for (let c = COLUMNS; c >= 0; c--) {
      const side = (c / COLUMNS) * 2 - 1
      const height = dorsalHeight(support, side * halfWidth) + plateHeight(t, side)
      row.push(addVertex(nails.mesh, addScaled(addScaled(origin, across, side * halfWidth), up, height)))
      nails.whiteness.push(smoothstep(0.8, 0.86, t + 0.06 * (1 - side * side) - 0.05))
      nails.joints.push(`${digit.name}Distal`)
    }
    rows.push(row)
  }
  stitchGrid(nails.mesh, rows, 'open')
}

/** Half width along the plate, of 1: an oval with a fuller root. */
function outline(t: number): number {
  const root = 1 - pow(1 - Math.min(1, t / 0.34), 2.3)
  const end = 1 - 0.93 * pow(Math.max(0, (t - 0.5) / 0.5), 2.6)
  return pow(Math.max(0, root), 0.45) * Math.sqrt(Math.max(0, end))
}

/** Height of the plate above the skin. Centimetres. */
function plateHeight(t: number, side: number): number {
  const rim = Math.max(smoothstep(0.8, 1, Math.abs(side)), 1 - smoothstep(0, 0.1, t))
  const sunk = -0.12 * rim * (1 - smoothstep(0.45, 0.65, t)) + 0.015 * rim
  return 0.04 + 0.025 * sin(PI * t) - 0.13 * t * t * t + sunk
}
