import { armField } from '../../body/figure.ts'
import { gauss, smoothstep } from '../../kit/scalar.ts'
import type { Needlework, TopCut } from '../cut.ts'
import { trunkField } from '../trunk-field.ts'
import { cuffStitches, hemStitches, NECKLINE_SEAM, plainSeams, TRUNK_CREASES } from './needlework.ts'
import { plainRings, plainRows } from './rows.ts'
import { ARMPIT_FOLDS, BREAST_FOLDS, SLEEVE_FOLDS, WAIST_FOLDS } from './wear-folds.ts'

/** Lower edge, and outer end of the sleeves. Centimetres. */
export const TSHIRT_HEM = 86.6
export const TSHIRT_SLEEVE = 27
/** A stitched line runs this far from the hems. */
const SEAM = 1.7
const SEAM_SHADE = 0.86

/** Jersey that falls straight from breast and shoulder blades. */
export const TSHIRT: TopCut = {
  name: 'tshirt',
  columns: 28,
  trunk: trunkField({
    hem: TSHIRT_HEM,
    ease: (y) => 0.6 + 0.7 * gauss(y - 105, 9) + 0.25 * (1 - smoothstep(88, 100, y)),
    cling: () => 0.075,
  }),
  sleeve: (x, y, z) => armField(x, y, z) - 0.35 - 1 * smoothstep(16, TSHIRT_SLEEVE, Math.abs(x)),
  rows: [
    { at: TSHIRT_HEM + 2.2, out: -0.5, region: 'inside' },
    { at: TSHIRT_HEM + 0.15, out: -0.32, region: 'inside' },
    { at: TSHIRT_HEM, out: -0.12, region: 'body' },
    { at: TSHIRT_HEM + 0.2, out: 0.04, region: 'body' },
    { at: TSHIRT_HEM + SEAM - 0.25, out: 0.02, region: 'body' },
    { at: TSHIRT_HEM + SEAM, out: -0.07, region: 'seam', shade: SEAM_SHADE },
    ...plainRows(TSHIRT_HEM + SEAM + 0.3, 20),
  ],
  neckline: { halfWidth: 7.3, centre: -1.6, front: 6, back: 5.7 },
  collar: () => [
    { inward: 0.04, off: 0.14, region: 'rib', shade: 0.95 },
    { inward: 0.4, off: 0.24, region: 'rib', rib: 0.03 },
    { inward: 1.05, off: 0.3, region: 'rib', rib: 0.035 },
    { inward: 1.55, off: 0.24, region: 'rib', rib: 0.03 },
    { inward: 1.68, off: 0.08, region: 'rib' },
    { inward: 1.55, off: -0.12, region: 'inside' },
    { inward: 0.9, off: -0.4, region: 'inside' },
  ],
  rings: [
    ...plainRings([15.6, 17.2, 19, 20.8, 22.6, 24.2]),
    { at: TSHIRT_SLEEVE - SEAM - 0.3, out: 0, region: 'sleeve' },
    { at: TSHIRT_SLEEVE - SEAM, out: -0.07, region: 'seam', shade: SEAM_SHADE },
    { at: TSHIRT_SLEEVE - SEAM + 0.3, out: 0.02, region: 'sleeve' },
    { at: TSHIRT_SLEEVE - 0.2, out: 0.05, region: 'sleeve' },
    { at: TSHIRT_SLEEVE, out: -0.1, region: 'sleeve' },
    { at: TSHIRT_SLEEVE - 0.15, out: -0.28, region: 'inside' },
    { at: TSHIRT_SLEEVE - 2, out: -0.45, region: 'inside' },
    { at: TSHIRT_SLEEVE - 5, out: -0.5, region: 'inside' },
  ],
  folds: [...ARMPIT_FOLDS, ...SLEEVE_FOLDS, ...BREAST_FOLDS, ...WAIST_FOLDS],
  stitch: { perColumn: 1, height: 1.7 },
}

export const TSHIRT_NEEDLEWORK: Needlework = {
  seams: [
    ...plainSeams({ armhole: [9, 14, 19], hem: TSHIRT_HEM }, TSHIRT_SLEEVE),
    hemStitches(28, TSHIRT_HEM + SEAM),
    hemStitches(28, TSHIRT_HEM + SEAM - 0.4),
    cuffStitches(TSHIRT_SLEEVE - SEAM),
    hemStitches(28, NECKLINE_SEAM - 0.5),
  ],
  creases: TRUNK_CREASES,
}
