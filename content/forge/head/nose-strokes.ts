import { capsule, carve, ellipsoid, put, type Stroke, sculpt } from '../kit/sdf.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { HeadForm } from './form.ts'

/** The root lies between the eyes at this height. */
const ROOT_Y = 0.7
/** Radius of the bridge's ball at the root. */
const ROOT_RADIUS = 0.4

/** Where the nose's underside meets the lip, and its sides the cheeks. */
export const noseFlanks = ({ nose: { y, tipZ } }: HeadForm): Vec3[] => [
  [0, y - 0.6, tipZ - 1],
  [0.6, y + 0.65, tipZ - 1.5],
  [-0.6, y + 0.65, tipZ - 1.5],
]

/** The nose, its nostrils and the groove below it. Given for the left half. */
export function noseStrokes({ nose }: HeadForm): Stroke[] {
  const { y, rootZ, bridgeZ, tipZ, bridgeHalfWidth: bridge, tipRadius: tip, wingX, wingSize: wing } = nose
  const middleY = 0.5 * (ROOT_Y + y) + 0.1
  const tipCentre = tipZ - tip - 0.12
  const form = sculpt(capsule([0, ROOT_Y, rootZ - ROOT_RADIUS], [0, middleY, bridgeZ - bridge], ROOT_RADIUS, bridge), [
    put(0.5, capsule([0, middleY, bridgeZ - bridge], [0, y + 0.15, tipCentre], bridge, 0.8 * tip)),
    put(0.5, ellipsoid([0, y, tipCentre], [tip, 0.95 * tip, tip + 0.1])),
    put(0.42, ellipsoid([wingX, y - 0.1, tipZ - 1.5], [wing, 0.95 * wing, 1.4 * wing])),
  ])
  return [
    put(0.9, form),
    carve(0.3, ellipsoid([0.6 * wingX, y - 0.62, tipZ - 1.15], [0.45 * wing, 0.17, 0.3])),
    carve(0.35, ellipsoid([0, y - 1.7, 9.65], [0.25, 0.55, 0.3])),
  ]
}
