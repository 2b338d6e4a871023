import { capsule, ellipsoid, mirrored, put, type Sdf, sculpt } from '../kit/sdf.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'

/** The figure under the clothes, in the T-pose. Centimetres, floor at y = 0; both sides at once. */
const ELBOW = LIMB_JOINTS.LowerArm

export const torsoField: Sdf = mirrored(
  sculpt(ellipsoid([0, 123.3, -1.6], [11.2, 12.5, 7.2]), [
    put(6, ellipsoid([0, 107, -0.6], [9.6, 11, 6.5])), // waist
    put(5, ellipsoid([0, 92.5, -0.6], [14.2, 10, 8.5])), // pelvis
    put(4, ellipsoid([6.0, 88.0, -4.4], [7.1, 7.6, 5.9])), // seat
    put(3.6, capsule([0, 134.0, -3.0], [12.2, 131.6, -2.6], 2.6, 2.8)), // shoulder girdle
    put(4.2, ellipsoid([4.9, 121.2, 3.0], [4.5, 4.6, 4.0])), // bust
    put(3, ellipsoid([9.0, 126.8, -1.8], [4.0, 5.2, 4.4])), // below the shoulder
  ]),
)

export const armField: Sdf = mirrored(
  sculpt(capsule([13.0, 130.8, -2.6], [20, 130.6, -2.6], 3.6, 3.3), [
    put(1.5, capsule([20, 130.6, -2.6], ELBOW, 3.25, 2.8)),
    put(1.5, capsule(ELBOW, [46, 130.5, -2.8], 2.85, 2.95)),
    put(1.5, capsule([46, 130.5, -2.8], [60, 130.6, -2.6], 2.9, 2.3)),
  ]),
)

export const legField: Sdf = mirrored(
  sculpt(capsule([8.5, 84, -0.3], [8.4, 52, 0.6], 7.7, 5.15), [
    put(4, ellipsoid([9.4, 76, 0.6], [6.5, 13, 7.0])), // thigh
    put(2, capsule([8.4, 52, 0.7], [8.0, 7, -1.5], 4.9, 3.45)), // shin
    put(3, ellipsoid([8.3, 36, -2.4], [4.6, 10, 4.4])), // calf
  ]),
)
