import { capsule, carve, ellipsoid, put, type Stroke } from '../kit/sdf.ts'
import type { HeadForm } from './form.ts'

/** The braincase: everybody's is the same, so that any hair sits on any head. */
export const cranium = ellipsoid([0, 3.7, -1.1], [7.5, 8.1, 9.2])

/** Bone and the flesh on it, without lids and nose. Given for the left half. */
export function skullStrokes({ face, jaw, cheek, eye, mouth }: HeadForm): Stroke[] {
  const w = face.width
  const lower = jaw.y + 5.8
  return [
    put(2.5, ellipsoid([0, -0.7 + 0.5 * lower, 1.5], [6.75 * w, 7.6 - 0.5 * lower, 6.7])),
    put(3, ellipsoid([0, 4.6, 4.1 + face.forehead - face.slope], [4.4, 3.4, 3.9])),
    put(2.4, ellipsoid([0, jaw.y, 3.5], [jaw.halfWidth, 3.3, 4.2])),
    put(2.6, capsule([4.6 * w + jaw.corner, jaw.cornerY + lower, 0.8], [2.1, jaw.chinY + 0.2, 4.9], 0.75, 0.7)),
    carve(0.9, ellipsoid([0, mouth.y - 1.4, 9.9 - 0.25 * mouth.mound], [1.3, 0.45, 0.95])),
    put(2.2, ellipsoid([0, jaw.chinY, jaw.chinZ - 0.33], [jaw.chinHalfWidth, jaw.chinHeight, 1.65])),
    put(2.2, ellipsoid([3.4 * w, -3, 5.35], [cheek.fullness, cheek.fullness, cheek.fullness + 0.1])),
    carve(1.8, ellipsoid([3, 0.25, 9.9 - eye.socket], [2.2, 1.6, 1.9])),
    put(
      1.6,
      ellipsoid([cheek.boneX * w, cheek.boneY, 4.9], [cheek.boneSize, cheek.boneSize - 0.2, cheek.boneSize - 0.2]),
    ),
    put(1.8, capsule([(cheek.boneX - 0.2) * w, cheek.boneY - 0.9, 4.3], [5.5 * w, cheek.boneY - 1.1, 0.8], 1.05)),
    put(2, ellipsoid([4.1 * w, -3.2 + 0.3 * lower, 2.7], [1.8, 2.4, 2.7])),
    carve(1.6, ellipsoid([8.2 * w - cheek.hollow, -4.4 + 0.5 * lower, 4.4], [1.6, 1.7, 2.6])),
    carve(2.4, ellipsoid([9.6 - face.temple, 1.8, 5.4], [1.8, 2.4, 2.4])),
    put(2, ellipsoid([2.3, 2.6, 6.3 + face.ridge], [2.3, 0.9, 1.5])),
    put(1.2, ellipsoid([0, mouth.y + 1.3, 7.45 + mouth.mound], [1.5, 1.1, 1.5])),
    put(1.6, ellipsoid([0, mouth.y - 0.05, 7 + mouth.mound], [2.6, 1.9, 2.1])),
  ]
}
