import type { Vec3 } from '../kit/vec3.ts'

/**
 * Where the joints of the trunk and the left limbs lie in the T-pose: centimetres, floor at y = 0, facing +z.
 * A woman of 162 cm, 7.6 heads tall.
 */
export const TRUNK_JOINTS = {
  hips: [0, 93, 0],
  spine: [0, 101, -0.6],
  chest: [0, 112, -1.0],
  upperChest: [0, 122.5, -1.6],
  neck: [0, 134.5, -3.0],
  head: [0, 142.5, -1.4],
  /** The hinge in front of the ears. */
  jaw: [0, 148, 0.5],
} as const satisfies Record<string, Vec3>

export const LIMB_JOINTS = {
  Eye: [3.35, 150, 5.85],
  Shoulder: [2.4, 131.6, -1.8],
  UpperArm: [14.2, 130.6, -2.6],
  LowerArm: [39.4, 130.6, -2.9],
  Hand: [61.9, 130.6, -2.6],
  UpperLeg: [8.6, 89.5, 0],
  LowerLeg: [8.4, 48.0, 0.6],
  Foot: [8.0, 8.6, -1.8],
  Toes: [8.4, 2.4, 9.4],
} as const satisfies Record<string, Vec3>

/** The hand is modelled at 1 and set into the arm at this size. */
export const HAND_SCALE = 0.97
