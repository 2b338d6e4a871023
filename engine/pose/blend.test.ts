import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { angleBetween, fromAxisAngle } from '../core/math/quat.ts'
import { BONE_COUNT, boneIndex } from '../rig/bones.ts'
import { addPose, blendPose, createMask, subtractPose } from './blend.ts'

const ROW = BONE_COUNT * 4
const HEAD = boneIndex('head') * 4
const HAND = boneIndex('leftHand') * 4

const restRow = () => Float32Array.from({ length: ROW }, (_, i) => (i % 4 === 3 ? 1 : 0))
const turnedRow = (angle: number) => {
  const row = restRow()
  for (let bone = 0; bone < BONE_COUNT; bone++) fromAxisAngle(row, bone * 4, 0.6, 0, 0.8, angle)
  return row
}
const angleOf = (row: Float32Array, at: number) => angleBetween(row, at, [0, 0, 0, 1], 0)

const part = fc.double({ min: -1, max: 1, noNaN: true })
const anyPose = fc
  .array(
    fc.tuple(part, part, part, part).filter((quad) => Math.hypot(...quad) > 0.1),
    {
      minLength: BONE_COUNT,
      maxLength: BONE_COUNT,
    },
  )
  .map((quads) => Float32Array.from(quads.flatMap((quad) => quad.map((value) => value / Math.hypot(...quad)))))

describe('blending a layer over a pose', () => {
  test('takes its weight of the way, and the mask says where', () => {
    const row = restRow()
    const mask = createMask(['head'])
    mask[boneIndex('leftHand')] = 0.5
    blendPose(row, 0, turnedRow(1), 0, 0.5, mask)
    expect(angleOf(row, HEAD)).toBeCloseTo(0.5, 4)
    expect(angleOf(row, HAND)).toBeCloseTo(0.25, 1)
    expect(angleOf(row, boneIndex('hips') * 4)).toBe(0)
  })

  test('keeps the bits of the pose at weight 0 and takes those of the layer at 1', () => {
    const row = turnedRow(0.3)
    blendPose(row, 0, turnedRow(1), 0, 0)
    expect(row).toEqual(turnedRow(0.3))
    blendPose(row, 0, turnedRow(1), 0, 1)
    expect(row).toEqual(turnedRow(1))
  })

  test('keeps rotations unit, whatever the poses, and does not write the layer', () => {
    fc.assert(
      fc.property(anyPose, anyPose, fc.double({ min: 0, max: 1, noNaN: true }), (pose, layer, weight) => {
        const row = pose.slice()
        const before = layer.slice()
        blendPose(row, 0, layer, 0, weight)
        for (let at = 0; at < ROW; at += 4) expect(Math.hypot(...row.subarray(at, at + 4))).toBeCloseTo(1, 4)
        expect(layer).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })

  test('writes its own row of a column and no other', () => {
    const column = new Float32Array(ROW * 2)
    column.set(restRow(), 0)
    column.set(restRow(), ROW)
    blendPose(column, ROW, turnedRow(1), 0, 0.5)
    expect(column.slice(0, ROW)).toEqual(restRow())
    expect(angleOf(column, ROW + HEAD)).toBeCloseTo(0.5, 4)
  })
})

describe('adding a layer to a pose', () => {
  test('turns each bone further by its share', () => {
    const row = turnedRow(0.4)
    addPose(row, 0, turnedRow(0.6), 0, 0.5, createMask(['head']))
    expect(angleOf(row, HEAD)).toBeCloseTo(0.7, 5)
    expect(angleOf(row, HAND)).toBeCloseTo(0.4, 5)
  })

  test('arrives at a pose when the difference to it is added', () => {
    fc.assert(
      fc.property(anyPose, anyPose, (base, pose) => {
        const layer = new Float32Array(ROW)
        subtractPose(layer, 0, base, pose)
        const row = base.slice()
        addPose(row, 0, layer, 0, 1)
        for (let at = 0; at < ROW; at += 4) expect(angleBetween(row, at, pose, at)).toBeLessThan(1e-3)
      }),
      { numRuns: 50 },
    )
  })
})
