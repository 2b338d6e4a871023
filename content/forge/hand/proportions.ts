import type { Vec3 } from '../kit/vec3.ts'

/**
 * The measures of a left hand lying flat: origin at the wrist, +x along the fingers, +y the back of the hand,
 * +z the thumb's side. Centimetres, chosen for an elegant adult woman's hand: middle finger 1.11 of the palm.
 */
export type FingerMeasures = {
  readonly name: FingerName
  readonly knuckle: Vec3
  /** Degrees from +x towards the thumb. */
  readonly fan: number
  /** Lengths of the three bones beyond the knuckle. */
  readonly bones: Vec3
  /** Scales the girth. */
  readonly girth: number
}

export type FingerName = 'Index' | 'Middle' | 'Ring' | 'Little'

export const FINGERS: readonly FingerMeasures[] = [
  { name: 'Index', knuckle: [8.0, 0.1, 2.48], fan: 5, bones: [3.95, 2.35, 2.1], girth: 0.98 },
  { name: 'Middle', knuckle: [8.3, 0.28, 0.76], fan: 0.8, bones: [4.35, 2.7, 2.2], girth: 1 },
  { name: 'Ring', knuckle: [7.92, 0.16, -0.98], fan: -4, bones: [4.05, 2.5, 2.15], girth: 0.95 },
  { name: 'Little', knuckle: [7.2, -0.14, -2.55], fan: -10.5, bones: [3.15, 1.8, 1.9], girth: 0.83 },
]

export const THUMB = {
  base: [1.75, -0.75, 1.75] as Vec3,
  /** Of the metacarpal and the two bones beyond it. */
  directions: [
    [0.72, -0.3, 0.62],
    [0.84, -0.2, 0.5],
    [0.9, -0.15, 0.42],
  ] as readonly [Vec3, Vec3, Vec3],
  bones: [4.1, 3.0, 2.45] as Vec3,
  /** Where the nail looks: the thumb lies askew to the palm. */
  nailFacing: [-0.25, 0.66, 0.7] as Vec3,
} as const

/** Half axes of the wrist's ellipse: towards the thumb, towards the back. */
export const WRIST = { halfWidth: 2.35, halfHeight: 1.7 } as const

/** Bare forearm that runs up into the sleeve. */
export const FOREARM_LENGTH = 6

/** Where the metacarpals start across the wrist, in the order of the fingers. */
export const METACARPAL_BASES = [1.25, 0.45, -0.4, -1.2] as const
