import { describe, expect, it } from 'vitest'
import { speakTestLine, TEST_AUDIO, TEST_PLAN, testStage } from '../../api/test-stage.ts'
import type { WorldEvent } from '../events.ts'
import { LINE_LEAD, MOUTH_RELEASE } from '../lines.ts'

const TICKS_OF_LINE = Math.ceil(TEST_PLAN.duration * 60)

function play(stage: ReturnType<typeof testStage>, ticks: number): WorldEvent[] {
  for (let i = 0; i < ticks; i++) stage.step()
  return [...stage.takeEvents()]
}

describe('advanceCues', () => {
  it('starts a line its lead after it is given, and ends it with its sound', () => {
    const stage = testStage()
    speakTestLine(stage)
    const events = play(stage, 200).filter(({ type }) => type !== 'actorSpawned')
    expect(events.map(({ type, tick }) => [type, tick])).toEqual([
      ['partStarted', LINE_LEAD],
      ['partEnded', LINE_LEAD + TICKS_OF_LINE],
      ['lineEnded', LINE_LEAD + TICKS_OF_LINE],
    ])
  })

  it('plays parts one after another with their pauses, whenever they arrive', () => {
    const stage = testStage()
    const part = (n: number) =>
      stage.run('performLine', { actor: 'ana', line: 'l', part: n, plan: TEST_PLAN, audio: TEST_AUDIO })
    part(0)
    play(stage, 40)
    part(1)
    stage.run('closeLine', { actor: 'ana', line: 'l' })
    const events = play(stage, 300)
    const second = events.find((event) => event.type === 'partStarted' && event.part === 1)
    expect(second?.tick).toBe(LINE_LEAD + TICKS_OF_LINE + Math.ceil(TEST_PLAN.pause * 60))
    expect(events.filter(({ type }) => type === 'lineEnded')).toHaveLength(1)
  })

  it('keeps a line open until it is told that all parts came', () => {
    const stage = testStage()
    stage.run('performLine', { actor: 'ana', line: 'l', part: 0, plan: TEST_PLAN, audio: TEST_AUDIO })
    expect(play(stage, 200).some(({ type }) => type === 'lineEnded')).toBe(false)
    stage.run('closeLine', { actor: 'ana', line: 'l' })
    expect(play(stage, 1).some(({ type }) => type === 'lineEnded')).toBe(true)
  })

  it('lets an interrupted line go within its release, drops what is queued and what still arrives', () => {
    const stage = testStage()
    const part = (n: number) =>
      stage.run('performLine', { actor: 'ana', line: 'l', part: n, plan: TEST_PLAN, audio: TEST_AUDIO })
    part(0)
    part(1)
    play(stage, 50)
    stage.run('interrupt', { actor: 'ana' })
    stage.step()
    part(2)
    const events = play(stage, 300)
    expect(events.filter(({ type }) => type === 'partStarted')).toEqual([])
    const ended = events.find((event) => event.type === 'lineEnded')
    expect(ended).toMatchObject({ line: 'l', interrupted: true, tick: 50 + MOUTH_RELEASE })
    expect(stage.world.components.Timeline.lines[stage.world.lists.actors[0]!]).toEqual([])
  })

  it('interrupts at any tick with the mouth at rest within 150 ms and nothing left playing', () => {
    for (let at = 0; at < LINE_LEAD + TICKS_OF_LINE + 5; at += 3) {
      const stage = testStage()
      speakTestLine(stage)
      stage.run('gesture', { actor: 'ana', name: 'wave' })
      play(stage, at + 1)
      stage.run('interrupt', { actor: 'ana' })
      play(stage, 9)
      const e = stage.world.lists.actors[0]!
      const visemes = stage.world.components.Face.weights.subarray(e * 67 + 52, e * 67 + 67)
      expect(Math.max(...visemes)).toBe(0)
      play(stage, 33)
      expect(stage.world.components.Timeline.gestures[e]).toEqual([])
    }
  })
})
