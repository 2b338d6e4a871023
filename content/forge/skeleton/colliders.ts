import { mirrorX } from '../kit/vec3.ts'
import type { SpringCollider } from './springs.ts'

/** Where hair, skirts and earrings come to lie: the middle and the left side, on the figure as drawn. Centimetres. */
const BODY: readonly SpringCollider[] = [
  { bone: 'head', at: [0, 153.4, -3.0], tail: [0, 153.6, 0.2], radius: 7.4 },
  { bone: 'head', at: [0, 148.6, 2.2], radius: 6.1 },
  { bone: 'head', at: [0, 144.4, 4.4], radius: 3.6 },
  { bone: 'neck', at: [0, 144, -1.2], tail: [0, 132.5, -2.3], radius: 3.5 },
  { bone: 'upperChest', at: [-3.6, 124.5, -1.5], tail: [3.6, 124.5, -1.5], radius: 7.6 },
  { bone: 'chest', at: [-3.4, 110, -0.8], tail: [3.4, 110, -0.8], radius: 6.7 },
  { bone: 'upperChest', at: [5, 121.2, 3.1], radius: 4.4 },
  { bone: 'upperChest', at: [6.5, 127, -1.2], tail: [9.5, 126.5, -1.5], radius: 4.8 },
  { bone: 'leftShoulder', at: [4, 132.6, -2.9], tail: [12, 131.2, -2.6], radius: 3.5 },
  { bone: 'leftUpperArm', at: [15.5, 130.6, -2.6], tail: [36, 130.6, -2.8], radius: 3.6 },
  { bone: 'leftLowerArm', at: [41, 130.6, -2.9], tail: [56, 130.6, -2.6], radius: 2.5 },
  { bone: 'hips', at: [-5.6, 93, -0.8], tail: [5.6, 93, -0.8], radius: 8.4 },
  { bone: 'leftUpperLeg', at: [8.5, 84, -0.1], tail: [8.5, 72, 0.1], radius: 7.1 },
  { bone: 'leftUpperLeg', at: [8.5, 70, 0.2], tail: [8.4, 53, 0.5], radius: 5.4 },
  { bone: 'leftLowerLeg', at: [8.3, 46, 0], tail: [8.2, 28, -1], radius: 4.5 },
  { bone: 'leftLowerLeg', at: [8.1, 25, -1.1], tail: [8, 10, -1.6], radius: 3.2 },
]

const mirrored = ({ bone, at, tail, radius }: SpringCollider): SpringCollider => ({
  bone: bone.replace('left', 'right') as SpringCollider['bone'],
  at: mirrorX(at),
  ...(tail === undefined ? {} : { tail: mirrorX(tail) }),
  radius,
})

const isMiddle = ({ at, tail = at }: SpringCollider): boolean => at[0] === -tail[0] || at[0] === 0

/** The body as balls and capsules, both sides. They lie within the skin: what rests on a body rests a little off it. */
export const BODY_COLLIDERS: readonly SpringCollider[] = BODY.flatMap((collider) =>
  isMiddle(collider) ? [collider] : [collider, mirrored(collider)],
)
