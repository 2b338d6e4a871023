import { armField } from '../../body/figure.ts'
import { tabulated } from '../../kit/curve.ts'
import { gauss, lerp, smoothstep } from '../../kit/scalar.ts'
import type { CollarPoint, Needlework, TopCut } from '../cut.ts'
import { trunkField } from '../trunk-field.ts'
import { NECKLINE_SEAM, plainSeams, SLEEVE_CREASES, seam } from './needlework.ts'
import { plainRings, plainRows } from './rows.ts'
import { ARMPIT_FOLDS, ELBOW_FOLDS, SLEEVE_FOLDS, soften } from './wear-folds.ts'

/** Lower edge and end of the sleeves. Centimetres. */
export const JACKET_HEM = 80
export const JACKET_CUFF = 57.6

/** Azimuth of the open front's edge by height: it swings away at the hem, and from the button up along the lapel. */
export const jacketFront = (y: number): number =>
  tabulated(
    [
      [JACKET_HEM, 0.62],
      [88, 0.5],
      [100, 0.42],
      [108, 0.42],
      [118, 0.5],
      [126, 0.66],
      [138, 0.95],
    ],
    y,
  )

/** Wool with room for what is worn below: it stands on the shoulders and falls straight from them. */
export const JACKET: TopCut = {
  name: 'jacket',
  columns: 22,
  trunk: trunkField({
    hem: JACKET_HEM,
    ease: (y) => 2 - 0.3 * gauss(y - 106, 7) - 0.4 * smoothstep(124, 132, y),
    cling: (y) => (y > 107 ? 0.1 : 0.03),
  }),
  sleeve: (x, y, z) => armField(x, y, z) - 1.35 - 0.4 * smoothstep(20, 44, Math.abs(x)),
  rows: [
    { at: JACKET_HEM + 2.6, out: -0.6, region: 'inside' },
    { at: JACKET_HEM + 0.2, out: -0.44, region: 'inside' },
    { at: JACKET_HEM, out: -0.22, region: 'body', shade: 0.85 },
    { at: JACKET_HEM + 0.25, out: 0.02, region: 'body' },
    ...plainRows(JACKET_HEM + 1.6, 19),
  ],
  front: jacketFront,
  neckline: { halfWidth: 8.9, centre: -1.7, front: 6.4, back: 6.2 },
  collar: collarAt,
  rings: [
    ...plainRings([15.8, 18, 20.6, 23.6, 27, 30.4, 33.2, 35.4, 37.2, 39, 40.8, 42.8, 45.4, 48.6, 51.8, 54.4]),
    { at: JACKET_CUFF - 1.2, out: 0, region: 'sleeve' },
    { at: JACKET_CUFF - 0.15, out: 0, region: 'sleeve' },
    { at: JACKET_CUFF, out: -0.2, region: 'sleeve', shade: 0.85 },
    { at: JACKET_CUFF - 0.2, out: -0.42, region: 'inside' },
    { at: JACKET_CUFF - 4, out: -0.5, region: 'inside' },
  ],
  folds: soften([...ARMPIT_FOLDS, ...SLEEVE_FOLDS, ...ELBOW_FOLDS]),
  stitch: { perColumn: 1, height: 1.7 },
}

/** Stands up the neck behind and falls over itself; its leaves end where the lapels begin. */
function collarAt(azimuth: number): CollarPoint[] {
  const start = smoothstep(0.9, 1.2, azimuth)
  const back = smoothstep(1.6, 2.6, azimuth)
  const stand = lerp(0.9, 2.4, back) * lerp(0.4, 1, start)
  const height = lerp(0.45, 0.7, back) * start
  const fall = lerp(4.4, 3.2, back) * lerp(0.15, 1, start)
  const lies = 0.42 * lerp(0.3, 1, start)
  return [
    { inward: -0.5 * fall, off: 0.06, region: 'trim', shade: 0.75 },
    { inward: -fall + 0.15, off: 0.08, region: 'trim', shade: 0.75 },
    { inward: -fall, off: 0.6 * lies, region: 'trim', shade: 0.86 },
    { inward: -fall + 0.3 * start, off: lies, region: 'trim' },
    { inward: lerp(stand, -fall, 0.7), off: lies + 0.3 * height, region: 'trim' },
    { inward: lerp(stand, -fall, 0.35), off: lies + 0.8 * height, region: 'trim' },
    { inward: stand * 0.85, off: height + lies + 0.1, region: 'trim' },
    { inward: stand + 0.12, off: 0.7 * (height + lies), region: 'trim' },
    { inward: stand, off: 0.45, region: 'inside' },
    { inward: 0.3 * stand, off: 0.1, region: 'inside' },
  ]
}

export const JACKET_NEEDLEWORK: Needlework = {
  seams: [
    ...plainSeams({ armhole: [4, 8.5, 13], hem: JACKET_HEM }, JACKET_CUFF),
    seam('sleeve', [0.36, 14], [0.42, JACKET_CUFF]),
    seam('trunk', [22, JACKET_HEM], [22, NECKLINE_SEAM]),
    seam('trunk', [4.4, 94], [4, 112]),
    seam('trunk', [14.6, JACKET_HEM], [15.6, 104], [14, 118]),
  ],
  creases: SLEEVE_CREASES,
}
