import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { angleBetween, fromEuler, rotateVector, toEuler } from '../core/math/quat.ts'
import { degrees, radians } from '../core/math/scalar.ts'
import { BONE_COUNT, type BoneName, boneIndex } from '../rig/bones.ts'
import { GAZE_REACH } from '../rig/limits.ts'
import { aimEyes, aimHead, convergence, faceOf, headTurn, lookDirection } from './aim.ts'
import { createPlacedBones, createRestPose, placeBones } from './forward.ts'
import { FIGURE } from './test-figure.ts'

const REST = createRestPose(FIGURE)
const STILL = new Float32Array(3)
const EYES = [0, 1.57, 0.07]

const restRow = () => Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
const at = (bone: BoneName) => boneIndex(bone) * 4

/** A point two metres from the eyes of the figure at rest; degrees, left and down positive. */
function pointAt(yaw: number, pitch: number, distance = 2): number[] {
  const level = Math.cos(radians(pitch)) * distance
  return [
    EYES[0]! + Math.sin(radians(yaw)) * level,
    EYES[1]! - Math.sin(radians(pitch)) * distance,
    EYES[2]! + Math.cos(radians(yaw)) * level,
  ]
}

/** Largest angle by which an eye misses a point, degrees. */
function missBy(rotations: Float32Array, target: number[], hips = STILL): number {
  const body = createPlacedBones()
  placeBones(body, REST, rotations, 0, hips, 0)
  const misses = (['leftEye', 'rightEye'] as const).map((eye) => {
    const look = [0, 0, 0]
    rotateVector(look, 0, body.rotations, at(eye), [0, 0, 1], 0)
    const to = target.map((value, axis) => value - body.positions[boneIndex(eye) * 3 + axis]!)
    const cosine = (look[0]! * to[0]! + look[1]! * to[1]! + look[2]! * to[2]!) / Math.hypot(...to)
    return degrees(Math.acos(Math.min(1, cosine)))
  })
  return Math.max(...misses)
}

const eulerOf = (rotations: Float32Array, bone: BoneName) => {
  const out = [0, 0, 0]
  toEuler(out, 0, rotations, at(bone))
  return out.map(degrees) as [number, number, number]
}
const face = (rotations: Float32Array) => {
  const out = [0, 0]
  faceOf(out, rotations, 0)
  return out.map(degrees) as [number, number]
}

/** Head, then eyes, as the stage does it: the head turns from where it is. Degrees that the eyes fall short. */
function aimAt(rotations: Float32Array, target: number[], hips = STILL): number {
  const look = [0, 0]
  const turn = [0, 0]
  const [yaw, pitch] = face(rotations)
  lookDirection(look, rotations, 0, hips, 0, REST, target)
  headTurn(turn, 0, look[0]!, look[1]!)
  aimHead(rotations, 0, radians(yaw) + turn[0]!, radians(pitch) + turn[1]!, 1)
  const distance = lookDirection(look, rotations, 0, hips, 0, REST, target)
  return degrees(aimEyes(rotations, 0, look[0]!, look[1]!, convergence(REST, distance), 1))
}

/** Degrees the face turns for a gaze beyond ease. */
const faceTurnFor = (angle: number): number =>
  GAZE_REACH.ease * GAZE_REACH.headShare + (angle - GAZE_REACH.ease) * GAZE_REACH.headShareBeyond

