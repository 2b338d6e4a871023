import { BONES, type BoneName } from '../rig/bones.ts'

const TRUNK = /^(spine|chest|upperChest)$/
const HEAD = /^(neck|head|jaw|leftEye|rightEye)$/
const LEFT_ARM = /^left(Shoulder|UpperArm|LowerArm|Hand|Thumb|Index|Middle|Ring|Little)/
const RIGHT_ARM = /^right(Shoulder|UpperArm|LowerArm|Hand|Thumb|Index|Middle|Ring|Little)/
const LEGS = /Leg$|Foot$|Toes$/

/** Which bones a clip may move, by the name that commands use. Only `full` and `legs` own the feet, and where the hips are. */
const MASKED_BONES = {
  full: [/./],
  upper: [TRUNK, HEAD, LEFT_ARM, RIGHT_ARM],
  arms: [LEFT_ARM, RIGHT_ARM],
  leftArm: [LEFT_ARM],
  rightArm: [RIGHT_ARM],
  trunk: [TRUNK],
  head: [HEAD],
  legs: [/^hips$/, LEGS],
  face: [],
} as const satisfies Record<string, readonly RegExp[]>

export type ClipMask = keyof typeof MASKED_BONES

export const CLIP_MASKS = Object.keys(MASKED_BONES) as [ClipMask, ...ClipMask[]]

/** Whether a mask lets a bone through, for every bone in the order of BONES: 1 or 0. */
const rows = new Map(CLIP_MASKS.map((mask) => [mask, Uint8Array.from(BONES, (bone) => (lets(mask, bone) ? 1 : 0))]))

/** A row of 1 and 0, in the order of BONES. */
export const maskRow = (mask: ClipMask): Uint8Array => rows.get(mask)!

/** Whether a clip under this mask says where hips and feet are. */
export const ownsLegs = (mask: ClipMask): boolean => mask === 'full' || mask === 'legs'

/** Whether a clip under this mask moves the face. */
export const ownsFace = (mask: ClipMask): boolean => mask === 'full' || mask === 'upper' || mask === 'face'

function lets(mask: ClipMask, bone: BoneName): boolean {
  return MASKED_BONES[mask].some((pattern) => pattern.test(bone))
}
