import type { Vec3 } from '../kit/vec3.ts'
import type { HeadForm } from './form.ts'

/** Height of the head's origin, the middle between the eyes, above the ground, centimetres. */
export const EYE_HEIGHT = 150

/** World metres of a point in head centimetres. The axes are the same. */
export const toWorld = ([x, y, z]: Vec3): Vec3 => [x / 100, (y + EYE_HEIGHT) / 100, z / 100]

/** The side of the body a part belongs to: 1 the character's left (+x), −1 her right. */
export type Side = 1 | -1
export const SIDES: readonly Side[] = [1, -1]

/** Middle of an eyeball, head centimetres: what the eye turns about. */
export const eyeCentre = ({ eye }: HeadForm, side: Side): Vec3 => [side * eye.x, eye.y, eye.front - eye.radius]
