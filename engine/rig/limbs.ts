import type { BoneName } from './bones.ts'
import type { Axis } from './turn.ts'

/** Two bones that reach with what hangs at their end. */
export type Limb = {
  readonly upper: BoneName
  readonly lower: BoneName
  readonly end: BoneName
  /** Unit axis in the rest pose about which the middle joint bends; positive is flexion. */
  readonly hinge: Axis
}

/** Elbows bend forward with the palm down, knees backward. */
export const LIMBS = {
  leftArm: { upper: 'leftUpperArm', lower: 'leftLowerArm', end: 'leftHand', hinge: [0, -1, 0] },
  rightArm: { upper: 'rightUpperArm', lower: 'rightLowerArm', end: 'rightHand', hinge: [0, 1, 0] },
  leftLeg: { upper: 'leftUpperLeg', lower: 'leftLowerLeg', end: 'leftFoot', hinge: [1, 0, 0] },
  rightLeg: { upper: 'rightUpperLeg', lower: 'rightLowerLeg', end: 'rightFoot', hinge: [1, 0, 0] },
} as const satisfies Record<string, Limb>

export type LimbName = keyof typeof LIMBS
