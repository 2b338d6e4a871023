import { bodyField } from '../body/body-field.ts'
import { marchOutward } from '../kit/project.ts'
import { PI } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled } from '../kit/vec3.ts'
import { AXIS_Z, drape, outward } from './drape.ts'
import { createHalf, finishGarment, type Garment, type GarmentRegion, lay } from './garment.ts'
import { addSkirt } from './skirt-rows.ts'

/** Quads round the left half. */
export const SKIRT_COLUMNS = 32
/** The waistband's edges, and the hem. Centimetres. */
export const SKIRT = { top: 102.5, band: 98.7, hem: 46.5 } as const

/** The waist, spanned. */
const bandField = drape({
  figure: bodyField,
  bottom: SKIRT.band - 2,
  top: SKIRT.top + 1,
  ease: () => 0,
  cling: () => 1,
})

type BandRow = readonly [height: number, off: number, cloth: number, region: GarmentRegion]

/** The waistband from inside over its upper edge down to where the skirt is sewn on. */
const BAND_ROWS: readonly BandRow[] = [
  [SKIRT.top - 2.2, -0.1, SKIRT.top + 2.2, 'inside'],
  [SKIRT.top, 0, SKIRT.top + 0.3, 'inside'],
  [SKIRT.top + 0.08, 0.2, SKIRT.top, 'body'],
  [SKIRT.top - 0.15, 0.38, SKIRT.top - 0.2, 'body'],
  [SKIRT.band + 0.2, 0.4, SKIRT.band + 0.25, 'body'],
  [SKIRT.band, 0.32, SKIRT.band, 'body'],
  [SKIRT.band - 0.15, 0.2, SKIRT.band - 0.15, 'body'],
]

/** Cuts a skirt to the knee: a waistband, and cloth that widens and falls in soft folds. */
export function createSkirt(): Garment {
  const half = createHalf()
  const rows = BAND_ROWS.map(([height, off, cloth, region]) =>
    Array.from({ length: SKIRT_COLUMNS + 1 }, (_, k) => {
      const direction = outward((k / SKIRT_COLUMNS) * PI)
      const [x, y, z] = addScaled(marchOutward(bandField, [0, height, AXIS_Z], direction, 30), direction, off)
      const isMiddle = k === 0 || k === SKIRT_COLUMNS
      return lay(half, [isMiddle ? 0 : x, y, z], { region, stitch: [k, cloth] })
    }),
  )
  stitchGrid(half.mesh, rows, 'open')
  addSkirt(half, rows.at(-1)!, {
    hem: SKIRT.hem,
    rows: 20,
    flare: 0.135,
    leaves: { from: 85.5, until: 78 },
    folds: { count: 4, depth: 1.35, from: 90 },
    stitch: (column, height) => [column, height],
  })
  return finishGarment(half, { cloth: () => 0, iterations: 0, tubeStitches: 0 })
}
