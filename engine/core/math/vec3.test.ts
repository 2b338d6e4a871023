import { expect, test } from 'vitest'
import {
  addScaledVec3,
  addVec3,
  copyVec3,
  crossVec3,
  distanceVec3,
  dotVec3,
  lengthVec3,
  lerpVec3,
  normalizeVec3,
  scaleVec3,
  setVec3,
  subtractVec3,
} from './vec3.ts'

const A = [9, 1, 2, 3]
const B = [4, -5, 6]

const result = (write: (out: number[]) => void): number[] => {
  const out = [0, 0, 0, 0]
  write(out)
  expect(out[0]).toBe(0)
  return out.slice(1)
}

test('adds, subtracts, scales and mixes, from and to any offset', () => {
  expect(result((out) => setVec3(out, 1, 7, 8, 9))).toEqual([7, 8, 9])
  expect(result((out) => copyVec3(out, 1, A, 1))).toEqual([1, 2, 3])
  expect(result((out) => addVec3(out, 1, A, 1, B, 0))).toEqual([5, -3, 9])
  expect(result((out) => subtractVec3(out, 1, A, 1, B, 0))).toEqual([-3, 7, -3])
  expect(result((out) => scaleVec3(out, 1, A, 1, 2))).toEqual([2, 4, 6])
  expect(result((out) => addScaledVec3(out, 1, A, 1, B, 0, 2))).toEqual([9, -8, 15])
  expect(result((out) => lerpVec3(out, 1, A, 1, B, 0, 0.5))).toEqual([2.5, -1.5, 4.5])
})

test('multiplies two vectors into a third at right angles to both', () => {
  expect(result((out) => crossVec3(out, 1, [1, 0, 0], 0, [0, 1, 0], 0))).toEqual([0, 0, 1])
  const cross = result((out) => crossVec3(out, 1, A, 1, B, 0))
  expect([dotVec3(cross, 0, A, 1), dotVec3(cross, 0, B, 0)]).toEqual([0, 0])
})

test('reads what it is about to overwrite before it writes', () => {
  const row = [1, 2, 3]
  crossVec3(row, 0, row, 0, B, 0)
  expect(row).toEqual([27, 6, -13])
  addVec3(row, 0, row, 0, row, 0)
  expect(row).toEqual([54, 12, -26])
})

test('measures lengths and distances', () => {
  expect(lengthVec3([2, 3, 6], 0)).toBe(7)
  expect(distanceVec3(A, 1, [3, 5, 9], 0)).toBe(7)
})

test('normalizes, and leaves a zero vector without direction', () => {
  const out = [0, 0, 0]
  expect(normalizeVec3(out, 0, [0, 3, 4], 0)).toBe(5)
  expect(out).toEqual([0, 3 * 0.2, 4 * 0.2])
  expect(normalizeVec3(out, 0, [0, 0, 0], 0)).toBe(0)
  expect(out).toEqual([0, 0, 0])
})
