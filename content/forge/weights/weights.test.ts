import { expect, test } from 'vitest'
import type { Vec3 } from '../kit/vec3.ts'
import { bodyInfluences } from './body-weights.ts'
import { bendAt, finishInfluences, smoothInfluences } from './influences.ts'

const total = (shares: Iterable<number>) => [...shares].reduce((sum, share) => sum + share, 0)

test('a bend divides wholly among bone, helper and bone', () => {
  for (const along of [-9, 3, 4.7, 5, 5.4, 7, 20]) {
    const { before, half, after } = bendAt(along, 5, 2, 3)
    expect(before + half + after).toBeCloseTo(1, 12)
  }
  expect(bendAt(5, 5, 2).half).toBe(1)
  expect(bendAt(3, 5, 2).before).toBe(1)
})

test('every point of the body is carried wholly', () => {
  for (let x = -62; x <= 62; x += 2) {
    for (let y = 0; y <= 150; y += 3) {
      for (const z of [-8, 0, 8]) expect(total(bodyInfluences([x, y, z]).values())).toBeCloseTo(1, 2)
    }
  }
})

test('left and right mirror one another', () => {
  for (const p of [
    [20, 130, 0],
    [8, 60, 2],
    [5, 125, 5],
    [1, 84, 3],
  ] as const satisfies readonly Vec3[]) {
    const left = bodyInfluences(p)
    const right = bodyInfluences([-p[0], p[1], p[2]])
    const swapped = (name: string) => name.replace(/^(left|right)/, (side) => (side === 'left' ? 'right' : 'left'))
    for (const [joint, share] of left) expect(right.get(swapped(joint))).toBeCloseTo(share, 9)
  }
})

test.each<[string, Vec3, string]>([
  ['crown', [0, 160, 0], 'head'],
  ['chin', [0, 141, 8], 'head'],
  ['middle of the back', [0, 112, -8], 'chest'],
  ['left forearm', [45, 130, -2], 'leftLowerArm'],
  ['right wrist', [-61, 130, -2], 'rightHandTwist'],
  ['left shin', [8, 30, 0], 'leftLowerLeg'],
])('the %s goes with its bone', (_, p, joint) => {
  const [strongest] = [...bodyInfluences(p)].sort(([, a], [, b]) => b - a)
  expect(strongest![0]).toMatch(new RegExp(`^${joint}`))
})

test('finishing keeps the four strongest and makes them whole', () => {
  const finished = finishInfluences(
    new Map([
      ['a', 0.4],
      ['b', 0.3],
      ['c', 0.15],
      ['d', 0.1],
      ['e', 0.05],
    ]),
  )
  expect([...finished.keys()]).toEqual(['a', 'b', 'c', 'd'])
  expect(total(finished.values())).toBeCloseTo(1, 12)
})

test('smoothing blends neighbours and keeps the sum', () => {
  const raw = [new Map([['a', 1]]), new Map([['b', 1]])]
  const [first] = smoothInfluences(raw, [[1], [0]], { iterations: 1, share: () => 1 })
  expect(first!.get('a')).toBeCloseTo(0.5)
  expect(total(first!.values())).toBeCloseTo(1, 12)
  expect(raw[0]!.size).toBe(1)
})