describe('aiming at a point', () => {
  test('within ease moves the eyes more than the head', () => {
    const rotations = restRow()
    expect(aimAt(rotations, pointAt(12, 5))).toBeCloseTo(0, 3)
    expect(missBy(rotations, pointAt(12, 5))).toBeLessThan(0.1)
    expect(face(rotations)[0]).toBeCloseTo(12 * GAZE_REACH.headShare, 1)
    expect(eulerOf(rotations, 'leftEye')[0]).toBeGreaterThan(face(rotations)[0])
  })

  test('beyond ease lets the head take most of the rest, neck first', () => {
    const rotations = restRow()
    aimAt(rotations, pointAt(50, 0))
    const turned = faceTurnFor(50)
    expect(missBy(rotations, pointAt(50, 0))).toBeLessThan(0.1)
    expect(face(rotations)[0]).toBeCloseTo(turned, 1)
    expect(eulerOf(rotations, 'neck')[0]).toBeCloseTo(turned * GAZE_REACH.neckShare, 1)
    expect(eulerOf(rotations, 'spine')).toEqual([0, 0, 0])
  })

  test('beyond the head turns the trunk, evenly', () => {
    const rotations = restRow()
    expect(aimAt(rotations, pointAt(90, 0))).toBeCloseTo(0, 3)
    expect(missBy(rotations, pointAt(90, 0))).toBeLessThan(0.1)
    const turned = faceTurnFor(90)
    const third = (turned - GAZE_REACH.head.yaw) / 3
    // The chest joins in before the head is at its end, and so is a little further than it must.
    expect(eulerOf(rotations, 'chest')[0]).toBeGreaterThan(third)
    expect(eulerOf(rotations, 'chest')[0]).toBeLessThan(third + 1)
    expect(eulerOf(rotations, 'upperChest')[0]).toBeCloseTo(eulerOf(rotations, 'spine')[0], 4)
  })

  test('says what is left of a point behind, and stays within reach', () => {
    const rotations = restRow()
    expect(aimAt(rotations, pointAt(170, 0))).toBeGreaterThan(30)
    expect(eulerOf(rotations, 'leftEye')[0]).toBeLessThanOrEqual(GAZE_REACH.eyes.yaw + 1e-4)
    expect(eulerOf(rotations, 'rightEye')[0]).toBeLessThanOrEqual(GAZE_REACH.eyes.yaw + 1e-4)
    expect(face(rotations)[0]).toBeCloseTo(GAZE_REACH.head.yaw, 0)
  })

  test('reaches every point in front, from any small pose, and keeps rotations unit', () => {
    const angle = fc.double({ min: -0.25, max: 0.25, noNaN: true })
    const pose = fc.array(fc.tuple(angle, angle, angle), { minLength: 6, maxLength: 6 })
    const bones = ['hips', 'spine', 'chest', 'upperChest', 'neck', 'head'] as const
    fc.assert(
      fc.property(pose, fc.integer({ min: -70, max: 70 }), fc.integer({ min: -15, max: 30 }), (turns, yaw, pitch) => {
        const rotations = restRow()
        turns.forEach(([y, p, r], i) => void fromEuler(rotations, at(bones[i]!), y * 0.6, p * 0.3, r * 0.4))
        const hips = new Float32Array([0.02, -0.05, 0.03])
        const look = [0, 0]
        lookDirection(look, rotations, 0, hips, 0, REST, pointAt(yaw, pitch))
        aimHead(rotations, 0, look[0]!, look[1]!, 1)
        const distance = lookDirection(look, rotations, 0, hips, 0, REST, pointAt(yaw, pitch))
        const left = aimEyes(rotations, 0, look[0]!, look[1]!, convergence(REST, distance), 1)
        expect(missBy(rotations, pointAt(yaw, pitch), hips)).toBeLessThan(degrees(left) + 0.2)
        expect(degrees(left)).toBeLessThan(0.2)
        for (let bone = 0; bone < BONE_COUNT; bone++) {
          expect(Math.hypot(...rotations.subarray(bone * 4, bone * 4 + 4))).toBeCloseTo(1, 5)
        }
      }),
    )
  })

  test('crosses the eyes for a near point, and no further for a nearer one', () => {
    const rotations = restRow()
    aimAt(rotations, pointAt(0, 0, 0.45))
    expect(missBy(rotations, pointAt(0, 0, 0.45))).toBeLessThan(0.1)
    expect(eulerOf(rotations, 'leftEye')[0]).toBeLessThan(-4)
    expect(eulerOf(rotations, 'rightEye')[0]).toBeGreaterThan(4)
    aimAt(rotations, pointAt(0, 0, 0.1))
    expect(eulerOf(rotations, 'rightEye')[0]).toBeLessThan(5)
  })

  test('keeps the eyes on the point while the head nods', () => {
    const rotations = restRow()
    fromEuler(rotations, at('head'), 0, radians(12), 0)
    aimAt(rotations, pointAt(0, 0))
    expect(missBy(rotations, pointAt(0, 0))).toBeLessThan(0.1)
    expect(face(rotations)[1]).toBeCloseTo(12, 0)
  })

  test('keeps the tilt of the head', () => {
    const rotations = restRow()
    fromEuler(rotations, at('head'), 0, 0, radians(10))
    aimAt(rotations, pointAt(60, 0))
    const body = createPlacedBones()
    placeBones(body, REST, rotations, 0, STILL, 0)
    const out = [0, 0, 0]
    toEuler(out, 0, body.rotations, at('head'))
    expect(degrees(out[2]!)).toBeCloseTo(10, 1)
  })

  test('moves without a jump as the point goes round', () => {
    let before = restRow()
    aimAt(before, pointAt(-120, 0))
    for (let yaw = -119; yaw <= 120; yaw++) {
      const now = restRow()
      aimAt(now, pointAt(yaw, 0))
      for (const bone of ['chest', 'neck', 'head', 'leftEye'] as const) {
        // The eyes make up for the chest that stays behind.
        expect(degrees(angleBetween(before, at(bone), now, at(bone)))).toBeLessThan(1.7)
      }
      before = now
    }
  })

  test('touches no other row of the column', () => {
    const column = new Float32Array(BONE_COUNT * 12)
    for (let bone = 0; bone < BONE_COUNT * 3; bone++) column[bone * 4 + 3] = 1
    const before = column.slice()
    const middle = BONE_COUNT * 4
    aimHead(column, middle, 1.5, 0.2, 1)
    aimEyes(column, middle, 1.7, 0.3, 0, 1)
    expect(column.slice(0, middle)).toEqual(before.slice(0, middle))
    expect(column.slice(middle * 2)).toEqual(before.slice(middle * 2))
    expect(column.slice(middle, middle * 2)).not.toEqual(before.slice(middle, middle * 2))
  })
})

