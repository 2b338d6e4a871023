import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { angleBetween, fromAxisAngle, fromEuler, splitSwingTwist } from '../core/math/quat.ts'
import { degrees } from '../core/math/scalar.ts'
import { BONE_COUNT, type BoneName, boneIndex } from '../rig/bones.ts'
import { LIMBS, type LimbName } from '../rig/limbs.ts'
import { JOINT_LIMITS } from '../rig/limits.ts'
import { createPlacedBones, createRestPose, placeBones } from './forward.ts'
import { compileLimits, limitJoints } from './limit.ts'
import { FIGURE } from './test-figure.ts'
import { createLimbChain, twoBoneIk } from './two-bone-ik.ts'

const REST = createRestPose(FIGURE)
const STILL = new Float32Array(3)
const LIMB_NAMES = Object.keys(LIMBS) as LimbName[]
/** Behind and below an elbow, before a knee. */
const POLES: Record<LimbName, number[]> = {
  leftArm: [0.6, 0.8, -1],
  rightArm: [-0.6, 0.8, -1],
  leftLeg: [0.1, 0.6, 2],
  rightLeg: [-0.1, 0.6, 2],
}

const restRow = () => Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
const at = (bone: BoneName) => boneIndex(bone) * 4

function place(rotations: Float32Array) {
  const body = createPlacedBones()
  placeBones(body, REST, rotations, 0, STILL, 0)
  const of = (bone: BoneName) => Array.from(body.positions.subarray(boneIndex(bone) * 3, boneIndex(bone) * 3 + 3))
  return { body, of }
}

const apart = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((value, i) => value - b[i]!))

function reach(name: LimbName, rotations: Float32Array, target: number[], weight = 1, pole = POLES[name]): number {
  const chain = createLimbChain(REST, LIMBS[name])
  return twoBoneIk(rotations, 0, chain, place(rotations).body, target, pole, weight)
}

/** A point at a share of the limb's length from its root. */
function pointFrom(name: LimbName, direction: number[], share: number): number[] {
  const { upperLength, lowerLength, upper } = createLimbChain(REST, LIMBS[name])
  const length = Math.hypot(...direction)
  return direction.map(
    (value, i) => REST.positions[upper * 3 + i]! + (value / length) * (upperLength + lowerLength) * share,
  )
}

describe.each(LIMB_NAMES)('reaching with the %s', (name) => {
  const { upper, lower, end } = LIMBS[name]
  const part = fc.double({ min: -1, max: 1, noNaN: true })
  const direction = fc.tuple(part, part, part).filter((v) => Math.hypot(...v) > 0.1)

  test('puts the end on any point within reach', () => {
    fc.assert(
      fc.property(direction, fc.double({ min: 0.15, max: 0.95, noNaN: true }), (v, share) => {
        const rotations = restRow()
        const target = pointFrom(name, v, share)
        expect(reach(name, rotations, target)).toBeLessThan(1e-9)
        expect(apart(place(rotations).of(end), target)).toBeLessThan(1e-5)
      }),
    )
  })

  test('bends the middle joint about its hinge alone, and the right way', () => {
    fc.assert(
      fc.property(direction, fc.double({ min: 0.2, max: 0.95, noNaN: true }), (v, share) => {
        const rotations = restRow()
        reach(name, rotations, pointFrom(name, v, share))
        const swing = [0, 0, 0, 0]
        const twist = [0, 0, 0, 0]
        const { lowerHinge } = createLimbChain(REST, LIMBS[name])
        splitSwingTwist(swing, twist, rotations, at(lower), lowerHinge)
        // The figure's knee is a little off the line of its thigh, so that its two hinges differ by as much.
        expect(degrees(angleBetween(swing, 0, [0, 0, 0, 1], 0))).toBeLessThan(3)
        const sine = twist[0]! * lowerHinge[0]! + twist[1]! * lowerHinge[1]! + twist[2]! * lowerHinge[2]!
        expect(sine * twist[3]!).toBeGreaterThan(0)
      }),
    )
  })

  test('turns elbow or knee to the side of the pole', () => {
    const rotations = restRow()
    const target = pointFrom(name, [name.startsWith('left') ? 0.2 : -0.2, -0.8, 0.3], 0.7)
    reach(name, rotations, target)
    const { of } = place(rotations)
    const pole = POLES[name]
    const middle = of(lower)
    expect(apart(middle, pole)).toBeLessThan(
      apart(
        [0, 1, 2].map((i) => (of(upper)[i]! + target[i]!) / 2),
        pole,
      ),
    )
    // Root, middle, end and pole lie in one plane.
    const [a, b, c] = [middle, target, pole].map((p) => p.map((value, i) => value - of(upper)[i]!)) as number[][]
    const volume =
      a![0]! * (b![1]! * c![2]! - b![2]! * c![1]!) +
      a![1]! * (b![2]! * c![0]! - b![0]! * c![2]!) +
      a![2]! * (b![0]! * c![1]! - b![1]! * c![0]!)
    expect(volume).toBeCloseTo(0, 5)
  })

  test('keeps the end turned as it was', () => {
    const rotations = restRow()
    fromEuler(rotations, at(end), 0.2, 0.1, -0.3)
    fromEuler(rotations, at('hips'), 0.5, 0, 0)
    const before = place(rotations).body.rotations.slice(at(end), at(end) + 4)
    reach(name, rotations, pointFrom(name, [0.2, -0.5, 0.4], 0.6))
    expect(angleBetween(place(rotations).body.rotations, at(end), before, 0)).toBeLessThan(1e-5)
  })
})

