import { lerp } from '../../kit/scalar.ts'
import type { Row } from '../cut.ts'
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
export const plainRings = (places: readonly number[]): Row[] =>
  places.map((at, i) => ({ at, out: 0, region: 'sleeve', freedom: FREEDOMS[i] ?? 0 }))

/** Rings of a long sleeve to above the cuff, close where the elbow bends. Centimetres from the body's middle. */
export const LONG_SLEEVE = [
  15.6, 17.4, 19.4, 21.6, 24, 26.6, 29.2, 31.6, 33.6, 35.2, 36.6, 38, 39.4, 40.8, 42.2, 43.6, 45.4, 47.4, 49.4, 51.2,
  52.8, 54.2,
] as const
