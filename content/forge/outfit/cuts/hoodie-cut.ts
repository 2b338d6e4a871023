import { armField } from '../../body/figure.ts'
import { gauss, lerp, smoothstep } from '../../kit/scalar.ts'
import type { CollarPoint, Needlework, TopCut } from '../cut.ts'
import { trunkField } from '../trunk-field.ts'
import { hemStitches, plainSeams, SLEEVE_CREASES, TRUNK_CREASES } from './needlework.ts'
import { LONG_SLEEVE, plainRings, plainRows, ribbedCuff, ribbedHem } from './rows.ts'
import { ARMPIT_FOLDS, ELBOW_FOLDS, SLEEVE_FOLDS, WAIST_FOLDS } from './wear-folds.ts'

/** Lower edge, end of the sleeves, and their ribbed bands. Centimetres. */
export const HOODIE_HEM = 86.8
const HEM_RIB = 5.6
export const HOODIE_CUFF = 59.8
const CUFF_RIB = 5
const TOP_OF_RIB = HOODIE_HEM + HEM_RIB

/** Heavy fleece, loose all over, with its hood down. */
export const HOODIE: TopCut = {
  name: 'hoodie',
  columns: 28,
  trunk: trunkField({
    hem: HOODIE_HEM,
    ease: (y) => 1.2 + 0.9 * gauss(y - 108, 10) + 0.8 * gauss(y - (TOP_OF_RIB + 3.4), 3),
    cling: (y) => (y < TOP_OF_RIB + 1.6 ? 2 : 0.1),
  }),
  sleeve: (x, y, z) => {
    const along = Math.abs(x)
    const ease = 0.9 + 0.9 * smoothstep(19, 42, along) + 0.5 * gauss(along - (HOODIE_CUFF - CUFF_RIB - 2.6), 3)
    return armField(x, y, z) - ease
  },
  rows: [...ribbedHem({ end: HOODIE_HEM, height: HEM_RIB, rib: 0.11 }), ...plainRows(TOP_OF_RIB + 0.9, 16)],
  neckline: { halfWidth: 7.4, centre: -1.6, front: 5.8, back: 5.6, vee: 1.2 },
  collar: hoodAt,
  rings: [...plainRings(LONG_SLEEVE), ...ribbedCuff({ end: HOODIE_CUFF, height: CUFF_RIB, rib: 0.09 })],
  folds: [...ARMPIT_FOLDS, ...SLEEVE_FOLDS, ...ELBOW_FOLDS, ...WAIST_FOLDS],
  stitch: { perColumn: 1, height: 1.7 },
}

/** A hood laid back: edges that meet at the throat rise round the neck, and a bag hangs between the shoulder blades. */
function hoodAt(azimuth: number): CollarPoint[] {
  const back = smoothstep(1.5, 3, azimuth)
  const side = smoothstep(0, 0.9, azimuth)
  const bag = lerp(lerp(0.7, 2.6, side), 13.5, back)
  const thick = lerp(lerp(0.7, 1.4, side), 2.5, back)
  const crest = lerp(lerp(1.2, 1.8, side), 3, smoothstep(1.4, 3.1, azimuth))
  const rise = lerp(1.4, 2.2, side)
  return [
    { inward: -0.5 * bag, off: 0.08, region: 'trim', shade: 0.75 },
    { inward: -0.94 * bag, off: 0.1 * thick, region: 'trim', shade: 0.75 },
    { inward: -bag, off: 0.5 * thick, region: 'trim', shade: 0.9 },
    { inward: -0.9 * bag, off: 0.9 * thick, region: 'trim' },
    { inward: -0.62 * bag, off: 1.05 * thick, region: 'trim' },
    { inward: -0.32 * bag, off: lerp(thick, crest, 0.45), region: 'trim' },
    { inward: -0.05 * bag, off: lerp(thick, crest, 0.9), region: 'trim' },
    { inward: 0.3 * rise, off: 1.04 * crest, region: 'trim' },
    { inward: 0.62 * rise, off: 0.98 * crest, region: 'trim' },
    { inward: 0.8 * rise, off: 0.72 * crest, region: 'trim', shade: 0.9 },
    { inward: 0.86 * rise, off: 0.4 * crest, region: 'inside' },
    { inward: 0.7 * rise, off: 0, region: 'inside' },
  ]
}

export const HOODIE_NEEDLEWORK: Needlework = {
  seams: [
    ...plainSeams({ armhole: [9, 14, 19], hem: TOP_OF_RIB }, HOODIE_CUFF - CUFF_RIB),
    hemStitches(28, TOP_OF_RIB + 0.6),
  ],
  creases: [...TRUNK_CREASES, ...SLEEVE_CREASES],
}
