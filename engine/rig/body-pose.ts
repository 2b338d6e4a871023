import * as z from 'zod'
import { EngineError } from '../core/errors.ts'
import { knownNames } from '../core/suggest.ts'
import { BONE_COUNT, BONES, type BoneName, boneIndex } from './bones.ts'
import { type HandPoses, handTurns, type Side } from './hand-poses.ts'
import { composeTurns, mirrorTurn, type Turn, turnAbout } from './turn.ts'

const degrees = z.number().min(-180).max(180).default(0)

/** Turns about the actor's own axes: left, up, forward. Applied x first (a limb's roll), then z, then y. */
const turnSchema = z.strictObject({ x: degrees, y: degrees, z: degrees })

/** A held pose of the whole body: `content/poses/<name>.json`. Bones it leaves out stay at rest. */
export const bodyPoseSchema = z.strictObject({
  version: z.literal(1),
  unit: z.literal('degrees'),
  description: z.string().min(1),
  mirror: z
    .boolean()
    .default(false)
    .describe('Left bones also turn their right twins, mirrored, unless those are named'),
  bones: z.partialRecord(z.enum(BONES as [BoneName, ...BoneName[]]), turnSchema),
  hands: z
    .strictObject({ left: z.string().optional(), right: z.string().optional() })
    .optional()
    .describe('Names in hands.json'),
})

export type BodyPose = z.infer<typeof bodyPoseSchema>

/**
 * The rotations of a held pose.
 *
 * @param pose   Parsed by {@link bodyPoseSchema}.
 * @param hands  The hand poses it may name.
 * @returns      Local rotations in the normalized rig, BONE_COUNT × 4, unit quaternions (x, y, z, w).
 * @throws       `pose/unknown-hand` where it names a hand pose that is not there.
 */
export function bodyPoseRotations(pose: BodyPose, hands: HandPoses): Float32Array {
  const rotations = new Float32Array(BONE_COUNT * 4)
  for (let bone = 0; bone < BONE_COUNT; bone++) rotations[bone * 4 + 3] = 1
  for (const [bone, turn] of bodyTurns(pose)) rotations.set(turn, boneIndex(bone) * 4)
  for (const side of ['left', 'right'] as const) {
    for (const [bone, turn] of namedHandTurns(pose, hands, side)) rotations.set(turn, boneIndex(bone) * 4)
  }
  return rotations
}

function bodyTurns(pose: BodyPose): Map<BoneName, Turn> {
  const turns = new Map<BoneName, Turn>()
  for (const bone of BONES) {
    const angles = pose.bones[bone]
    if (angles === undefined) continue
    const turn = composeTurns(
      turnAbout([0, 1, 0], angles.y),
      turnAbout([0, 0, 1], angles.z),
      turnAbout([1, 0, 0], angles.x),
    )
    turns.set(bone, turn)
    const twin = bone.replace(/^left/, 'right') as BoneName
    if (pose.mirror && twin !== bone && pose.bones[twin] === undefined) turns.set(twin, mirrorTurn(turn))
  }
  return turns
}

function namedHandTurns(pose: BodyPose, hands: HandPoses, side: Side): Map<BoneName, Turn> {
  const name = pose.hands?.[side]
  if (name === undefined) return new Map()
  const hand = hands.poses[name]
  if (hand === undefined) {
    throw new EngineError(
      'pose/unknown-hand',
      `No hand pose "${name}", asked for by a body pose. ${knownNames(name, Object.keys(hands.poses))}`,
    )
  }
  return handTurns(hand, side)
}
