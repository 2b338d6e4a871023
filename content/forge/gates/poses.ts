import type * as z from 'zod'
import { bodyPoseRotations, bodyPoseSchema } from '../../../engine/rig/body-pose.ts'
import { handPosesSchema } from '../../../engine/rig/hand-poses.ts'
import hands from '../../poses/hands.json' with { type: 'json' }

type Bones = NonNullable<z.input<typeof bodyPoseSchema>['bones']>

const HANGING: Bones = { leftShoulder: { z: -5 }, leftUpperArm: { y: -4, z: -72 }, leftLowerArm: { y: -16 } }

/** Degrees, as in `content/poses`; the left side is mirrored to the right where that is not said. */
const BONES: Readonly<Record<string, Bones>> = {
  'T-pose': {},
  'A-pose': { leftUpperArm: { z: -45 } },
  'arms down': HANGING,
  'arms raised': { leftShoulder: { z: 22 }, leftUpperArm: { z: 68 } },
  'arms forward': { leftShoulder: { y: -10 }, leftUpperArm: { y: -78 } },
  'elbows bent by 120°': { leftUpperArm: { y: -30, z: -58 }, leftLowerArm: { y: -120 } },
  sitting: { ...HANGING, leftUpperLeg: { x: -88 }, leftLowerLeg: { x: 88 } },
  walking: {
    ...HANGING,
    leftUpperLeg: { x: -28 },
    rightUpperLeg: { x: 18 },
    leftLowerLeg: { x: 10 },
    rightLowerLeg: { x: 28 },
    leftFoot: { x: -8 },
    rightFoot: { x: 14 },
  },
  'bent forward': { ...HANGING, spine: { x: 18 }, chest: { x: 18 }, upperChest: { x: 12 }, head: { x: 10 } },
  twisted: { ...HANGING, spine: { y: 14 }, chest: { y: 14 }, upperChest: { y: 10 } },
  'head turned': { ...HANGING, neck: { y: 22, x: 6 }, head: { y: 34, x: 6 } },
}

const handPoses = handPosesSchema.parse(hands)

/** Poses that clothes and skin are tried in: rotations by name, BONE_COUNT × 4 each, hands relaxed. */
export const GATE_POSES: ReadonlyMap<string, Float32Array> = new Map(
  Object.entries(BONES).map(([description, bones]) => {
    const pose = bodyPoseSchema.parse({
      version: 1,
      unit: 'degrees',
      description,
      mirror: true,
      bones,
      hands: { left: 'relaxed', right: 'relaxed' },
    })
    return [description, bodyPoseRotations(pose, handPoses)]
  }),
)
