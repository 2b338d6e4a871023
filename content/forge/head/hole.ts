import { DEGREE } from '../kit/scalar.ts'
import type { Side } from './frame.ts'
import type { HeadGrid } from './grid.ts'

/** A rectangle of grid cells left out for an eye or the mouth, in column and row numbers. */
export interface Hole {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The row that meets the corners of the eye or mouth. */
  readonly middle: number
}

/** The rim of a hole, counter-clockwise seen from outside, from the middle of its +x side. */
export interface HoleRim {
  readonly vertices: readonly number[]
  /** How many of them belong to the upper half. */
  readonly upperCount: number
}

export function eyeHole(grid: HeadGrid, side: Side): Hole {
  const middle = frontColumn(grid)
  const near = columnAt(grid, 6 * DEGREE) - middle
  const far = columnAt(grid, 48 * DEGREE) - middle
  return {
    left: middle + (side > 0 ? near : -far),
    right: middle + (side > 0 ? far : -near),
    top: rowAt(grid, 33.5 * DEGREE),
    middle: rowAt(grid, 20 * DEGREE),
    bottom: rowAt(grid, 7.5 * DEGREE),
  }
}

export function mouthHole(grid: HeadGrid): Hole {
  const middle = frontColumn(grid)
  const half = columnAt(grid, 23.5 * DEGREE) - middle
  return {
    left: middle - half,
    right: middle + half,
    top: rowAt(grid, -9.3 * DEGREE),
    middle: rowAt(grid, -19.5 * DEGREE),
    bottom: rowAt(grid, -33 * DEGREE),
  }
}

export const containsCell = ({ left, right, top, bottom }: Hole, column: number, row: number): boolean =>
  column >= left && column < right && row >= top && row < bottom

export function holeRim({ rows }: HeadGrid, { left, right, top, bottom, middle }: Hole): HoleRim {
  const at = (row: number, column: number) => rows[row]![column]!
  const upper: number[] = []
  for (let row = middle; row > top; row--) upper.push(at(row, right))
  for (let column = right; column > left; column--) upper.push(at(top, column))
  for (let row = top; row < middle; row++) upper.push(at(row, left))
  const lower: number[] = []
  for (let row = middle; row < bottom; row++) lower.push(at(row, left))
  for (let column = left; column < right; column++) lower.push(at(bottom, column))
  for (let row = bottom; row > middle; row--) lower.push(at(row, right))
  return { vertices: [...upper, ...lower], upperCount: upper.length }
}

const frontColumn = ({ azimuths }: HeadGrid): number => azimuths.length / 2
const columnAt = ({ azimuths }: HeadGrid, azimuth: number): number => nearest(azimuths, azimuth)
const rowAt = ({ elevations }: HeadGrid, elevation: number): number => nearest(elevations, elevation)

const nearest = (values: readonly number[], goal: number): number =>
  values.reduce((best, value, i) => (Math.abs(value - goal) < Math.abs(values[best]! - goal) ? i : best), 0)
