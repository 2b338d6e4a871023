import * as z from 'zod'
import { type BodyPose, bodyPoseRotations, bodyPoseSchema } from '../rig/body-pose.ts'
import { BONES, type BoneName, boneIndex } from '../rig/bones.ts'
import { type HandPoses, handBones } from '../rig/hand-poses.ts'
import { type Meaning, meaningSchema } from './meanings.ts'
import type { RotationTrack } from './rotation-track.ts'

const seconds = z.number().min(0).max(30)

/** BML's seven sync points, seconds from the gesture's start. What carries the meaning is stroke start to stroke end. */
const syncSchema = z
  .strictObject({
    start: z.literal(0),
    ready: seconds,
    strokeStart: seconds,
    stroke: seconds,
    strokeEnd: seconds,
    relax: seconds,
    end: seconds,
  })
  .refine((sync) => {
    const points = [sync.start, sync.ready, sync.strokeStart, sync.stroke, sync.strokeEnd, sync.relax, sync.end]
    return points.every((point, i) => i === 0 || point >= points[i - 1]!)
  }, 'sync points must ascend: start, ready, strokeStart, stroke, strokeEnd, relax, end')

/** `content/gestures/<name>.json`: keyed poses of the bones it moves, and its sync points. */
export const gestureSchema = z.strictObject({
  version: z.literal(1),
  unit: z.literal('degrees'),
  description: z.string().min(1),
  means: z.array(meaningSchema).min(1).describe('What it says, best first; planners choose by it'),
  additive: z
    .boolean()
    .default(false)
    .describe('Turns are added to the pose beneath, as for a nod, rather than replacing it'),
  sync: syncSchema,
  keyframes: z
    .array(z.strictObject({ at: seconds, bones: bodyPoseSchema.shape.bones, hands: bodyPoseSchema.shape.hands }))
    .min(1)
    .refine((keyframes) => keyframes.every((k, i) => i === 0 || k.at > keyframes[i - 1]!.at), 'keyframes must ascend'),
})

export type GestureFile = z.infer<typeof gestureSchema>

/** A gesture ready to be sampled. */
export type Gesture = {
  readonly name: string
  /** What it says: who plans a performance chooses by it. */
  readonly means: readonly Meaning[]
  readonly additive: boolean
  readonly sync: GestureFile['sync']
  readonly tracks: readonly RotationTrack[]
}

/**
 * Turns a gesture's keyed poses into one track for each bone that any of them names.
 *
 * @param hands  The hand poses it may name.
 * @throws       `pose/unknown-hand` where a keyframe names a hand pose that is not there.
 */
export function compileGesture(name: string, file: GestureFile, hands: HandPoses): Gesture {
  const times = Float64Array.from(file.keyframes, ({ at }) => at)
  const poses = file.keyframes.map(({ bones, hands: named }) => bodyPoseRotations(asPose(bones, named), hands))
  const tracks = movedBones(file).map((bone): RotationTrack => {
    const at = boneIndex(bone) * 4
    const rotations = new Float32Array(poses.length * 4)
    for (const [i, pose] of poses.entries()) rotations.set(pose.subarray(at, at + 4), i * 4)
    return { bone: boneIndex(bone), times, rotations }
  })
  return { name, means: file.means, additive: file.additive, sync: file.sync, tracks }
}

const asPose = (bones: BodyPose['bones'], hands: BodyPose['hands']): BodyPose => ({
  version: 1,
  unit: 'degrees',
  description: 'keyframe',
  mirror: false,
  bones,
  ...(hands === undefined ? {} : { hands }),
})

/** Bones that some keyframe names, in the order of a pose; a hand pose names all fifteen of its hand. */
function movedBones({ keyframes }: GestureFile): BoneName[] {
  const named = new Set<BoneName>()
  for (const { bones, hands } of keyframes) {
    for (const bone of Object.keys(bones) as BoneName[]) named.add(bone)
    for (const side of ['left', 'right'] as const)
      if (hands?.[side]) for (const bone of handBones(side)) named.add(bone)
  }
  return BONES.filter((bone) => named.has(bone))
}
