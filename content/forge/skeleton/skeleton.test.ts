import { expect, test } from 'vitest'
import { BONE_PARENTS, BONES } from '../../../engine/rig/bones.ts'
import { createHand } from '../hand/hand.ts'
import { mirrorX } from '../kit/vec3.ts'
import { createSkeleton } from './skeleton.ts'

const { fingers, thumb } = createHand()
const joints = createSkeleton([...fingers, thumb])
const byName = new Map(joints.map((joint) => [joint.name, joint]))

test('has all 55 humanoid bones in the standard’s tree', () => {
  BONES.forEach((bone, i) => {
    const parent = BONE_PARENTS[i]!
    expect(byName.get(bone)!.parent).toBe(parent < 0 ? undefined : BONES[parent])
  })
})

test('parents come before children and names are unique', () => {
  expect(byName.size).toBe(joints.length)
  joints.forEach(({ parent }, i) => {
    if (parent !== undefined) expect(joints.findIndex(({ name }) => name === parent)).toBeLessThan(i)
  })
})

test('the right side mirrors the left', () => {
  for (const { name, position } of joints.filter((joint) => joint.name.startsWith('left'))) {
    expect(byName.get(name.replace('left', 'right'))!.position).toEqual(mirrorX(position))
  }
})

test('helpers hang where their source hangs, or along its bone, and turn by its rule', () => {
  const helpers = joints.filter(({ rule }) => rule)
  expect(helpers).toHaveLength(50)
  for (const { parent, rule } of helpers) expect(parent).toBe(byName.get(rule!.source)!.parent)
  expect(byName.get('leftIndexIntermediateHalf')!.rule).toMatchObject({ swing: 0.5, twist: 0.5 })
  expect(byName.get('leftUpperArmTwist')!.rule).toMatchObject({ swing: 1, twist: 0.5 })
})

test('fits a joint index into a byte', () => {
  expect(joints.length).toBeLessThan(256)
})
