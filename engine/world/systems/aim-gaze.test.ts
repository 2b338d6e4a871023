import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { rotateVector } from '../../core/math/quat.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { boneIndex } from '../../rig/bones.ts'
import { POSE_STRIDE } from '../components.ts'

/** Angle between where the left eye points and a point of the set, degrees, for the actor at the centre. */
function gazeError(stage: ReturnType<typeof testStage>, [x, y, z]: readonly number[]): number {
  const { Actor, Pose } = stage.world.components
  const e = stage.world.lists.actors[0]!
  const placed = createPlacedBones()
  placeBones(placed, Actor.rest[e]!, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  const eye = boneIndex('leftEye')
  const ahead = [0, 0, 0]
  rotateVector(ahead, 0, placed.rotations, eye * 4, [0, 0, 1], 0)
  const to = [x! - placed.positions[eye * 3]!, y! - placed.positions[eye * 3 + 1]!, z! - placed.positions[eye * 3 + 2]!]
  const dot = (ahead[0]! * to[0]! + ahead[1]! * to[1]! + ahead[2]! * to[2]!) / Math.hypot(...to)
  return (Math.acos(Math.min(1, dot)) * 180) / Math.PI
}

describe('aimGaze', () => {
  it('looks into the camera, most of the time and closely', () => {
    const stage = testStage()
    stage.run('act', { actor: 'ana', state: 'listening' })
    stage.run('setStillness', { actor: 'ana', stillness: 1 })
    const errors: number[] = []
    for (let tick = 60; tick < 1800; tick += 15) {
      stage.seek(tick)
      errors.push(gazeError(stage, stage.world.camera.position))
    }
    errors.sort((a, b) => a - b)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(1.5)
  })

  it('turns to a point: the eyes are there first, the head takes its part after', () => {
    const stage = testStage()
    stage.run('setStillness', { actor: 'ana', stillness: 1 })
    stage.seek(60)
    const target = [1, 1.5, 1]
    stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: 1, y: 1.5, z: 1 } })
    const e = stage.world.lists.actors[0]!
    const { now } = stage.world.components.Gaze
    const headBefore = now[e * 4 + 2]!
    stage.seek(66)
    expect(now[e * 4]! - 0.785).toBeLessThan(0.15)
    expect(Math.abs(now[e * 4 + 2]! - headBefore)).toBeLessThan(0.02)
    stage.seek(120)
    expect(now[e * 4 + 2]!).toBeGreaterThan(0.5)
    expect(gazeError(stage, target)).toBeLessThan(4)
  })

  it('blinks with a large shift of the gaze, and not with a small one', () => {
    const shut = (x: number) => {
      const stage = testStage()
      stage.seek(20)
      stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x, y: 1.5, z: 3 } })
      const e = stage.world.lists.actors[0]!
      let most = 0
      while (stage.world.tick < 36) {
        stage.step()
        most = Math.max(most, stage.world.components.Face.weights[e * 67 + 8]!)
      }
      return most
    }
    expect(shut(4)).toBeGreaterThan(0.95)
    expect(shut(0.4)).toBeLessThan(0.95)
  })

  it('keeps eyes within what eyes can do, whatever they are told to look at', () => {
    const stage = testStage()
    stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: 0, y: 1.5, z: -3 } })
    stage.seek(90)
    const e = stage.world.lists.actors[0]!
    const w = stage.world.components.Pose.rotations[e * POSE_STRIDE + boneIndex('leftEye') * 4 + 3]!
    expect(2 * Math.acos(Math.min(1, Math.abs(w)))).toBeLessThan(0.75)
  })
})
