import type { Vec3 } from '../kit/vec3.ts'

/** Height of the head's origin, the middle between the eyes, above the ground, centimetres. */
export const EYE_HEIGHT = 150

/** World metres of a point in head centimetres. The axes are the same. */
export const toWorld = ([x, y, z]: Vec3): Vec3 => [x / 100, (y + EYE_HEIGHT) / 100, z / 100]

/** The side of the body a part belongs to: 1 the character's left (+x), −1 her right. */
export type Side = 1 | -1
export const SIDES: readonly Side[] = [1, -1]
