import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { angleBetween, fromAxisAngle, multiply } from '../core/math/quat.ts'
import { degrees, radians } from '../core/math/scalar.ts'
import { bodyPoseRotations, bodyPoseSchema } from '../rig/body-pose.ts'
import { BONE_COUNT, BONES, type BoneName, boneIndex } from '../rig/bones.ts'
import { handPosesSchema, handTurns } from '../rig/hand-poses.ts'
import { JOINT_LIMITS } from '../rig/limits.ts'
import { compileGesture } from '../tracks/gesture.ts'
import { gestureSchema } from '../tracks/gesture-file.ts'
import { compileLimits, limitJoints } from './limit.ts'

const LIMITS = compileLimits(JOINT_LIMITS)
const at = (bone: BoneName) => boneIndex(bone) * 4
const limitOf = (bone: BoneName) => JOINT_LIMITS.find((limit) => limit.bone === bone)!

const restRow = () => Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
const rowWith = (bone: BoneName, axis: readonly number[], angle: number) => {
  const row = restRow()
  fromAxisAngle(row, at(bone), axis[0]!, axis[1]!, axis[2]!, radians(angle))
  return row
}
/** Angle of a bone in a row, degrees. */
const angleOf = (row: Float32Array, bone: BoneName) => degrees(angleBetween(row, at(bone), [0, 0, 0, 1], 0))

const part = fc.double({ min: -1, max: 1, noNaN: true })
/** Away from half turns, which lie as near to one end of a range as to the other. */
const anyTurn = fc.tuple(part, part, part, part).filter((quad) => Math.hypot(...quad) > 0.1 && Math.abs(quad[3]) > 0.01)
const anyPose = fc.array(anyTurn, { minLength: BONE_COUNT, maxLength: BONE_COUNT }).map((quads) => {
  const row = restRow()
  quads.forEach((quad, bone) => {
    const length = Math.hypot(...quad)
    row.set(
      quad.map((value) => value / length),
      bone * 4,
    )
  })
  return row
})

