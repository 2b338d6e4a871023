import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { FACE_CHANNEL_COUNT, type FaceChannelName, faceChannel } from '../../rig/blendshapes.ts'

const weight = (stage: ReturnType<typeof testStage>, name: FaceChannelName): number =>
  stage.world.components.Face.weights[stage.world.lists.actors[0]! * FACE_CHANNEL_COUNT + faceChannel(name)]!

describe('sampleFace', () => {
  it('blinks both eyes shut now and then', () => {
    const stage = testStage()
    let shut = 0
    while (stage.world.tick < 1800) {
      stage.step()
      if (weight(stage, 'eyeBlinkLeft') > 0.95 && weight(stage, 'eyeBlinkRight') > 0.95) shut++
    }
    expect(shut).toBeGreaterThan(5)
  })

  it('lets an expression come, give way to the next, and go after its time', () => {
    const stage = testStage()
    stage.run('express', { actor: 'ana', name: 'happy' })
    stage.seek(6)
    const coming = weight(stage, 'mouthSmileLeft')
    stage.seek(40)
    expect(weight(stage, 'mouthSmileLeft')).toBeCloseTo(0.75)
    expect(coming).toBeLessThan(0.4)
    stage.run('express', { actor: 'ana', name: 'sad', seconds: 1 })
    stage.seek(90)
    expect(weight(stage, 'mouthSmileLeft')).toBe(0)
    expect(weight(stage, 'mouthFrownLeft')).toBeGreaterThan(0.4)
    stage.seek(200)
    expect(weight(stage, 'mouthFrownLeft')).toBe(0)
  })

  it('keeps every channel between 0 and 1', () => {
    const stage = testStage()
    for (const name of ['happy', 'surprised', 'sad', 'friendly']) stage.run('express', { actor: 'ana', name })
    while (stage.world.tick < 300) {
      stage.step()
      expect(stage.world.components.Face.weights.every((value) => value >= 0 && value <= 1)).toBe(true)
    }
  })
})
