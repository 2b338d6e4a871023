import type { Vec2 } from '../kit/vec3.ts'

/**
 * A fold of the cloth: a ridge from one place to another, columns and heights, that bows by `bow` of its length to its
 * right. Depth and width in centimetres.
 */
export type Fold = {
  readonly from: Vec2
  readonly to: Vec2
  readonly bow: number
  readonly depth: number
  readonly width: number
}

const fold = (from: Vec2, to: Vec2, depth: number, width: number, bow = 0): Fold => ({ from, to, depth, width, bow })

/** Where cloth gathers on a leg that stands: one list for both, each drawn a little differently. Fitted by eye. */
export const FOLDS: readonly Fold[] = [
  // The hip's crease: rays from the fork up and outwards, weaker the lower they lie.
  fold([0.3, 85.2], [6.6, 89.2], 0.39, 0.9, -0.1),
  fold([0.5, 84.2], [7, 86], 0.45, 1, -0.08),
  fold([0.9, 82.8], [7.2, 82.6], 0.36, 1.1, -0.06),
  fold([0.2, 80.4], [6, 78.4], 0.21, 1.2, -0.05),
  fold([25.8, 81.6], [28, 79.8], 0.3, 1.1),
  // Down the thigh, slanting from the fork to the knee.
  fold([0.6, 76.6], [6.8, 69], 0.2, 1.6, 0.08),
  fold([7.6, 65], [1.6, 58.6], 0.24, 1.4, 0.1),
  fold([27.2, 76], [21.6, 66.4], 0.22, 1.5, -0.08),
  fold([13, 66.4], [19.6, 60], 0.22, 1.5, 0.08),
  // Down the shin, from the knee's inside outwards.
  fold([0.4, 37.6], [6.4, 30.4], 0.22, 1.3, 0.08),
  fold([19.8, 38], [13, 31], 0.24, 1.3, -0.08),
  fold([6.6, 30.6], [1.4, 26], 0.24, 1.1, 0.1),
  // Below the seat.
  fold([14, 80.2], [22.5, 78.6], 0.39, 1.2, 0.14),
  fold([15, 77.4], [23.5, 75.4], 0.3, 1.2, 0.12),
  fold([16.5, 74.2], [23, 71.4], 0.18, 1.3, 0.1),
  // Behind the knee, and softer round to its front.
  fold([12.5, 54.4], [21, 52], 0.39, 0.95, 0.1),
  fold([22.8, 53.4], [14.4, 49.6], 0.45, 0.9, -0.1),
  fold([12, 50.4], [21.6, 47], 0.45, 0.95, 0.08),
  fold([23, 48.2], [15, 44.2], 0.39, 0.95, -0.1),
  fold([13, 45], [20.4, 41.8], 0.27, 1.1, 0.1),
  fold([0.2, 52], [6, 53.6], 0.18, 1.3, 0.1),
  fold([0.6, 45.4], [6.6, 43.8], 0.24, 1.2, -0.12),
  fold([1, 42], [7.4, 39.6], 0.15, 1.3, -0.12),
  // Above the shoe the leg is a little too long, and stands in folds.
  fold([0.4, 24.6], [7.4, 21.4], 0.24, 1.1, -0.14),
  fold([7.6, 20.6], [0.2, 18], 0.39, 0.9, 0.14),
  fold([0, 16.6], [7, 13.9], 0.45, 0.85, -0.12),
  fold([7.2, 12.6], [1.2, 11.4], 0.3, 0.7, 0.1),
  fold([9.4, 22.8], [17, 18.4], 0.3, 1, 0.1),
  fold([19.6, 19.2], [11, 15.2], 0.42, 0.9, -0.1),
  fold([12.6, 14], [20.6, 11.8], 0.36, 0.8, 0.1),
  fold([21, 23], [27, 18.6], 0.27, 1, 0.1),
  fold([27.4, 17.8], [20.6, 14.6], 0.39, 0.9, -0.1),
  fold([21.6, 13.6], [27, 11.6], 0.3, 0.8, 0.1),
]