test('turns the head no farther than head and chest reach, and the chest to nothing that lies behind', () => {
  const out = [0, 0]
  headTurn(out, 0, radians(110), radians(-80))
  expect(degrees(out[0]!)).toBeGreaterThan(GAZE_REACH.head.yaw + 15)
  headTurn(out, 0, radians(165), radians(-80))
  expect(degrees(out[0]!)).toBeCloseTo(GAZE_REACH.head.yaw, 9)
  expect(degrees(out[1]!)).toBeCloseTo(-GAZE_REACH.head.up - GAZE_REACH.chest.up, 9)
})

test('leaves the pose untouched at weight 0, and goes half-way at a half', () => {
  const untouched = restRow()
  aimHead(untouched, 0, radians(80), radians(20), 0)
  aimEyes(untouched, 0, radians(30), radians(10), 0, 0)
  expect(untouched).toEqual(restRow())
  const half = restRow()
  aimHead(half, 0, radians(40), 0, 0.5)
  expect(face(half)[0]).toBeCloseTo(20, 0)
  aimEyes(half, 0, radians(40), 0, 0, 0.5)
  expect(eulerOf(half, 'leftEye')[0]).toBeCloseTo(10, 0)
})

test('turns the head in a direction seen from the actor, however the trunk is turned', () => {
  const rotations = restRow()
  fromEuler(rotations, at('hips'), 0.3, 0.1, 0)
  fromEuler(rotations, at('chest'), 0.2, 0.05, 0.1)
  aimHead(rotations, 0, radians(-20), radians(10), 1)
  const [yaw, pitch] = face(rotations)
  expect(yaw).toBeCloseTo(-20, 3)
  expect(pitch).toBeCloseTo(10, 3)
})

test('says by how much eyes fall short', () => {
  expect(degrees(aimEyes(restRow(), 0, radians(50), 0, 0, 1))).toBeCloseTo(50 - GAZE_REACH.eyes.yaw, 6)
})
