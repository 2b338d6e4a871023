import { armField } from '../../body/figure.ts'
import { smoothstep } from '../../kit/scalar.ts'
import type { Needlework, TopCut } from '../cut.ts'
import type { Fold } from '../folds.ts'
import { trunkField } from '../trunk-field.ts'
import { cuffStitches, hemStitches, NECKLINE_SEAM, plainSeams, TRUNK_CREASES } from './needlework.ts'
import { plainRings, plainRows } from './rows.ts'
import { ARMPIT_FOLDS } from './wear-folds.ts'

/** Lower edge, end of the sleeves, and the sash round the waist. Centimetres. */
const HEM = 47
export const DRESS_SLEEVE = 22.4
const SASH = { bottom: 103, top: 106.6 } as const
const SLEEVE_SEAM = 1.2
const STITCH_HEIGHT = 1.7

/** From the sash up towards the breast, and down from it. */
const WAIST_GATHERS: readonly Fold[] = [
  { from: [3.4, 107, 7], to: [4, 116, 8.4], width: 1.3, height: 0.4 },
  { from: [6.6, 107, 6.4], to: [7.4, 115, 7.6], width: 1.3, height: 0.34 },
  { from: [9.6, 107, 3], to: [11, 116, 2.4], width: 1.4, height: 0.4 },
  { from: [3.6, 107, -7.6], to: [4.4, 116, -8.6], width: 1.4, height: 0.4 },
  { from: [8, 107, -6], to: [9.6, 116, -6.4], width: 1.4, height: 0.4 },
]

/** A dress: a close bodice with short sleeves, a sash, and a skirt that flows from it. */
export const DRESS: TopCut = {
  name: 'dress',
  columns: 28,
  trunk: trunkField({
    hem: SASH.bottom - 1,
    ease: (y) => 0.42 + 0.35 * smoothstep(106, 110, y) * (1 - smoothstep(112, 119, y)),
    cling: (y) => (y < SASH.top + 2 ? 1 : 0.34),
  }),
  sleeve: (x, y, z) => armField(x, y, z) - 0.35 - 0.55 * smoothstep(15, DRESS_SLEEVE, Math.abs(x)),
  rows: [
    { at: SASH.bottom - 0.1, out: 0.06, region: 'seam', shade: 0.75 },
    { at: SASH.bottom, out: 0.3, region: 'trim', shade: 0.85 },
    { at: SASH.bottom + 0.25, out: 0.42, region: 'trim' },
    { at: SASH.top - 0.25, out: 0.42, region: 'trim' },
    { at: SASH.top, out: 0.3, region: 'trim', shade: 0.85 },
    { at: SASH.top + 0.1, out: 0.06, region: 'seam', shade: 0.75 },
    ...plainRows(SASH.top + 0.7, 11),
  ],
  skirt: {
    hem: HEM,
    rows: 22,
    flare: 0.19,
    leaves: { from: 102, until: 88 },
    folds: { count: 4, depth: 1.5, from: 96 },
    stitch: (column, height) => [column, height / STITCH_HEIGHT],
  },
  neckline: { halfWidth: 8.4, centre: -1.6, front: 6.4, back: 6, vee: 3.2 },
  collar: () => [
    { inward: 0.1, off: 0.14, region: 'body', shade: 0.95 },
    { inward: 0.3, off: 0.2, region: 'body' },
    { inward: 0.6, off: 0.16, region: 'body' },
    { inward: 0.72, off: 0, region: 'body', shade: 0.9 },
    { inward: 0.5, off: -0.2, region: 'inside' },
    { inward: -0.6, off: -0.3, region: 'inside' },
  ],
  rings: [
    ...plainRings([15.4, 16.8, 18.2, 19.6]),
    { at: DRESS_SLEEVE - SLEEVE_SEAM, out: -0.05, region: 'seam', shade: 0.88 },
    { at: DRESS_SLEEVE - SLEEVE_SEAM + 0.3, out: 0.02, region: 'sleeve' },
    { at: DRESS_SLEEVE - 0.2, out: 0.04, region: 'sleeve' },
    { at: DRESS_SLEEVE, out: -0.08, region: 'sleeve' },
    { at: DRESS_SLEEVE - 0.15, out: -0.24, region: 'inside' },
    { at: DRESS_SLEEVE - 1.5, out: -0.42, region: 'inside' },
  ],
  folds: [...ARMPIT_FOLDS, ...WAIST_GATHERS],
  stitch: { perColumn: 1, height: STITCH_HEIGHT },
}

export const DRESS_NEEDLEWORK: Needlework = {
  seams: [
    ...plainSeams({ armhole: [9, 14, 19], hem: HEM }, DRESS_SLEEVE),
    cuffStitches(DRESS_SLEEVE - SLEEVE_SEAM),
    hemStitches(28, HEM + 1.8),
    hemStitches(28, NECKLINE_SEAM - 0.4),
  ],
  creases: TRUNK_CREASES.filter(({ path }) => path.every(([, height]) => height > SASH.top)),
}
