import { capsule, ellipsoid, mirrored, put, type Sdf, sculpt } from '../kit/sdf.ts'
import { createLimb, type Section } from './limb.ts'

/** The figure under the clothes, in the T-pose. Centimetres, floor at y = 0; both sides at once. */
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

/** From the shoulder to the wrist, palm down: up is the back of the hand's side, forward the thumb's. */
const ARM: readonly Section[] = [
  { at: 13, middle: [130.7, -2.6], reach: [3.5, 3.7, 3.6, 3.5] },
  { at: 16.5, middle: [130.6, -2.6], reach: [3.65, 3.55, 3.7, 3.7] }, // deltoid
  { at: 20, middle: [130.6, -2.65], reach: [3.4, 3.4, 3.5, 3.55] },
  { at: 24, middle: [130.6, -2.7], reach: [3.05, 3.25, 3.25, 3.3] },
  { at: 29, middle: [130.6, -2.75], reach: [2.95, 3.1, 3.2, 3.1] }, // biceps before, triceps behind
  { at: 34, middle: [130.6, -2.8], reach: [2.75, 2.8, 2.85, 2.8] },
  { at: 38, middle: [130.6, -2.88], reach: [2.6, 2.68, 2.5, 2.7] },
  { at: 40.5, middle: [130.6, -2.9], reach: [2.72, 2.68, 2.5, 2.75] },
  { at: 45, middle: [130.6, -2.8], reach: [2.75, 2.7, 3.0, 2.75] }, // the forearm's muscles
  { at: 50, middle: [130.6, -2.7], reach: [2.3, 2.35, 2.75, 2.6] },
  { at: 56, middle: [130.6, -2.6], reach: [1.74, 1.74, 2.39, 2.39] }, // here the hand's own skin begins
  { at: 60, middle: [130.6, -2.6], reach: [1.6, 1.6, 2.25, 2.25] },
]
/** The tip of the elbow, behind when the palm looks down. */
const olecranon = ellipsoid([39.9, 130.3, -4.95], [1.25, 0.85, 0.85])
const armTube = createLimb(ARM)

export const armField: Sdf = mirrored(sculpt(armTube, [put(0.9, olecranon)]))

/** From the ankle to the hip: out, in, forward and back of the bones. */
const LEG: readonly Section[] = [
  { at: 8.6, middle: [8.0, -1.75], reach: [2.95, 3.05, 3.3, 3.0] }, // ankle bones
  { at: 13, middle: [8.03, -1.45], reach: [2.6, 2.6, 2.85, 2.7] },
  { at: 19, middle: [8.1, -1.15], reach: [3.05, 2.95, 3.1, 3.3] },
  { at: 26, middle: [8.15, -0.8], reach: [3.9, 3.75, 3.6, 4.65] },
  { at: 33, middle: [8.2, -0.45], reach: [4.75, 4.75, 4.05, 5.95] }, // calf
  { at: 38, middle: [8.25, -0.1], reach: [4.8, 4.95, 4.15, 5.9] },
  { at: 44, middle: [8.35, 0.35], reach: [4.4, 4.55, 4.25, 4.75] },
  { at: 48, middle: [8.4, 0.55], reach: [4.75, 4.95, 4.6, 4.6] }, // knee
  { at: 53, middle: [8.4, 0.6], reach: [5.15, 5.15, 5.15, 4.9] },
  { at: 60, middle: [8.42, 0.4], reach: [6.1, 5.85, 6.2, 5.75] },
  { at: 68, middle: [8.5, 0.2], reach: [7.05, 6.6, 7.1, 6.5] },
  { at: 76, middle: [8.5, 0.1], reach: [7.6, 7.2, 7.6, 7.0] },
  { at: 84, middle: [8.5, -0.3], reach: [7.8, 7.5, 7.6, 7.6] },
]
const patella = ellipsoid([8.45, 48.6, 4.3], [2.1, 2.5, 1.3])
const legTube = createLimb(LEG)

export const legField: Sdf = mirrored(sculpt((x, y, z) => legTube(y, x, z), [put(1.6, patella)]))
