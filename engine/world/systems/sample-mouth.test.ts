import { describe, expect, it } from 'vitest'
import { speakTestLine, TEST_PLAN, testStage } from '../../api/test-stage.ts'
import { FACE_CHANNEL_COUNT, type FaceChannelName, faceChannel } from '../../rig/blendshapes.ts'
import { LINE_LEAD } from '../lines.ts'

const weight = (stage: ReturnType<typeof testStage>, name: FaceChannelName): number =>
  stage.world.components.Face.weights[stage.world.lists.actors[0]! * FACE_CHANNEL_COUNT + faceChannel(name)]!

describe('sampleMouth', () => {
  it('closes the lips for every p, b and m, just before its sound is released', () => {
    const stage = testStage()
    speakTestLine(stage)
    const closed: number[] = []
    while (stage.world.tick < 120) {
      stage.step()
      if (weight(stage, 'viseme_PP') > 0.98) closed.push((stage.world.tick - 1 - LINE_LEAD) / 60)
    }
    for (const { start, end } of TEST_PLAN.phones.filter(({ phone }) => /^[pbm]$/.test(phone))) {
      expect(closed.some((seconds) => seconds > start - 0.05 && seconds < end)).toBe(true)
    }
  })

  it('opens the mouth in between, and not before or after', () => {
    const stage = testStage()
    speakTestLine(stage)
    const open: number[] = []
    while (stage.world.tick < 160) {
      stage.step()
      if (weight(stage, 'viseme_aa') > 0.3) open.push(stage.world.tick - 1 - LINE_LEAD)
    }
    expect(open.length).toBeGreaterThan(8)
    expect(open[0]).toBeGreaterThan(0)
    expect(open.at(-1)! / 60).toBeLessThan(TEST_PLAN.duration)
  })

  it('takes a smile back to its share and an open jaw away while lips are closed', () => {
    const stage = testStage()
    stage.run('express', { actor: 'ana', name: 'happy' })
    stage.run('express', { actor: 'ana', name: 'surprised' })
    speakTestLine(stage)
    let most = 0
    while (stage.world.tick < 120) {
      stage.step()
      if (weight(stage, 'viseme_PP') > 0.99) most = Math.max(most, weight(stage, 'jawOpen'))
    }
    expect(most).toBeLessThan(0.01)
  })
})
