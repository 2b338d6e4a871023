import { atan2 } from '../kit/ops.ts'
import { DEGREE, hypot2 } from '../kit/scalar.ts'
import type { EyeForm, MouthForm } from './form.ts'
import type { Side } from './frame.ts'
import { GRID_CENTRE, type HeadGrid } from './grid.ts'

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

/** Angles left between the corners and edges of an opening and its hole, for rings that lead from one to the other. */
const EYE_MARGIN = { near: 4.2 * DEGREE, far: 10 * DEGREE, above: 7.2 * DEGREE, below: 7.4 * DEGREE }
const MOUTH_MARGIN = { beside: 9.7 * DEGREE, above: 7 * DEGREE, below: 9 * DEGREE }
/** Depths of the face about an eye's inner and outer corner and its middle, and about the mouth, cm. */
const DEPTH = { inner: 8, outer: 6.7, eye: 7.9, mouth: 8.7 }

export function eyeHole(grid: HeadGrid, { x, y, halfWidth, upperHeight, lowerHeight }: EyeForm, side: Side): Hole {
  const middle = frontColumn(grid)
  const near = columnAt(grid, atan2(x - halfWidth, DEPTH.inner) - EYE_MARGIN.near) - middle
  const far = columnAt(grid, atan2(x + halfWidth, DEPTH.outer) + EYE_MARGIN.far) - middle
  const elevation = elevationsAt(DEPTH.eye, x)
  return {
    left: middle + (side > 0 ? near : -far),
    right: middle + (side > 0 ? far : -near),
    top: rowAt(grid, elevation(y + upperHeight) + EYE_MARGIN.above),
    middle: rowAt(grid, elevation(y)),
    bottom: rowAt(grid, elevation(y - lowerHeight) - EYE_MARGIN.below),
  }
}

export function mouthHole(grid: HeadGrid, { y, halfWidth, upperLip, lowerLip }: MouthForm): Hole {
  const middle = frontColumn(grid)
  const half = columnAt(grid, atan2(halfWidth, DEPTH.mouth) + MOUTH_MARGIN.beside) - middle
  const elevation = elevationsAt(DEPTH.mouth, 0)
  return {
    left: middle - half,
    right: middle + half,
    top: rowAt(grid, elevation(y + upperLip) + MOUTH_MARGIN.above),
    middle: rowAt(grid, elevation(y)),
    bottom: rowAt(grid, elevation(y - lowerLip) - MOUTH_MARGIN.below),
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

/** Elevation of a height on the face, seen from where the grid's rays start. */
const elevationsAt =
  (depth: number, x: number) =>
  (y: number): number =>
    atan2(y - GRID_CENTRE[1], hypot2(depth, x))

const frontColumn = ({ azimuths }: HeadGrid): number => azimuths.length / 2
const columnAt = ({ azimuths }: HeadGrid, azimuth: number): number => nearest(azimuths, azimuth)
const rowAt = ({ elevations }: HeadGrid, elevation: number): number => nearest(elevations, elevation)

const nearest = (values: readonly number[], goal: number): number =>
  values.reduce((best, value, i) => (Math.abs(value - goal) < Math.abs(values[best]! - goal) ? i : best), 0)
