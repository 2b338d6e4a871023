import { LID_SHAPES, type Lids, sidedLidShape } from '../../../engine/rig/lids.ts'
import { closureOf } from './lids.ts'
import type { Shape } from './shape.ts'
import { SHAPES } from './table.ts'

/** To a thousandth: what floats make of a sum is no figure. */
const closureAt = ({ lids = [] }: Shape): number =>
  Math.round(1000 * lids.reduce((sum, move) => sum + (move.side === 1 ? closureOf(move) : 0), 0)) / 1000

/** What our shapes do to an eye's opening: the same on every face, for lids move by shares of it. */
export const LID_CLOSURES: Lids = Object.fromEntries(
  LID_SHAPES.map((shape) => [shape, closureAt(SHAPES[sidedLidShape(shape, 'Left')])]),
)
