import { addBodice } from './bodice.ts'
import { createHalf, finishGarment, type Garment } from './garment.ts'
import { addSleeve } from './sleeve.ts'
import { sweaterField } from './sweater-field.ts'

/** Knits the sweater: rows round the trunk, a yoke over the shoulders, sleeves out of its sides, ribs at every edge. */
export function createSweater(): Garment {
  const half = createHalf()
  addSleeve(half, addBodice(half))
  return finishGarment(half, sweaterField, 24)
}
