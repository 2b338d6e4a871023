import { WRIST } from '../hand/proportions.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { HAND_SCALE, LIMB_JOINTS } from '../skeleton/measures.ts'
import type { TopCut } from './cut.ts'
import { type GarmentHalf, lay } from './garment.ts'
import { fluteOf, grooveShade } from './trunk.ts'

/** Angle below the horizontal at which the armhole's lower front corner is seen from the arm's axis. */
const ARMHOLE_CORNER = 0.75
/** The seam lies where the sleeve begins. */
const SHOULDER_SEAM = { at: 14, shade: 0.84 } as const

/** Sews the left sleeve onto the armhole's rim. */
export function addSleeve(half: GarmentHalf, { sleeve, rings, stitch }: TopCut, rim: readonly number[]): void {
  const angles = rim.map((_, j) => ((j + 0.5) / rim.length) * TAU - ARMHOLE_CORNER)
  const end = Math.max(...rings.map(({ at }) => at))
  const weave = (j: number, x: number): [number, number] => [j * stitch.perColumn, -x / stitch.height]
  for (const [j, v] of rim.entries())
    half.threads[v] = { ...half.threads[v]!, seam: weave(j, SHOULDER_SEAM.at), shade: SHOULDER_SEAM.shade }
  const rows = rings.map(({ at: x, out, region, freedom = 0, rib, shade = 1, cuff }) =>
    angles.map((angle, j) => {
      const clear = out + fluteOf(j, rib)
      const along = region === 'inside' ? 2 * end - x : x
      return lay(half, cuff ? roundWrist(x, angle, clear) : onSleeve(sleeve, { x, angle, out: clear }), {
        region,
        piece: 'tube',
        freedom,
        shade: shade * grooveShade(j, rib),
        stitch: weave(j, along),
      })
    }),
  )
  stitchGrid(half.mesh, [rim.slice(), ...rows], 'closed')
}

const [, AXIS_Y, AXIS_Z] = LIMB_JOINTS.UpperArm

function onSleeve(sleeve: TopCut['sleeve'], place: { x: number; angle: number; out: number }): Vec3 {
  const direction: Vec3 = [0, sin(place.angle), cos(place.angle)]
  return addScaled(marchOutward(sleeve, [place.x, AXIS_Y, AXIS_Z], direction, 14), direction, place.out)
}

/** The forearm is a tenth thicker here than at the wrist itself. */
const FOREARM_SWELL = 1.1

/** A cuff is as flat as the wrist it closes about. */
function roundWrist(x: number, angle: number, clear: number): Vec3 {
  const halfHeight = WRIST.halfHeight * HAND_SCALE * FOREARM_SWELL + clear
  const halfWidth = WRIST.halfWidth * HAND_SCALE * FOREARM_SWELL + clear
  return [x, AXIS_Y + sin(angle) * halfHeight, AXIS_Z + cos(angle) * halfWidth]
}
