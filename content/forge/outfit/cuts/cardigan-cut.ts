import { armField } from '../../body/figure.ts'
import { tabulated } from '../../kit/curve.ts'
import { gauss, smoothstep } from '../../kit/scalar.ts'
import type { TopCut } from '../cut.ts'
import { ROW_HEIGHT, STITCHES_PER_COLUMN } from '../knit.ts'
import { trunkField } from '../trunk-field.ts'
import { plainRings, plainRows, ribbedCuff, ribbedHem } from './rows.ts'
import { ARMPIT_FOLDS, ELBOW_FOLDS, SLEEVE_FOLDS, soften } from './wear-folds.ts'

/** Lower edge, end of the sleeves, and their ribbed bands. Centimetres. */
export const CARDIGAN_HEM = 79
const HEM_RIB = 5
export const CARDIGAN_CUFF = 59.2
const CUFF_RIB = 5
const TOP_OF_RIB = CARDIGAN_HEM + HEM_RIB

/** Azimuth of the open front's edge by height: nearly straight down, and along a V up to the neck. */
export const cardiganFront = (y: number): number =>
  tabulated(
    [
      [CARDIGAN_HEM, 0.46],
      [96, 0.44],
      [108, 0.46],
      [118, 0.52],
      [126, 0.66],
      [138, 0.95],
    ],
    y,
  )

/** Its cuffs close about those of what is worn below. Centimetres. */
const LOOSER = 0.55

/** Rings of the sleeve to above its cuff. */
const SLEEVE = [15.8, 18, 20.6, 23.6, 27, 30.4, 33.2, 35.4, 37.2, 39, 40.8, 42.8, 45.4, 48.4, 51, 53.2] as const

/** A long soft cardigan with room for what is worn below. */
export const CARDIGAN: TopCut = {
  name: 'cardigan',
  columns: 22,
  trunk: trunkField({
    hem: CARDIGAN_HEM,
    ease: (y) => 2.1 - 0.5 * smoothstep(122, 131, y) + 0.3 * gauss(y - (TOP_OF_RIB + 3), 3),
    cling: (y) => (y < TOP_OF_RIB + 1.6 ? 0.6 : 0.05),
  }),
  sleeve: (x, y, z) => {
    const along = Math.abs(x)
    const gather = CARDIGAN_CUFF - CUFF_RIB - 2.6
    return armField(x, y, z) - 1.25 - 0.7 * smoothstep(20, 44, along) - 0.4 * gauss(along - gather, 3)
  },
  rows: [...ribbedHem({ end: CARDIGAN_HEM, height: HEM_RIB, rib: 0.12 }), ...plainRows(TOP_OF_RIB + 0.9, 17)],
  front: cardiganFront,
  neckline: { halfWidth: 8, centre: -1.7, front: 6.4, back: 5.8 },
  collar: () => [
    { inward: 0.02, off: 0.34, region: 'rib' },
    { inward: 0.5, off: 0.5, region: 'rib', rib: 0.06 },
    { inward: 1.3, off: 0.52, region: 'rib', rib: 0.07 },
    { inward: 2, off: 0.36, region: 'rib', rib: 0.05 },
    { inward: 2.2, off: 0.05, region: 'rib' },
    { inward: 1.9, off: -0.3, region: 'inside' },
  ],
  rings: [
    ...plainRings(SLEEVE),
    ...ribbedCuff({ end: CARDIGAN_CUFF, height: CUFF_RIB, rib: 0.1 }).map((ring) => ({
      ...ring,
      out: ring.out + LOOSER,
    })),
  ],
  folds: soften([...ARMPIT_FOLDS, ...SLEEVE_FOLDS, ...ELBOW_FOLDS]),
  stitch: { perColumn: STITCHES_PER_COLUMN, height: ROW_HEIGHT },
}
