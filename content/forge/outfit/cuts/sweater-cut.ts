import { armField } from '../../body/figure.ts'
import { sin } from '../../kit/ops.ts'
import { gauss, smoothstep } from '../../kit/scalar.ts'
import type { TopCut } from '../cut.ts'
import { ROW_HEIGHT, STITCHES_PER_COLUMN } from '../knit.ts'
import { trunkField } from '../trunk-field.ts'
import { LONG_SLEEVE, plainRings, plainRows, ribbedCuff, ribbedHem } from './rows.ts'
import { ARMPIT_FOLDS, ELBOW_FOLDS, SLEEVE_FOLDS, WAIST_FOLDS } from './wear-folds.ts'

/** Lower edge of the sweater, outer end of its sleeves, and their ribbed bands. Centimetres. */
export const HEM = 88.4
const HEM_RIB = 5.2
export const CUFF = 59.4
const CUFF_RIB = 4.6
const RIB = 0.13

const TOP_OF_RIB = HEM + HEM_RIB

/** A soft pullover: loose at the waist, blousing over the rib of its hem. */
export const SWEATER: TopCut = {
  name: 'sweater',
  columns: 28,
  trunk: trunkField({
    hem: HEM,
    ease: (y) => 0.95 + 0.5 * gauss(y - 108, 9) + 0.85 * gauss(y - (TOP_OF_RIB + 3.6), 3),
    cling: (y) => (y < TOP_OF_RIB + 2 ? 2 : 0.16),
  }),
  sleeve: (x, y, z) => {
    const along = Math.abs(x)
    const gather = CUFF - CUFF_RIB - 2.4
    const ease = 0.6 + 0.75 * smoothstep(20, 44, along) + 0.45 * gauss(along - gather, 3)
    return armField(x, y, z) - ease - 0.12 * sin(along * 1.5 + z * 0.7) * gauss(along - gather, 3.5)
  },
  rows: [...ribbedHem({ end: HEM, height: HEM_RIB, rib: RIB }), ...plainRows(TOP_OF_RIB + 0.9, 17)],
  neckline: { halfWidth: 7.9, centre: -1.5, front: 6.5, back: 6.1 },
  collar: () => [
    { inward: 0.02, off: 0.26, region: 'rib' },
    { inward: 0.4, off: 0.5, region: 'rib', rib: 0.06 },
    { inward: 1.1, off: 0.56, region: 'rib', rib: 0.07 },
    { inward: 1.75, off: 0.44, region: 'rib', rib: 0.05 },
    { inward: 1.98, off: 0.12, region: 'rib' },
    { inward: 1.8, off: -0.2, region: 'inside' },
    { inward: 1.1, off: -0.55, region: 'inside' },
  ],
  rings: [...plainRings(LONG_SLEEVE), ...ribbedCuff({ end: CUFF, height: CUFF_RIB, rib: 0.1 })],
  folds: [...ARMPIT_FOLDS, ...SLEEVE_FOLDS, ...ELBOW_FOLDS, ...WAIST_FOLDS],
  stitch: { perColumn: STITCHES_PER_COLUMN, height: ROW_HEIGHT },
}
