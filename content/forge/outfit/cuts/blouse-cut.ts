import { armField } from '../../body/figure.ts'
import { sin } from '../../kit/ops.ts'
import { gauss, lerp, smoothstep } from '../../kit/scalar.ts'
import type { CollarPoint, Needlework, TopCut } from '../cut.ts'
import { trunkField } from '../trunk-field.ts'
import {
  cuffStitches,
  hemStitches,
  NECKLINE_SEAM,
  plainSeams,
  SLEEVE_CREASES,
  stitches,
  TRUNK_CREASES,
} from './needlework.ts'
import { LONG_SLEEVE, plainRings, plainRows } from './rows.ts'
import { ARMPIT_FOLDS, BREAST_FOLDS, ELBOW_FOLDS, SLEEVE_FOLDS, WAIST_FOLDS } from './wear-folds.ts'

/** Lower edge and end of the sleeves. Centimetres. */
export const BLOUSE_HEM = 85.6
export const BLOUSE_CUFF = 59.6
const CUFF_HEIGHT = 5
const SEAM = 1.1
const SEAM_SHADE = 0.86

/** Poplin: falls straight, puffs over the cuffs, and opens in a V under a collar that lies flat. */
export const BLOUSE: TopCut = {
  name: 'blouse',
  columns: 28,
  trunk: trunkField({
    hem: BLOUSE_HEM,
    ease: (y) => 0.6 + 0.55 * gauss(y - 106, 10) + 0.4 * (1 - smoothstep(88, 100, y)),
    cling: () => 0.1,
  }),
  sleeve: (x, y, z) => {
    const along = Math.abs(x)
    const gather = BLOUSE_CUFF - CUFF_HEIGHT - 3
    const ease = 0.4 + 0.75 * smoothstep(17, 40, along) + 0.75 * gauss(along - gather, 5)
    return armField(x, y, z) - ease - 0.09 * sin(y * 2.4 + along * 0.3) * gauss(along - gather - 1, 3.5)
  },
  rows: [
    { at: BLOUSE_HEM + 2, out: -0.4, region: 'inside' },
    { at: BLOUSE_HEM + 0.15, out: -0.24, region: 'inside' },
    { at: BLOUSE_HEM, out: -0.1, region: 'body' },
    { at: BLOUSE_HEM + 0.2, out: 0.03, region: 'body' },
    { at: BLOUSE_HEM + SEAM, out: -0.05, region: 'seam', shade: SEAM_SHADE },
    ...plainRows(BLOUSE_HEM + SEAM + 0.4, 18),
  ],
  neckline: { halfWidth: 6.4, centre: -1.7, front: 5, back: 4.9, vee: 6 },
  collar: collarAt,
  rings: [
    ...plainRings(LONG_SLEEVE),
    { at: BLOUSE_CUFF - CUFF_HEIGHT - 0.1, out: 0.5, region: 'sleeve', shade: 0.8, cuff: true },
    { at: BLOUSE_CUFF - CUFF_HEIGHT, out: 0.66, region: 'trim', shade: 0.9, cuff: true },
    { at: BLOUSE_CUFF - CUFF_HEIGHT + 0.3, out: 0.74, region: 'trim', cuff: true },
    { at: BLOUSE_CUFF - 0.5 * CUFF_HEIGHT, out: 0.7, region: 'trim', cuff: true },
    { at: BLOUSE_CUFF - 0.3, out: 0.72, region: 'trim', cuff: true },
    { at: BLOUSE_CUFF, out: 0.58, region: 'trim', shade: 0.95, cuff: true },
    { at: BLOUSE_CUFF - 0.2, out: 0.4, region: 'inside', cuff: true },
    { at: BLOUSE_CUFF - 3, out: 0.2, region: 'inside', cuff: true },
  ],
  folds: [...ARMPIT_FOLDS, ...SLEEVE_FOLDS, ...BREAST_FOLDS, ...ELBOW_FOLDS, ...WAIST_FOLDS],
  stitch: { perColumn: 1, height: 1.7 },
}

/** Behind it stands up the neck and falls; in front it lies on the chest, and runs out where the V ends. */
function collarAt(azimuth: number): CollarPoint[] {
  const back = smoothstep(0.9, 2, azimuth)
  const start = smoothstep(-0.02, 0.2, azimuth)
  const stand = lerp(0.5, 2.3, back) * start
  const height = lerp(0.5, 0.75, back) * start
  const fall = lerp(5.6, 3.4, smoothstep(0.35, 1.3, azimuth)) * start
  const lies = 0.3 * start + 0.05
  return [
    { inward: -0.5 * fall, off: 0.04, region: 'trim', shade: 0.8 },
    { inward: -fall + 0.15, off: 0.05, region: 'trim', shade: 0.8 },
    { inward: -fall, off: 0.55 * lies, region: 'trim', shade: 0.86 },
    { inward: -fall + 0.25 * start, off: lies, region: 'trim' },
    { inward: lerp(stand, -fall, 0.75), off: lies + 0.25 * height, region: 'trim' },
    { inward: lerp(stand, -fall, 0.4), off: lies + 0.75 * height, region: 'trim' },
    { inward: stand * 0.75, off: height + lies + 0.2, region: 'trim' },
    { inward: stand + 0.1, off: height + lies, region: 'trim' },
    { inward: stand + 0.05, off: 0.5 * height, region: 'trim', shade: 0.9 },
    { inward: 0.5 * stand + 0.1, off: 0.1 * height, region: 'inside' },
  ]
}

/** The collar's edge, and both edges of the strip with the buttons: on the picture, columns and heights. */
const COLLAR_EDGE = NECKLINE_SEAM + 3.4
const PLACKET = 0.66

export const BLOUSE_NEEDLEWORK: Needlework = {
  seams: [
    ...plainSeams({ armhole: [9, 14, 19], hem: BLOUSE_HEM }, BLOUSE_CUFF - CUFF_HEIGHT),
    hemStitches(28, BLOUSE_HEM + SEAM),
    hemStitches(28, COLLAR_EDGE),
    cuffStitches(BLOUSE_CUFF - CUFF_HEIGHT + 0.5),
    cuffStitches(BLOUSE_CUFF - 0.6),
    stitches('trunk', [PLACKET, BLOUSE_HEM], [PLACKET, 123]),
    stitches('trunk', [28, 129.4], [20, 129.4]),
  ],
  creases: [...TRUNK_CREASES, ...SLEEVE_CREASES],
}
