import { type BoneName, boneIndex } from '../rig/bones.ts'

const bone = (name: BoneName): number => boneIndex(name) * 4

/** Each arm by the first floats of its bones in a row, and the sign of turns about Y and Z that mean the same on its side. */
export const ARMS = (['left', 'right'] as const).map((side) => ({
  side: side === 'left' ? 1 : -1,
  shoulder: bone(`${side}Shoulder`),
  upper: bone(`${side}UpperArm`),
  lower: bone(`${side}LowerArm`),
}))
