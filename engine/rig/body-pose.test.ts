import { expect, test } from 'vitest'
import handsFile from '../../content/poses/hands.json' with { type: 'json' }
import standingFile from '../../content/poses/standing.json' with { type: 'json' }
import { bodyPoseRotations, bodyPoseSchema } from './body-pose.ts'
import { BONE_COUNT, BONE_PARENTS, type BoneName, boneIndex } from './bones.ts'
import { handPosesSchema } from './hand-poses.ts'
import type { Turn } from './turn.ts'
import { composeTurns } from './turn.ts'

const hands = handPosesSchema.parse(handsFile)
const standing = bodyPoseSchema.parse(standingFile)
const at = (rotations: Float32Array, bone: number) => [...rotations.subarray(bone * 4, bone * 4 + 4)] as unknown as Turn

/** Rotation of a bone in the actor's space. */
function worldTurn(rotations: Float32Array, name: BoneName): Turn {
  let turn: Turn = [0, 0, 0, 1]
  for (let bone = boneIndex(name); bone >= 0; bone = BONE_PARENTS[bone]!) turn = composeTurns(at(rotations, bone), turn)
  return turn
}

test('every row is a unit quaternion and unnamed bones rest', () => {
  const rotations = bodyPoseRotations(standing, hands)
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const [x, y, z, w] = at(rotations, bone)
    expect(x * x + y * y + z * z + w * w).toBeCloseTo(1, 6)
  }
  expect(at(rotations, boneIndex('hips'))).toEqual([0, 0, 0, 1])
})

test('standing arms hang within twenty degrees of straight down on both sides', () => {
  const rotations = bodyPoseRotations(standing, hands)
  for (const [name, outward] of [
    ['leftUpperArm', 1],
    ['rightUpperArm', -1],
  ] as const) {
    const [x, y, z, w] = worldTurn(rotations, name)
    // The y component of the turned ±X axis.
    expect(outward * 2 * (x * y + w * z)).toBeLessThan(-0.94)
  }
})

test('a mirrored pose treats both sides alike', () => {
  const rotations = bodyPoseRotations(standing, hands)
  const [x, y, z, w] = at(rotations, boneIndex('leftLowerArm'))
  expect(at(rotations, boneIndex('rightLowerArm'))).toEqual([x, -y, -z, w])
})

test('a hand pose that does not exist is refused with its near names', () => {
  const pose = { ...standing, hands: { left: 'relaxd', right: 'relaxed' } }
  expect(() => bodyPoseRotations(pose, hands)).toThrow(/No hand pose "relaxd".*Did you mean "relaxed"/)
})
