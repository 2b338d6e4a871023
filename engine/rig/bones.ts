/**
 * The humanoid standard: VRM 1.0's 55 bones and the tree they stand in. A pose is one rotation for each, in this order.
 *
 * @source VRM 1.0 specification, VRMC_vrm humanoid.
 */
const FINGERS = [
  'ThumbMetacarpal',
  'ThumbProximal',
  'ThumbDistal',
  'IndexProximal',
  'IndexIntermediate',
  'IndexDistal',
  'MiddleProximal',
  'MiddleIntermediate',
  'MiddleDistal',
  'RingProximal',
  'RingIntermediate',
  'RingDistal',
  'LittleProximal',
  'LittleIntermediate',
  'LittleDistal',
] as const

type Side = 'left' | 'right'
type FingerBone = `${Side}${(typeof FINGERS)[number]}`
type LimbBone =
  `${Side}${'UpperLeg' | 'LowerLeg' | 'Foot' | 'Toes' | 'Shoulder' | 'UpperArm' | 'LowerArm' | 'Hand' | 'Eye'}`
export type BoneName = 'hips' | 'spine' | 'chest' | 'upperChest' | 'neck' | 'head' | 'jaw' | LimbBone | FingerBone

const fingers = (side: Side): FingerBone[] => FINGERS.map((finger): FingerBone => `${side}${finger}`)

export const BONES: readonly BoneName[] = [
  'hips',
  'spine',
  'chest',
  'upperChest',
  'neck',
  'head',
  'leftEye',
  'rightEye',
  'jaw',
  'leftUpperLeg',
  'leftLowerLeg',
  'leftFoot',
  'leftToes',
  'rightUpperLeg',
  'rightLowerLeg',
  'rightFoot',
  'rightToes',
  'leftShoulder',
  'leftUpperArm',
  'leftLowerArm',
  'leftHand',
  'rightShoulder',
  'rightUpperArm',
  'rightLowerArm',
  'rightHand',
  ...fingers('left'),
  ...fingers('right'),
]

export const BONE_COUNT = BONES.length

const indices = new Map(BONES.map((name, index) => [name, index]))

/** Index of a bone in a pose. */
export const boneIndex = (name: BoneName): number => indices.get(name)!

/** Parent of each bone as an index; -1 for hips. Parents come before children, so one pass forward resolves a chain. */
export const BONE_PARENTS: readonly number[] = BONES.map((name) => {
  const parent = parentOf(name)
  return parent === undefined ? -1 : BONES.indexOf(parent)
})

function parentOf(name: BoneName): BoneName | undefined {
  const trunk: Partial<Record<BoneName, BoneName>> = {
    spine: 'hips',
    chest: 'spine',
    upperChest: 'chest',
    neck: 'upperChest',
    head: 'neck',
    jaw: 'head',
  }
  if (name === 'hips') return undefined
  if (trunk[name] !== undefined) return trunk[name]
  const side: Side = name.startsWith('left') ? 'left' : 'right'
  const part = name.slice(side.length)
  return limbParent(side, part)
}

function limbParent(side: Side, part: string): BoneName {
  switch (part) {
    case 'Eye':
      return 'head'
    case 'UpperLeg':
      return 'hips'
    case 'LowerLeg':
      return `${side}UpperLeg`
    case 'Foot':
      return `${side}LowerLeg`
    case 'Toes':
      return `${side}Foot`
    case 'Shoulder':
      return 'upperChest'
    case 'UpperArm':
      return `${side}Shoulder`
    case 'LowerArm':
      return `${side}UpperArm`
    case 'Hand':
      return `${side}LowerArm`
  }
  const at = FINGERS.indexOf(part as (typeof FINGERS)[number])
  return at % 3 === 0 ? `${side}Hand` : `${side}${FINGERS[at - 1]!}`
}
