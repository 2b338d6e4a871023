import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { boneIndex } from '../../rig/bones.ts'
import { POSE_STRIDE } from '../components.ts'

type TestStage = ReturnType<typeof testStage>

function place(stage: TestStage) {
  const { Actor, Pose } = stage.world.components
  const e = stage.world.lists.actors[0]!
  const placed = createPlacedBones()
  placeBones(placed, Actor.rest[e]!, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  return (bone: Parameters<typeof boneIndex>[0]) =>
    [...placed.positions.slice(boneIndex(bone) * 3, boneIndex(bone) * 3 + 3)] as [number, number, number]
}

describe('swayBody, sampleGestures and solveLimbs', () => {
  it('raises the right hand beside the head for a wave, and lowers it again', () => {
    const stage = testStage()
    stage.run('gesture', { actor: 'ana', name: 'wave' })
    stage.seek(60)
    const up = place(stage)
    expect(up('rightHand')[1]).toBeGreaterThan(up('rightShoulder')[1] - 0.05)
    expect(up('leftHand')[1]).toBeLessThan(1)
    stage.seek(200)
    expect(place(stage)('rightHand')[1]).toBeLessThan(1)
  })

  it('breathes and sways, with the feet where they stand', () => {
    const stage = testStage()
    stage.run('setStillness', { actor: 'ana', stillness: 0 })
    const hips: number[] = []
    const { Timeline } = stage.world.components
    // A heel may rise by some millimetres where a foot stands behind: what stands is the ball.
    const astray: number[] = []
    let stood: readonly number[] | undefined
    for (let second = 1; second < 60; second++) {
      stage.seek(second * 60)
      hips.push(place(stage)('hips')[0])
      const steps = Timeline.steps[stage.world.lists.actors[0]!]!.length > 0
      const ball = place(stage)('leftToes')
      if (!steps && stood !== undefined) astray.push(Math.hypot(ball[0] - stood[0]!, ball[2] - stood[2]!))
      stood = steps ? undefined : ball
    }
    expect(Math.max(...hips) - Math.min(...hips)).toBeGreaterThan(0.004)
    expect(astray.length).toBeGreaterThan(30)
    expect(Math.max(...astray)).toBeLessThan(0.001)
  })

  it('nearly stands still on the dial, and still breathes', () => {
    const spread = (stillness: number, bone: 'head' | 'leftUpperArm', axis: 0 | 1) => {
      const stage = testStage()
      stage.run('setStillness', { actor: 'ana', stillness })
      const values: number[] = []
      for (let tick = 60; tick < 1200; tick += 20) {
        stage.seek(tick)
        values.push(place(stage)(bone)[axis])
      }
      return Math.max(...values) - Math.min(...values)
    }
    expect(spread(1, 'head', 0)).toBeLessThan(spread(0, 'head', 0) * 0.25)
    expect(spread(1, 'leftUpperArm', 1)).toBeGreaterThan(5e-4)
  })
})
