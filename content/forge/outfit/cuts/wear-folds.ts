import type { Fold } from '../folds.ts'

/** Creases that wearing makes, fitted by eye to how cloth hangs from shoulders, breast and bent elbows. */
type Crease = readonly [from: Fold['from'], to: Fold['to'], width: number, height: number]

const table = (creases: readonly Crease[]): Fold[] =>
  creases.map(([from, to, width, height]) => ({ from, to, width, height }))

/** From the armpit over chest and shoulder blade. */
export const ARMPIT_FOLDS = table([
  [[13.8, 123.4, 1.6], [6.5, 128.6, 5.4], 1.4, 0.76],
  [[13.4, 121.4, 2.2], [7.6, 116.4, 7.2], 1.5, 0.72],
  [[12.6, 118.2, 1.8], [7, 111.2, 6.6], 1.6, 0.54],
  [[13.6, 123, -6.4], [6.6, 126.5, -8.4], 1.5, 0.65],
  [[13, 120.4, -6.4], [6.4, 114, -8.4], 1.6, 0.72],
])

/** Up the sleeve's root, from below the arm. */
export const SLEEVE_FOLDS = table([
  [[17, 126.8, -0.6], [23.5, 132.4, 0.8], 1.4, 0.65],
  [[20.4, 126.6, -2.8], [27.4, 131.2, 0.6], 1.4, 0.47],
  [[17, 126.8, -4.6], [24, 132.6, -5.4], 1.4, 0.58],
])

/** Across the bend of the elbow, and where the sleeve is pushed together above the cuff. */
export const ELBOW_FOLDS = table([
  [[37.4, 129.8, 0.8], [34.4, 134.2, -2.6], 1.2, 0.76],
  [[38.6, 130.4, 0.8], [35.6, 126.6, -2.8], 1.2, 0.72],
  [[40.8, 131, 0.8], [43.4, 134.2, -3], 1.2, 0.72],
  [[41.4, 130, 0.8], [44.6, 126.8, -3], 1.2, 0.65],
  [[30.6, 128.4, 0.2], [33.6, 133.4, -0.4], 1.3, 0.43],
  [[48.6, 132.2, 0], [51, 127.4, -2.6], 1.2, 0.54],
  [[51.2, 127.6, -1], [53.6, 132.8, -2.8], 1.2, 0.61],
  [[52.8, 129, 0.4], [54, 133.2, -2], 1.1, 0.47],
])

/** Slanting from the sides into the small of the waist. */
export const WAIST_FOLDS = table([
  [[12.2, 107.4, -0.6], [4.6, 102.6, 7.4], 1.6, 0.76],
  [[12.8, 103, 0], [6.2, 98, 8.2], 1.6, 0.72],
  [[12.2, 98.6, 2.4], [2.6, 95.8, 9], 1.5, 0.54],
  [[11.8, 106.8, -3], [4.8, 102.2, -8], 1.6, 0.76],
  [[12.6, 102, -3.4], [4.6, 97.4, -9], 1.6, 0.76],
  [[8, 108.6, -7.6], [1.4, 105.4, -8.4], 1.5, 0.54],
])

/** Falling straight from the breast. */
export const BREAST_FOLDS = table([[[6.6, 117, 8.4], [9, 102, 7], 2.1, 0.42]])

/** The same in cloth that is thicker, and worn over other cloth. */
export const soften = (folds: readonly Fold[]): Fold[] =>
  folds.map((fold) => ({ ...fold, width: fold.width * 1.25, height: fold.height * 0.65 }))
