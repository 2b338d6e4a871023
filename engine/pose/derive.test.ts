import { describe, expect, test } from 'vitest'
import { angleBetween, fromAxisAngle, fromEuler, multiply } from '../core/math/quat.ts'
import { BONE_COUNT, type BoneName, boneIndex } from '../rig/bones.ts'
import type { Corrective, Helper } from '../rig/rig.ts'
import { compileCorrectives, compileHelpers, deriveCorrectives, deriveHelpers } from './derive.ts'

const IDENTITY = [0, 0, 0, 1]
const at = (bone: BoneName) => boneIndex(bone) * 4
const restRow = () => Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))

const helper = (source: BoneName, swing: number, twist: number): Helper => ({
  node: `${source}_helper`,
  source,
  axis: [1, 0, 0],
  swing,
  twist,
})

function helperTurn(row: Float32Array, swing: number, twist: number, offset = 0): Float32Array {
  const out = new Float32Array(4)
  deriveHelpers(out, compileHelpers([helper('leftHand', swing, twist)]), row, offset)
  return out
}

/** A forearm's end: bent 0.5 about Z, then rolled 1.2 about X. */
function bentAndRolled(): { row: Float32Array; bend: number[]; roll: number[] } {
  const bend = [...IDENTITY]
  const roll = [...IDENTITY]
  fromAxisAngle(bend, 0, 0, 0, 1, 0.5)
  fromAxisAngle(roll, 0, 1, 0, 0, 1.2)
  const row = restRow()
  multiply(row, at('leftHand'), bend, 0, roll, 0)
  return { row, bend, roll }
}

describe('helper joints', () => {
  test('take all of a rotation, none of it, or one of its two parts', () => {
    const { row, bend, roll } = bentAndRolled()
    const whole = row.slice(at('leftHand'), at('leftHand') + 4)
    expect(angleBetween(helperTurn(row, 1, 1), 0, whole, 0)).toBeLessThan(1e-6)
    expect(angleBetween(helperTurn(row, 0, 0), 0, IDENTITY, 0)).toBeLessThan(1e-6)
    expect(angleBetween(helperTurn(row, 1, 0), 0, bend, 0)).toBeLessThan(1e-6)
    expect(angleBetween(helperTurn(row, 0, 1), 0, roll, 0)).toBeLessThan(1e-6)
  })

  test('take half the twist with the same axis', () => {
    const { row } = bentAndRolled()
    const half = helperTurn(row, 0, 0.5)
    expect(half[0]).toBeCloseTo(Math.sin(0.3), 6)
    expect(half[3]).toBeCloseTo(Math.cos(0.3), 6)
  })

  test('go the same way for both signs of a quaternion', () => {
    const { row } = bentAndRolled()
    const negative = row.map((value) => -value)
    expect(angleBetween(helperTurn(row, 0.5, 0.5), 0, helperTurn(negative, 0.5, 0.5), 0)).toBeLessThan(1e-6)
  })

  test('read their own bone of their own row, in the order of the rig', () => {
    const column = new Float32Array(BONE_COUNT * 8)
    column.set(restRow(), 0)
    column.set(restRow(), BONE_COUNT * 4)
    fromEuler(column, BONE_COUNT * 4 + at('leftFoot'), 0, 0.4, 0)
    const out = new Float32Array(8)
    const rows = compileHelpers([helper('leftHand', 1, 1), helper('leftFoot', 1, 0.5)])
    deriveHelpers(out, rows, column, BONE_COUNT * 4)
    expect(Array.from(out.subarray(0, 4))).toEqual(IDENTITY)
    expect(out[4]).toBeCloseTo(Math.sin(0.1), 6)
  })
})

describe('corrective shapes', () => {
  const curl: Corrective = {
    shape: 'curlIndex',
    sources: ['leftIndexProximal', 'leftIndexIntermediate'],
    axis: [0, 0, -2],
    from: 0.5,
    to: 1.5,
  }
  const weightOf = (proximal: number, intermediate: number) => {
    const row = restRow()
    fromAxisAngle(row, at('leftIndexProximal'), 0, 0, -1, proximal)
    fromAxisAngle(row, at('leftIndexIntermediate'), 0, 0, -1, intermediate)
    const out = new Float32Array(2)
    deriveCorrectives(out, compileCorrectives([{ ...curl, sources: ['head'] }, curl]), row, 0)
    return out[1]!
  }

  test('weigh the sum of the bends between two angles', () => {
    expect(weightOf(0.5, 0.5)).toBeCloseTo(0.5, 6)
    expect(weightOf(0.2, 0.55)).toBeCloseTo(0.25, 6)
  })

  test('stay at nothing before and at one beyond', () => {
    expect([weightOf(0, 0), weightOf(0.2, 0.2), weightOf(-1, 0.2)]).toEqual([0, 0, 0])
    expect([weightOf(0.8, 0.8), weightOf(1.6, 1.7)]).toEqual([1, 1])
  })

  test('do not count a spread of the finger as a bend', () => {
    const row = restRow()
    fromAxisAngle(row, at('leftIndexProximal'), 0, 1, 0, 0.4)
    const out = new Float32Array(1)
    deriveCorrectives(out, compileCorrectives([{ ...curl, from: 0 }]), row, 0)
    expect(out[0]).toBeCloseTo(0, 6)
  })
})
