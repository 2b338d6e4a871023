import type { Vec2 } from '../kit/vec3.ts'
import { INNER, MIDDLE_BACK, SIDE, type Side } from './trousers-chart.ts'

/** Where the waistband is sewn on, and its upper edge. Centimetres. */
export const BAND = { bottom: 95.3, top: 99 } as const

/** A line on the cloth, column and height; on both legs unless a side is said. */
type Line = { readonly path: readonly Vec2[]; readonly side?: Side }

/** Where two panels meet: a groove, the lap raised to its right, so many rows of stitches on the lap. */
export type Seam = Line & { readonly rows: 0 | 1 | 2; readonly rise: number }

/** How a kind of trousers is sewn. */
export type Sewing = {
  readonly seams: readonly Seam[]
  /** Outlines of pockets sewn onto the seat. */
  readonly patches: readonly (readonly Vec2[])[]
}

const FLY: readonly Vec2[] = [
  [1.75, BAND.bottom],
  [1.75, 89.4],
  [1.5, 87.9],
  [0.9, 86.7],
  [0, 86],
]
const SIDE_SEAM: readonly Vec2[] = [
  [SIDE + 0.2, BAND.bottom],
  [SIDE + 0.1, 84],
  [SIDE, 40],
  [SIDE, 6.6],
]
const INNER_SEAM: readonly Vec2[] = [
  [INNER, 84],
  [INNER, 40],
  [INNER, 6.6],
]
const round = (y: number): Vec2[] => [
  [0, y],
  [SIDE, y],
  [MIDDLE_BACK, y],
]

const BOTH: readonly Seam[] = [
  { path: SIDE_SEAM, rows: 0, rise: 0.07 },
  {
    path: [
      [0, BAND.bottom],
      [0, 84],
    ],
    rows: 0,
    rise: 0.08,
    side: 1,
  },
  { path: round(BAND.bottom), rows: 1, rise: -0.1 },
  { path: round(BAND.top - 0.2), rows: 1, rise: 0 },
]

export const JEANS: Sewing = {
  seams: [
    ...BOTH,
    { path: INNER_SEAM, rows: 1, rise: 0.07 },
    { path: FLY, rows: 2, rise: 0.03, side: 1 },
    // The mouth of the pocket, the yoke, the seat.
    {
      path: [
        [4.9, BAND.bottom],
        [5.2, 92.6],
        [6.2, 90.4],
        [8, 89.1],
        [SIDE, 88.6],
      ],
      rows: 2,
      rise: -0.12,
    },
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
  ],
  patches: [
    [
      [13.2, 89.4],
      [13.4, 80.2],
      [16.2, 78.2],
      [19.2, 79.6],
      [19.7, 88.7],
    ],
  ],
}

export const CHINOS: Sewing = {
  seams: [
    ...BOTH,
    { path: INNER_SEAM, rows: 0, rise: 0.07 },
    { path: FLY, rows: 1, rise: 0.03, side: 1 },
    // The slanting mouth of the pocket; a pocket let into the seat, and the dart above it.
    {
      path: [
        [7.4, BAND.bottom],
        [SIDE, 83.6],
      ],
      rows: 1,
      rise: -0.12,
    },
    {
      path: [
        [13.4, 87.6],
        [19.4, 87],
      ],
      rows: 1,
      rise: 0.1,
    },
    {
      path: [
        [16.4, BAND.bottom],
        [16.4, 88],
      ],
      rows: 0,
      rise: 0.05,
    },
    {
      path: [
        [MIDDLE_BACK, BAND.bottom],
        [MIDDLE_BACK, 84],
      ],
      rows: 0,
      rise: 0.07,
      side: 1,
    },
  ],
  patches: [],
}
