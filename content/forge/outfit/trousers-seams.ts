import type { Vec2 } from '../kit/vec3.ts'
import { INNER, MIDDLE_BACK, SIDE, type Side } from './trousers-chart.ts'

/** Where the waistband is sewn on, and its upper edge. Centimetres. */
export const BAND = { bottom: 95.3, top: 99 } as const

/** A line on the cloth, column and height; on both legs unless a side is said. */
type Line = { readonly path: readonly Vec2[]; readonly side?: Side }

/** Where two panels meet: a groove, the lap raised to its right, so many rows of stitches on the lap. */
export type Seam = Line & { readonly rows: 0 | 1 | 2; readonly rise: number }

const pocketMouth: readonly Vec2[] = [
  [4.9, BAND.bottom],
  [5.2, 92.6],
  [6.2, 90.4],
  [8, 89.1],
  [SIDE, 88.6],
]

const FLY: readonly Vec2[] = [
  [1.75, BAND.bottom],
  [1.75, 89.4],
  [1.5, 87.9],
  [0.9, 86.7],
  [0, 86],
]

export const SEAMS: readonly Seam[] = [
  {
    path: [
      [SIDE + 0.2, BAND.bottom],
      [SIDE + 0.1, 84],
      [SIDE, 40],
      [SIDE, 6.6],
    ],
    rows: 0,
    rise: 0.07,
  },
  {
    path: [
      [INNER, 84],
      [INNER, 40],
      [INNER, 6.6],
    ],
    rows: 1,
    rise: 0.07,
  },
  { path: pocketMouth, rows: 2, rise: -0.12 },
  {
    path: [
      [0, BAND.bottom],
      [0, 84],
    ],
    rows: 0,
    rise: 0.08,
    side: 1,
  },
  { path: FLY, rows: 2, rise: 0.03, side: 1 },
  // The yoke, and the seam of the seat below the waistband.
  {
    path: [
      [SIDE + 0.2, 92.6],
      [16, 91.6],
      [MIDDLE_BACK, 89.6],
    ],
    rows: 2,
    rise: -0.07,
  },
  {
    path: [
      [MIDDLE_BACK, BAND.bottom],
      [MIDDLE_BACK, 84],
    ],
    rows: 2,
    rise: 0.07,
    side: 1,
  },
  {
    path: [
      [0, BAND.bottom],
      [SIDE, BAND.bottom],
      [MIDDLE_BACK, BAND.bottom],
    ],
    rows: 1,
    rise: -0.1,
  },
  {
    path: [
      [0, BAND.top - 0.2],
      [SIDE, BAND.top - 0.2],
      [MIDDLE_BACK, BAND.top - 0.2],
    ],
    rows: 1,
    rise: 0,
  },
]

/** The outline of a pocket sewn onto the seat. */
export const BACK_POCKET: readonly Vec2[] = [
  [13.2, 89.4],
  [13.4, 80.2],
  [16.2, 78.2],
  [19.2, 79.6],
  [19.7, 88.7],
]
