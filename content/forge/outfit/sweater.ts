import { addBodice } from './bodice.ts'
import { createHalf, finishGarment, type Garment } from './garment.ts'
import { STITCHES_PER_COLUMN } from './knit.ts'
import { addSleeve } from './sleeve.ts'
import { sweaterField } from './sweater-field.ts'

/** Knits the sweater: rows round the trunk, a yoke over the shoulders, sleeves out of its sides, ribs at every edge. */
export function createSweater(): Garment {
  const half = createHalf()
  const armhole = addBodice(half)
  addSleeve(half, armhole)
  return finishGarment(half, {
    cloth: sweaterField,
    iterations: 24,
    tubeStitches: armhole.length * STITCHES_PER_COLUMN,
  })
}
