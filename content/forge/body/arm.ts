import type { HandShape } from '../hand/hand.ts'
import { FOREARM_LENGTH } from '../hand/proportions.ts'
import { addVertex, type Mesh } from '../kit/mesh.ts'
import { atan2, cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { DEGREE, lerp, smoothstep } from '../kit/scalar.ts'
import { type Sdf, smoothMin } from '../kit/sdf.ts'
import { stitchGrid } from '../kit/stitch.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'
import { armField, torsoField } from './figure.ts'

/** Half as many columns as the hand's wrist has. */
const COLUMNS = 20
/** Rings from the wrist to the shoulder, close where the elbow bends. Centimetres from the middle of the body. */
const RINGS = [
  54.4, 52.6, 50.6, 48.4, 46.2, 44.2, 42.6, 41.4, 40.4, 39.4, 38.4, 37.2, 35.6, 33.4, 31, 28.4, 25.8, 23.2, 20.8, 18.6,
  16.6, 14.8, 13.2,
] as const
/** Columns spread out evenly over this stretch. */
const EVEN = { from: 54, to: 46 } as const
/** How softly the arm grows out of the trunk. A larger blend hangs a web below it that turns into a wing when raised. */
export const ARMPIT_BLEND = 1.7

/** The skin of trunk and arms. */
export const upperBodyField: Sdf = (x, y, z) => smoothMin(torsoField(x, y, z), armField(x, y, z), ARMPIT_BLEND)

/** The vertices on the rim of the hand's bare forearm, from the thumb's side over the back. */
export const forearmRim = ({ mesh, places }: HandShape): number[] =>
  places.flatMap(({ part }, v) => (part === 'forearm' && mesh.positions[v]![0] < 0.001 - FOREARM_LENGTH ? [v] : []))

/** Grows the left arm's skin, ring by ring, out of the rim of a hand that is in its place. Returns the last ring. */
export function growArm(mesh: Mesh, rim: readonly number[]): number[] {
  const [, y, z] = LIMB_JOINTS.UpperArm
  const starts = rim.filter((_, i) => i % 2 === 0).map((v) => angleAbout(mesh.positions[v]!, [y, z]))
  const rings = RINGS.map((x) => {
    const uneven = smoothstep(EVEN.to, EVEN.from, x)
    return starts.map((start, i) => {
      const angle = lerp(((i + 1) / COLUMNS) * 360, start, uneven) * DEGREE
      return addVertex(mesh, marchOutward(upperBodyField, [x, y, z], [0, sin(angle), cos(angle)], 9))
    })
  })
  stitchToHalf(mesh, rim, rings[0]!)
  stitchGrid(mesh, rings.toReversed(), 'closed')
  return rings.at(-1)!
}

/** Degrees from forward over the top, [0, 360], the forward column counting as the last. */
function angleAbout([, y, z]: Vec3, [middleY, middleZ]: readonly [number, number]): number {
  const angle = atan2(y - middleY, z - middleZ) / DEGREE
  return angle <= 1 ? angle + 360 : angle
}

/** Joins a rim to a ring with half as many vertices that lies nearer to the body. */
function stitchToHalf(mesh: Mesh, rim: readonly number[], ring: readonly number[]): void {
  ring.forEach((near, i) => {
    const [a, b, c] = [rim[2 * i]!, rim[2 * i + 1]!, rim[(2 * i + 2) % rim.length]!]
    const next = ring[(i + 1) % ring.length]!
    mesh.triangles.push([near, a, b], [near, b, next], [next, b, c])
  })
}
