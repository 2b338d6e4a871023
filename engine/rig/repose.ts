import * as z from 'zod'
import { type BodyPose, bodyPoseRotations, bodyPoseSchema } from './body-pose.ts'
import { BONES } from './bones.ts'
import type { HandPoses } from './hand-poses.ts'
import { HAND_PARTS, TOUCH_POINTS } from './touch-points.ts'

/** Most reposes that content may hold: the width of a column. */
export const REPOSE_LIMIT = 16

/** Arms that hang: what everybody can take up, and does to walk. */
export const HANGING = 'sides'

/** Bones of the arms, from the shoulders to the fingertips. */
export const ARM_BONES: readonly number[] = BONES.flatMap((name, bone) =>
  /^(left|right)(Shoulder|UpperArm|LowerArm|Hand|Thumb|Index|Middle|Ring|Little)/.test(name) ? [bone] : [],
)

/** What of one arm rests on what: a place of the body, or a part of the other arm. */
const reposeTouchSchema = z.strictObject({
  hand: z.enum(['left', 'right']),
  by: z.enum(HAND_PARTS),
  on: z.enum(TOUCH_POINTS),
  at: z
    .enum([...HAND_PARTS, 'forearm'])
    .default('palm')
    .describe('Which part of the other arm, where it rests on that'),
})

/**
 * How arms rest while nothing asks for them; `content/reposes/<name>.json`. Bones of the arms alone; those it leaves out are
 * as in a body at ease.
 */
export const reposeSchema = bodyPoseSchema.extend({ touches: z.array(reposeTouchSchema).max(4).default([]) })

export type ReposeFile = z.infer<typeof reposeSchema>
export type ReposeTouch = ReposeFile['touches'][number]

/** A repose ready to be laid over a body. */
export type Repose = {
  /** Local rotations of a body at ease whose arms rest so, BONE_COUNT × 4. */
  readonly rotations: Float32Array
  readonly touches: readonly ReposeTouch[]
}

/** @param standing  A body at ease. */
export function compileRepose({ touches, ...pose }: ReposeFile, standing: BodyPose, hands: HandPoses): Repose {
  const bones = { ...standing.bones, ...pose.bones }
  return {
    rotations: bodyPoseRotations({ ...standing, bones, hands: { ...standing.hands, ...pose.hands } }, hands),
    touches,
  }
}