describe('at the ends of its reach', () => {
  test('slows before full stretch, never passes it, and says what is left', () => {
    const { upperLength, lowerLength } = createLimbChain(REST, LIMBS.leftLeg)
    const length = upperLength + lowerLength
    let last = 0
    for (let share = 0.9; share < 1.3; share += 0.001) {
      const rotations = restRow()
      const target = pointFrom('leftLeg', [0, -1, 0], share)
      const left = reach('leftLeg', rotations, target)
      const { of } = place(rotations)
      const span = apart(of('leftFoot'), of('leftUpperLeg'))
      expect(span).toBeLessThan(length)
      expect(span).toBeGreaterThanOrEqual(last - 1e-6)
      expect(left).toBeCloseTo(apart(of('leftFoot'), target), 4)
      last = span
    }
    expect(last).toBeCloseTo(length, 3)
  })

  test('straightens a knee without a jerk: under 1.5° for a millimetre', () => {
    let before: Float32Array | undefined
    for (let share = 0.9; share < 1.1; share += 0.001 / 0.83) {
      const rotations = restRow()
      reach('leftLeg', rotations, pointFrom('leftLeg', [0, -1, 0.2], share))
      if (before !== undefined) {
        expect(degrees(angleBetween(before, at('leftLowerLeg'), rotations, at('leftLowerLeg')))).toBeLessThan(1.5)
      }
      before = rotations
    }
  })

  test('survives a point at its own root, and a pole in line', () => {
    for (const target of [pointFrom('leftArm', [1, 0, 0], 0), pointFrom('leftArm', [1, 0, 0], 0.8)]) {
      const rotations = restRow()
      reach('leftArm', rotations, target, 1, pointFrom('leftArm', [1, 0, 0], 2))
      expect(Array.from(rotations).every(Number.isFinite)).toBe(true)
    }
  })
})

test('a straight arm with its pole in line bends as its hinge does: forward', () => {
  const rotations = restRow()
  const target = pointFrom('leftArm', [1, 0, 0], 0.8)
  reach('leftArm', rotations, target, 1, pointFrom('leftArm', [1, 0, 0], 2))
  const { of } = place(rotations)
  expect(of('leftLowerArm')[2]).toBeLessThan(target[2]! - 0.05)
})

test('weight 0 leaves the pose untouched and a half goes part of the way', () => {
  const rotations = restRow()
  const target = pointFrom('leftArm', [0.3, -0.5, 0.5], 0.8)
  const whole = apart(place(rotations).of('leftHand'), target)
  reach('leftArm', rotations, target, 0)
  expect(rotations).toEqual(restRow())
  reach('leftArm', rotations, target, 0.5)
  const left = apart(place(rotations).of('leftHand'), target)
  expect(left).toBeGreaterThan(whole * 0.2)
  expect(left).toBeLessThan(whole * 0.8)
})

test('a hand before the chest and a step are within the limits of the joints', () => {
  const limits = compileLimits(JOINT_LIMITS)
  const rotations = restRow()
  fromAxisAngle(rotations, at('leftUpperArm'), 0, 0, 1, -1.2)
  fromAxisAngle(rotations, at('rightUpperArm'), 0, 0, 1, 1.2)
  reach('leftArm', rotations, [0.15, 1.25, 0.35])
  reach('rightArm', rotations, [-0.25, 1.1, 0.3])
  reach('leftLeg', rotations, [0.09, 0.2, 0.25])
  for (const bone of ['leftHand', 'rightHand', 'leftFoot'] as const) rotations.set([0, 0, 0, 1], at(bone))
  expect(limitJoints(rotations, 0, limits)).toBe(0)
})
