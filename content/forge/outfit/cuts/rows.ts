import { lerp } from '../../kit/scalar.ts'
import type { Ring, Row } from '../cut.ts'
import { ARMPIT } from '../trunk.ts'

/** Rows of plain cloth evenly up to the armpit. The lowest stay where the hem holds them. */
export const plainRows = (from: number, count: number): Row[] =>
  Array.from({ length: count + 1 }, (_, r) => ({
    at: lerp(from, ARMPIT, r / count),
    out: 0,
    region: 'body',
    freedom: r < 2 ? 0.1 : 0.3,
  }))

/** How freely the first rings of a sleeve settle into the shoulder. */
const FREEDOMS = [1, 0.8, 0.5, 0.2] as const

/** Rings of plain cloth along a sleeve. */
export const plainRings = (places: readonly number[]): Ring[] =>
  places.map((at, i) => ({ at, out: 0, region: 'sleeve', freedom: FREEDOMS[i] ?? 0 }))

/** Rings of a long sleeve to above the cuff, close where the elbow bends. Centimetres from the body's middle. */
export const LONG_SLEEVE = [
  15.6, 17.4, 19.4, 21.6, 24, 26.6, 29.2, 31.6, 33.6, 35.2, 36.6, 38, 39.4, 40.8, 42.2, 43.6, 45.4, 47.4, 49.4, 51.2,
  52.8, 54.2,
] as const

type Band = { readonly end: number; readonly height: number; readonly rib: number }

/** A ribbed band at a hem, rolled at its edge, from the inside up. */
export const ribbedHem = ({ end, height, rib }: Band): Row[] => [
  { at: end + 2.4, out: -0.7, region: 'inside' },
  { at: end + 0.25, out: -0.5, region: 'inside' },
  { at: end, out: -0.2, region: 'rib' },
  { at: end + 0.35, out: 0.1, region: 'rib', rib },
  { at: end + 0.5 * height, out: 0.1, region: 'rib', rib },
  { at: end + height - 0.4, out: 0.02, region: 'rib', rib },
  { at: end + height, out: -0.2, region: 'rib', shade: 0.8 },
]

/** A ribbed cuff that closes about the wrist, outwards and back in. */
export const ribbedCuff = ({ end, height, rib }: Band): Ring[] => [
  { at: end - height, out: 0.55, region: 'rib', shade: 0.85, cuff: true },
  { at: end - height + 0.4, out: 0.5, region: 'rib', rib, cuff: true },
  { at: end - 0.5 * height, out: 0.46, region: 'rib', rib, cuff: true },
  { at: end - 0.25, out: 0.46, region: 'rib', rib, cuff: true },
  { at: end, out: 0.28, region: 'rib', cuff: true },
  { at: end - 0.25, out: 0.1, region: 'inside', cuff: true },
  { at: end - 2, out: 0.1, region: 'inside', cuff: true },
]
