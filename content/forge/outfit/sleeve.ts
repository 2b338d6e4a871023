import { WRIST } from '../hand/proportions.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { HAND_SCALE, LIMB_JOINTS } from '../skeleton/measures.ts'
import { RIB_DEPTH, RIB_GROOVE } from './bodice.ts'
import { type GarmentHalf, type GarmentRegion, lay } from './garment.ts'
import { ROW_HEIGHT, STITCHES_PER_COLUMN } from './knit.ts'
import { CUFF, CUFF_RIB, sleeveField } from './sweater-field.ts'

/** Rings along the plain sleeve, close where the elbow bends. Centimetres from the middle of the body. */
const RINGS = [
  15.6, 17.4, 19.4, 21.6, 24, 26.6, 29.2, 31.6, 33.6, 35.2, 36.6, 38, 39.4, 40.8, 42.2, 43.6, 45.4, 47.4, 49.4, 51.2,
  52.8, 54.2,
] as const
/** The first rings settle into the shoulder. */
const FREEDOMS = [1, 0.8, 0.5, 0.2] as const
/** Angle below the horizontal at which the armhole's lower front corner is seen from the arm's axis. */
const ARMHOLE_CORNER = 0.75
/** The ribbed cuff: place along the sleeve, and clearance to the wrist. */
const CUFF_RINGS: readonly (readonly [x: number, clear: number, region: GarmentRegion])[] = [
  [CUFF - CUFF_RIB, 0.5, 'rib'],
  [CUFF - CUFF_RIB + 0.4, 0.46, 'rib'],
  [CUFF - 0.5 * CUFF_RIB, 0.4, 'rib'],
  [CUFF - 0.25, 0.4, 'rib'],
  [CUFF, 0.26, 'rib'],
  [CUFF - 0.25, 0.1, 'inside'],
  [CUFF - 2, 0.1, 'inside'],
]

/** Knits the left sleeve onto the armhole's rim. */
export function addSleeve(half: GarmentHalf, rim: readonly number[]): void {
  const count = rim.length
  const angles = rim.map((_, j) => ((j + 0.5) / count) * TAU - ARMHOLE_CORNER)
  const weave = (j: number, x: number): [number, number] => [j * STITCHES_PER_COLUMN, -x / ROW_HEIGHT]
  rim.forEach((v, j) => {
    half.threads[v] = { ...half.threads[v]!, seam: weave(j, 14), shade: 0.88 }
  })
  const plain = RINGS.map((x, i) =>
    angles.map((angle, j) =>
      lay(half, sleevePoint(x, angle), {
        region: 'sleeve',
        piece: 'tube',
        freedom: FREEDOMS[i] ?? 0,
        stitch: weave(j, x),
      }),
    ),
  )
  const cuff = CUFF_RINGS.map(([x, clear, region], i) =>
    angles.map((angle, j) => {
      const isRib = region === 'rib' && i > 0 && x < CUFF
      const isGroove = j % 2 === 1
      const flute = isRib ? (isGroove ? -0.8 : 0.8) * RIB_DEPTH : 0
      const along = region === 'inside' ? CUFF + (CUFF - x) : x
      return lay(half, cuffPoint(x, angle, clear + flute), {
        region,
        piece: 'tube',
        shade: isRib && isGroove ? RIB_GROOVE : 1,
        stitch: weave(j, along),
      })
    }),
  )
  stitchGrid(half.mesh, [rim.slice(), ...plain, ...cuff], 'closed')
}

const [, AXIS_Y, AXIS_Z] = LIMB_JOINTS.UpperArm

const sleevePoint = (x: number, angle: number): Vec3 =>
  marchOutward(sleeveField, [x, AXIS_Y, AXIS_Z], [0, sin(angle), cos(angle)], 12)

/** The forearm is a tenth thicker here than at the wrist itself. */
const FOREARM_SWELL = 1.1

/** A cuff is as flat as the wrist it closes about. */
function cuffPoint(x: number, angle: number, clear: number): Vec3 {
  const halfHeight = WRIST.halfHeight * HAND_SCALE * FOREARM_SWELL + clear
  const halfWidth = WRIST.halfWidth * HAND_SCALE * FOREARM_SWELL + clear
  return [x, AXIS_Y + sin(angle) * halfHeight, AXIS_Z + cos(angle) * halfWidth]
}