describe('limits', () => {
  test('leave a pose within them as it is, to the bit', () => {
    const row = rowWith('leftLowerArm', limitOf('leftLowerArm').bend, 149)
    fromAxisAngle(row, at('head'), 0, 1, 0, radians(39))
    const before = row.slice()
    expect(limitJoints(row, 0, LIMITS)).toBe(0)
    expect(row).toEqual(before)
  })

  test('stop an elbow, a knee and a neck where they end', () => {
    for (const [bone, axis, angle, end] of [
      ['leftLowerArm', [0, -1, 0], 175, 150],
      ['leftLowerArm', [0, -1, 0], -60, 5],
      ['rightLowerArm', [0, 1, 0], 175, 150],
      ['leftLowerLeg', [1, 0, 0], -40, 5],
      ['head', [0, 1, 0], 90, 40],
      ['leftUpperArm', [0, 0, 1], 140, 90],
      ['leftHand', [1, 0, 0], 120, 90],
      ['leftHand', [1, 0, 0], -120, 90],
    ] as const) {
      const row = rowWith(bone, axis, angle)
      expect(limitJoints(row, 0, LIMITS), bone).toBe(1)
      expect(angleOf(row, bone), bone).toBeCloseTo(end, 2)
    }
  })

  test('stop the two sides alike', () => {
    const left = rowWith('leftUpperArm', [0, 1, 0], -170)
    const right = rowWith('rightUpperArm', [0, 1, 0], 170)
    limitJoints(left, 0, LIMITS)
    limitJoints(right, 0, LIMITS)
    const [x, y, z, w] = left.subarray(at('leftUpperArm'))
    const mirror = [x!, -y!, -z!, w!]
    expect(degrees(angleBetween(right, at('rightUpperArm'), mirror, 0))).toBeCloseTo(0, 3)
    expect(angleOf(left, 'leftUpperArm')).toBeCloseTo(130, 2)
  })

  test('limit twist and swing each for itself', () => {
    const row = restRow()
    fromAxisAngle(row, at('neck'), 1, 0, 0, radians(20))
    const twist = [0, 0, 0, 1]
    fromAxisAngle(twist, 0, 0, 1, 0, radians(70))
    multiply(row, at('neck'), row, at('neck'), twist, 0)
    limitJoints(row, 0, LIMITS)
    const expected = [0, 0, 0, 1]
    fromAxisAngle(expected, 0, 1, 0, 0, radians(20))
    fromAxisAngle(twist, 0, 0, 1, 0, radians(40))
    multiply(expected, 0, expected, 0, twist, 0)
    expect(degrees(angleBetween(row, at('neck'), expected, 0))).toBeCloseTo(0, 3)
  })

  test('hold for any pose: what comes out is unit, and is within them', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const row = pose.slice()
        limitJoints(row, 0, LIMITS)
        const once = row.slice()
        expect(limitJoints(row, 0, LIMITS)).toBe(0)
        expect(row).toEqual(once)
        for (let bone = 0; bone < BONE_COUNT; bone++) {
          expect(Math.hypot(...row.subarray(bone * 4, bone * 4 + 4))).toBeCloseTo(1, 5)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('do not care for the sign of a quaternion', () => {
    fc.assert(
      fc.property(anyPose, (row) => {
        const negative = row.map((value) => -value)
        const positive = row.slice()
        limitJoints(positive, 0, LIMITS)
        limitJoints(negative, 0, LIMITS)
        for (let bone = 0; bone < BONE_COUNT; bone++) {
          expect(angleBetween(positive, bone * 4, negative, bone * 4)).toBeLessThan(1e-3)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('touch only their own row', () => {
    const column = new Float32Array(BONE_COUNT * 8).fill(0.5)
    const before = column.slice()
    limitJoints(column, BONE_COUNT * 4, LIMITS)
    expect(column.slice(0, BONE_COUNT * 4)).toEqual(before.slice(0, BONE_COUNT * 4))
  })
})

describe('the table', () => {
  test('has each bone but the hips once, with the rest pose within reach', () => {
    expect(JOINT_LIMITS.map(({ bone }) => bone).sort()).toEqual(BONES.filter((bone) => bone !== 'hips').sort())
    for (const { bone, twist, flexion, sway } of JOINT_LIMITS) {
      for (const [from, to] of [twist, flexion, sway]) expect(from <= 0 && to >= 0, bone).toBe(true)
    }
  })

  test('has unit axes square to each other', () => {
    for (const { bone, along, bend } of JOINT_LIMITS) {
      expect(Math.hypot(...along), bone).toBeCloseTo(1, 3)
      expect(Math.hypot(...bend), bone).toBeCloseTo(1, 3)
      expect(along[0] * bend[0] + along[1] * bend[1] + along[2] * bend[2], bone).toBeCloseTo(0, 3)
    }
  })
})

describe('the content', () => {
  const content = `${import.meta.dirname}/../../content`
  const read = (file: string): unknown => JSON.parse(readFileSync(`${content}/${file}`, 'utf8'))
  const hands = handPosesSchema.parse(read('poses/hands.json'))

  const moved = (row: Float32Array) => {
    const before = row.slice()
    limitJoints(row, 0, LIMITS)
    return BONES.map((bone) => [bone, degrees(angleBetween(row, at(bone), before, at(bone)))] as const)
      .filter(([, angle]) => angle > 0.01)
      .map(([bone, angle]) => `${bone} by ${angle.toFixed(1)}°`)
  }

  test.each(readdirSync(`${content}/poses`).filter((file) => file !== 'hands.json'))(
    '%s is a pose a body can take',
    (file) => {
      expect(moved(bodyPoseRotations(bodyPoseSchema.parse(read(`poses/${file}`)), hands))).toEqual([])
    },
  )

  test.each(readdirSync(`${content}/gestures`))('%s asks nothing of a body that it cannot do', (file) => {
    const { tracks } = compileGesture(file, gestureSchema.parse(read(`gestures/${file}`)), hands)
    for (const { bone, rotations } of tracks) {
      for (let key = 0; key < rotations.length; key += 4) {
        const row = restRow()
        row.set(rotations.subarray(key, key + 4), bone * 4)
        expect(moved(row)).toEqual([])
      }
    }
  })

  test.each(Object.keys(hands.poses))('hand pose %s is one a hand can take', (name) => {
    const row = restRow()
    for (const side of ['left', 'right'] as const) {
      for (const [bone, turn] of handTurns(hands.poses[name]!, side)) row.set(turn, at(bone))
    }
    expect(moved(row)).toEqual([])
  })
})
