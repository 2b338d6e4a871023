import { BONE_PARENTS, BONES, type BoneName } from '../../../engine/rig/bones.ts'
import type { Helper } from '../../../engine/rig/rig.ts'
import type { Digit } from '../hand/digit.ts'
import { add, mirrorX, mix3, scale, type Vec3 } from '../kit/vec3.ts'
import { HAND_SCALE, LIMB_JOINTS, TRUNK_JOINTS } from './measures.ts'

/** A joint of the model: a humanoid bone, or a helper that the engine turns by a rule. Positions in centimetres, world. */
export type Joint = {
  readonly name: string
  readonly parent: string | undefined
  readonly position: Vec3
  readonly rule?: Omit<Helper, 'node'>
}

type Side = 'left' | 'right'

/** The twist axis of arms and fingers in the T-pose, either side: turns about −X are those about +X backwards. */
const ALONG_ARM: [number, number, number] = [1, 0, 0]
const ALONG_LEG: [number, number, number] = [0, 1, 0]

/**
 * Every joint of the character, parents before children.
 *
 * Beside the 55 humanoid bones stand helpers that keep volume where plain skinning collapses: at each hinge one that
 * turns half-way, and along the upper arm and forearm some that share the roll out.
 */
export function createSkeleton(digits: readonly Digit[]): Joint[] {
  const bones = BONES.map((name, i): Joint => {
    const parent = BONE_PARENTS[i]!
    return { name, parent: parent < 0 ? undefined : BONES[parent]!, position: bonePosition(name, digits) }
  })
  return [...bones, ...helpers('left', bones), ...helpers('right', bones)]
}

export const sideOf = (bone: string): Side | undefined =>
  bone.startsWith('left') ? 'left' : bone.startsWith('right') ? 'right' : undefined

function bonePosition(name: BoneName, digits: readonly Digit[]): Vec3 {
  const side = sideOf(name)
  if (side === undefined) return TRUNK_JOINTS[name as keyof typeof TRUNK_JOINTS]
  const part = name.slice(side.length)
  const left = part in LIMB_JOINTS ? LIMB_JOINTS[part as keyof typeof LIMB_JOINTS] : digitJoint(part, digits)
  return side === 'left' ? left : mirrorX(left)
}

const PHALANGES = ['Metacarpal', 'Proximal', 'Intermediate', 'Distal']

function digitJoint(part: string, digits: readonly Digit[]): Vec3 {
  const digit = digits.find((d) => part.startsWith(d.name))!
  const bones = digit.name === 'Thumb' ? ['Metacarpal', 'Proximal', 'Distal'] : PHALANGES.slice(1)
  const at = digit.joints[bones.indexOf(part.slice(digit.name.length))]!
  return handToWorld(digit.frameAt(at).origin)
}

/** From the left hand's own frame into the character's. */
export const handToWorld = (p: Vec3): Vec3 => add(scale(p, HAND_SCALE), LIMB_JOINTS.Hand)

function helpers(side: Side, bones: readonly Joint[]): Joint[] {
  const bone = (part: string) => bones.find((b) => b.name === `${side}${part}`)!
  const helper = (name: string, part: string, swing: number, twist: number, axis = ALONG_ARM): Joint => ({
    name: `${side}${name}`,
    parent: bone(part).parent,
    position: bone(part).position,
    rule: { source: `${side}${part}` as BoneName, axis, swing, twist },
  })
  const half = (part: string, axis = ALONG_ARM) => helper(`${part}Half`, part, 0.5, 0.5, axis)
  const forearmMiddle = mix3(bone('LowerArm').position, bone('Hand').position, 0.55)
  const digits = bones
    .map((b) => b.name.slice(side.length))
    .filter((part, i) => sideOf(bones[i]!.name) === side && /^(Thumb|Index|Middle|Ring|Little)/.test(part))
  return [
    helper('UpperArmHalf', 'UpperArm', 0.5, 0),
    helper('UpperArmSwing', 'UpperArm', 1, 0),
    helper('UpperArmTwist', 'UpperArm', 1, 0.5),
    half('LowerArm'),
    { ...helper('LowerArmTwist', 'Hand', 0, 0.5), position: forearmMiddle },
    helper('HandTwist', 'Hand', 0, 1),
    helper('HandHalf', 'Hand', 0.5, 1),
    ...['UpperLeg', 'LowerLeg', 'Foot'].map((part) => half(part, ALONG_LEG)),
    ...digits.map((part) => half(part)),
  ]
}
