import type { Vec2 } from '../../kit/vec3.ts'
import type { FineCrease, Seam } from '../cut.ts'
import { ARMPIT } from '../trunk.ts'

type Shape = {
  /** Columns of the armhole's front and back edge and of the side. */
  readonly armhole: readonly [front: number, side: number, back: number]
  readonly hem: number
}

/** Heights, in the weave, of the armhole's top and of the neckline. */
const ARMHOLE_TOP = ARMPIT + 7 * 1.4
export const NECKLINE_SEAM = ARMPIT + 11 * 1.4
/** The sleeve's seam runs below the arm; places round it go by shares from the slit, from the front upwards. */
const BELOW_ARM = 0.87
const SHOULDER = 14

export const seam = (on: Seam['on'], ...path: Vec2[]): Seam => ({ on, path, kind: 'seam' })
export const stitches = (on: Seam['on'], ...path: Vec2[]): Seam => ({ on, path, kind: 'stitches' })

/** Side, shoulder and armhole seams, and one below the arm. */
export const plainSeams = ({ armhole: [front, side, back], hem }: Shape, cuff: number): Seam[] => [
  seam('trunk', [side, hem], [side, ARMPIT]),
  seam('trunk', [side, ARMHOLE_TOP], [side, NECKLINE_SEAM]),
  seam('trunk', [front, ARMPIT], [front, ARMHOLE_TOP], [back, ARMHOLE_TOP], [back, ARMPIT], [front, ARMPIT]),
  seam('sleeve', [0, SHOULDER + 0.2], [1, SHOULDER + 0.2]),
  seam('sleeve', [BELOW_ARM, SHOULDER], [BELOW_ARM, cuff]),
]

/** A row of stitches right round a hem, and round a sleeve's end. */
export const hemStitches = (columns: number, height: number): Seam => stitches('trunk', [columns, height], [0, height])
export const cuffStitches = (along: number): Seam => stitches('sleeve', [0, along], [1, along])

type Line = readonly [from: Vec2, to: Vec2, width: number, depth: number]

const creases = (on: Seam['on'], lines: readonly Line[]): FineCrease[] =>
  lines.map(([from, to, width, depth]) => ({ on, path: [from, bent(from, to), to], width, depth }))

/** Creases bow a little. */
const bent = ([a, b]: Vec2, [c, d]: Vec2): Vec2 => [(a + c) / 2 + (d - b) * 0.03, (b + d) / 2 + 0.5]

/** Fine creases of a trunk of 28 columns: at the armpits, from the sides into the waist, below the breast. */
export const TRUNK_CREASES = creases('trunk', [
  [[9.8, 124], [4, 129.6], 0.5, 0.16],
  [[9.6, 122.4], [5, 125.4], 0.5, 0.14],
  [[9.8, 120], [5.4, 116], 0.6, 0.15],
  [[18.4, 123], [23.6, 127.4], 0.5, 0.16],
  [[18.2, 121], [23, 118], 0.6, 0.15],
  [[18.4, 118.4], [22.4, 113.4], 0.6, 0.13],
  [[13, 109], [6.4, 104.8], 0.6, 0.17],
  [[13.6, 106], [7.4, 102], 0.6, 0.16],
  [[13.2, 103], [5.2, 100.4], 0.55, 0.14],
  [[15, 108.4], [21.6, 104.6], 0.6, 0.17],
  [[14.6, 105], [22.4, 101], 0.6, 0.16],
  [[15, 101.4], [23.6, 98.4], 0.55, 0.14],
  [[27, 106.4], [23.4, 108.4], 0.55, 0.12],
])

/** Fine creases of a long sleeve: before the elbow, where it bends, and above the cuff. */
export const SLEEVE_CREASES = creases('sleeve', [
  [[0.04, 37], [0.32, 34.4], 0.5, 0.17],
  [[0.1, 38.6], [0.3, 37], 0.45, 0.16],
  [[0.06, 40.4], [0.34, 42.6], 0.5, 0.17],
  [[0.98, 38], [0.74, 35.4], 0.5, 0.16],
  [[0.98, 41], [0.72, 43.6], 0.5, 0.16],
  [[0.2, 31], [0.5, 28.6], 0.5, 0.12],
  [[0.3, 47.4], [0.62, 49.4], 0.45, 0.13],
  [[0.56, 50.4], [0.86, 51.8], 0.45, 0.14],
  [[0.08, 51.4], [0.4, 52.8], 0.4, 0.13],
  [[0.9, 17], [0.6, 21.6], 0.5, 0.14],
  [[0.06, 17.4], [0.3, 22.4], 0.5, 0.14],
])
