import { describe, expect, it } from 'vitest'
import { speakTestLine, testStage } from '../../api/test-stage.ts'
import { ACTING_STATES } from '../../plan/acting.ts'

const weights = (stage: ReturnType<typeof testStage>) => {
  const e = stage.world.lists.actors[0]!
  return Object.fromEntries(ACTING_STATES.map((state, i) => [state, stage.world.components.Acting.weights[e * 4 + i]!]))
}

describe('fadeActing', () => {
  it('flows from idle to listening within half a second', () => {
    const stage = testStage()
    stage.seek(10)
    stage.run('act', { actor: 'ana', state: 'listening' })
    stage.seek(20)
    expect(weights(stage).listening).toBeGreaterThan(0.2)
    expect(weights(stage).listening).toBeLessThan(0.8)
    stage.seek(40)
    expect(weights(stage)).toMatchObject({ idle: 0, listening: 1 })
  })

  it('speaks while a line sounds, and returns to what was asked for', () => {
    const stage = testStage()
    stage.run('act', { actor: 'ana', state: 'listening' })
    speakTestLine(stage)
    stage.seek(50)
    expect(weights(stage).speaking).toBe(1)
    stage.seek(160)
    expect(weights(stage)).toMatchObject({ speaking: 0, listening: 1 })
  })
})
