import { describe, expect, test } from 'vitest'
import { fromAxisAngle, fromEuler } from '../core/math/quat.ts'
import { distanceVec3 } from '../core/math/vec3.ts'
import { BONE_COUNT, BONE_PARENTS, BONES, type BoneName, boneIndex } from '../rig/bones.ts'
import { createPlacedBones, createRestPose, placeBones, type RestPose } from './forward.ts'
import { FIGURE } from './test-figure.ts'

const restRow = () => Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
const STILL = new Float32Array(3)

function placed(rest: RestPose, rotations: Float32Array, hips = STILL) {
  const out = createPlacedBones()
  placeBones(out, rest, rotations, 0, hips, 0)
  const at = (bone: BoneName) => Array.from(out.positions.subarray(boneIndex(bone) * 3, boneIndex(bone) * 3 + 3))
  return { ...out, at }
}
const close = (actual: number[], expected: readonly number[]) =>
  expected.forEach((value, i) => void expect(actual[i]).toBeCloseTo(value, 5))

describe('placing bones', () => {
  const rest = createRestPose(FIGURE)

  test('without rotation gives the rest pose', () => {
    const body = placed(rest, restRow())
    body.positions.forEach((value, i) => void expect(value).toBeCloseTo(rest.positions[i]!, 6))
  })

  test('moves the whole body with the hips', () => {
    const body = placed(rest, restRow(), new Float32Array([0.1, -0.2, 0.3]))
    const [x, y, z] = FIGURE.bones.leftHand!.rest
    close(body.at('leftHand'), [x + 0.1, y - 0.2, z + 0.3])
  })

  test('swings the forearm forward about the elbow', () => {
    const rotations = restRow()
    fromAxisAngle(rotations, boneIndex('leftLowerArm') * 4, 0, 1, 0, -Math.PI / 2)
    const body = placed(rest, rotations)
    const elbow = FIGURE.bones.leftLowerArm!.rest
    const hand = FIGURE.bones.leftHand!.rest
    close(body.at('leftLowerArm'), elbow)
    close(body.at('leftHand'), [elbow[0], elbow[1], elbow[2] + hand[0] - elbow[0]])
  })

  test('carries children along and keeps every bone its length', () => {
    const rotations = restRow()
    for (let bone = 0; bone < BONE_COUNT; bone++) fromEuler(rotations, bone * 4, bone * 0.37, bone * 0.11, -bone * 0.53)
    const body = placed(rest, rotations)
    for (let bone = 1; bone < BONE_COUNT; bone++) {
      const parent = BONE_PARENTS[bone]! * 3
      const length = distanceVec3(body.positions, bone * 3, body.positions, parent)
      expect(length, BONES[bone]).toBeCloseTo(distanceVec3(rest.positions, bone * 3, rest.positions, parent), 5)
    }
  })

  test('reads its own rows of a column and leaves it alone', () => {
    const column = new Float32Array(BONE_COUNT * 8)
    for (let bone = 0; bone < BONE_COUNT * 2; bone++) column[bone * 4 + 3] = 1
    fromEuler(column, BONE_COUNT * 4, 1, 0, 0)
    const before = column.slice()
    const out = createPlacedBones()
    placeBones(out, rest, column, BONE_COUNT * 4, new Float32Array([9, 9, 9, 0, 0, 0]), 3)
    expect(out.rotations[1]).toBeCloseTo(Math.sin(0.5), 6)
    expect(out.positions[1]).toBeCloseTo(rest.positions[1]!, 6)
    expect(column).toEqual(before)
  })
})

test('a bone that the avatar lacks stands at its parent and passes on its rotation', () => {
  const { upperChest, ...bones } = FIGURE.bones
  const rest = createRestPose({ name: 'short', bones })
  expect(upperChest).toBeDefined()
  const chest = boneIndex('chest') * 3
  const missing = boneIndex('upperChest') * 3
  expect(rest.positions.slice(missing, missing + 3)).toEqual(rest.positions.slice(chest, chest + 3))
  const rotations = restRow()
  fromAxisAngle(rotations, boneIndex('upperChest') * 4, 0, 1, 0, Math.PI / 2)
  const body = placed(rest, rotations)
  const [x, y, z] = FIGURE.bones.leftHand!.rest
  const axis = FIGURE.bones.chest!.rest[2]
  close(body.at('leftHand'), [z - axis, y, axis - x])
})

test('refuses a rig without a bone that every pose needs', () => {
  const { leftUpperArm, ...bones } = FIGURE.bones
  expect(leftUpperArm).toBeDefined()
  expect(() => createRestPose({ name: 'ana', bones })).toThrow(
    'Avatar "ana" maps no node to the bone "leftUpperArm". Every pose needs it. Map it in content/avatars/ana/rig.json.',
  )
})
