import { describe, expect, it } from 'vitest'
import { speakTestLine, TEST_AUDIO, TEST_PLAN, testStage } from '../api/test-stage.ts'
import type { WorldEvent } from './events.ts'
import { LINE_LEAD, MOUTH_RELEASE } from './lines.ts'

type Stage = ReturnType<typeof testStage>

/** Tick at which the test line, given at tick 0, falls silent of its own accord. */
const END = LINE_LEAD + Math.ceil(TEST_PLAN.duration * 60)

function play(stage: Stage, ticks: number): readonly WorldEvent[] {
  for (let i = 0; i < ticks; i++) stage.step()
  return stage.takeEvents()
}

function giveParts(stage: Stage, count: number, pause = TEST_PLAN.pause): void {
  for (let part = 0; part < count; part++)
    stage.run('performLine', { actor: 'ana', line: 'l', part, plan: { ...TEST_PLAN, pause }, audio: TEST_AUDIO })
}

/** What was told of a line: which parts sounded, and how it ended. */
function story(events: readonly WorldEvent[]) {
  const of = <T extends WorldEvent['type']>(type: T) =>
    events.filter((event): event is Extract<WorldEvent, { type: T }> => event.type === type)
  return { started: of('partStarted'), ended: of('partEnded'), over: of('lineEnded') }
}

describe('a line', () => {
  it('ends once, whenever it is interrupted, and each part that began to sound falls silent after it began', () => {
    for (let at = 1; at < END + 20; at++) {
      const stage = testStage()
      giveParts(stage, 2, 0)
      stage.run('closeLine', { actor: 'ana', line: 'l' })
      const before = play(stage, at)
      stage.run('interrupt', { actor: 'ana' })
      const { started, ended, over } = story([...before, ...play(stage, 60)])
      expect(over, `interrupted at ${at}`).toHaveLength(1)
      expect(
        started.map(({ part }) => part),
        `interrupted at ${at}`,
      ).toEqual(ended.map(({ part }) => part))
      started.forEach(({ tick }, i) => void expect(ended[i]!.tick).toBeGreaterThan(tick))
    }
  })

  it('never sounds once it is interrupted in the lead before its sound', () => {
    for (let at = 1; at <= LINE_LEAD; at++) {
      const stage = testStage()
      speakTestLine(stage)
      const before = play(stage, at)
      stage.run('interrupt', { actor: 'ana' })
      const { started, over } = story([...before, ...play(stage, 60)])
      expect(started).toEqual([])
      expect(over).toMatchObject([{ interrupted: true }])
      expect(over[0]!.tick).toBeLessThanOrEqual(at + MOUTH_RELEASE)
    }
  })

  it('that is heard out at the tick of an interruption was not cut', () => {
    const stage = testStage()
    speakTestLine(stage)
    play(stage, END)
    stage.run('interrupt', { actor: 'ana' })
    const { ended, over } = story(play(stage, 100))
    expect(ended).toMatchObject([{ tick: END, released: false }])
    expect(over).toMatchObject([{ tick: END, interrupted: false }])
  })

  it('ends once when it is told to be whole at the tick of its last sound', () => {
    const stage = testStage()
    giveParts(stage, 1)
    play(stage, END)
    stage.run('closeLine', { actor: 'ana', line: 'l' })
    expect(story(play(stage, 100)).over).toMatchObject([{ tick: END }])
  })

  it('ends with its actor, and what sounds of it falls silent', () => {
    const stage = testStage()
    giveParts(stage, 2)
    speakTestLine(stage, 'ana', 'next')
    play(stage, 40)
    stage.run('removeActor', { actor: 'ana' })
    const { ended, over } = story(play(stage, 100))
    expect(ended).toMatchObject([{ line: 'l', part: 0, tick: 40, released: true }])
    expect(over.map(({ line, interrupted }) => [line, interrupted])).toEqual([
      ['l', true],
      ['next', true],
    ])
  })
})
