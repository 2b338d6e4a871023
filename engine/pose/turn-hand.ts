import { multiply, rotateVector } from '../core/math/quat.ts'
import { addVec3, subtractVec3 } from '../core/math/vec3.ts'
import { BONE_COUNT, BONE_PARENTS, boneIndex } from '../rig/bones.ts'
import type { PlacedBones } from './forward.ts'

const arm = new Float64Array(3)

/** Bones of a hand by the side of its arm: the hand and what hangs from it. */
const handOf = (hand: number): readonly number[] =>
  Array.from({ length: BONE_COUNT }, (_, bone) => bone).filter((bone) => isWithin(bone, hand))
const isWithin = (bone: number, hand: number): boolean =>
  bone === hand || (bone > hand && BONE_PARENTS[bone]! >= 0 && isWithin(BONE_PARENTS[bone]!, hand))
const HANDS: Readonly<Record<number, readonly number[]>> = Object.fromEntries(
  (['leftHand', 'rightHand'] as const).map((name) => [boneIndex(name), handOf(boneIndex(name))]),
)

/**
 * Turns a hand and its fingers about the wrist.
 *
 * @param placed  Bones of the pose in the actor's space; those of this hand are written in place.
 * @param hand    The bone of the wrist.
 * @param turn    Unit quaternion in the actor's space, four numbers.
 */
export function turnHand({ positions, rotations }: PlacedBones, hand: number, turn: Float64Array): void {
  for (const bone of HANDS[hand]!) {
    multiply(rotations, bone * 4, turn, 0, rotations, bone * 4)
    if (bone === hand) continue
    subtractVec3(arm, 0, positions, bone * 3, positions, hand * 3)
    rotateVector(arm, 0, turn, 0, arm, 0)
    addVec3(positions, bone * 3, positions, hand * 3, arm, 0)
  }
}
