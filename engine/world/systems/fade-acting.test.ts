import { describe, expect, it } from 'vitest'
import { speakTestLine, testCatalogue, testStage } from '../../api/test-stage.ts'
import { ACTING_STATES, type ActingState } from '../../plan/acting.ts'
import { LIFE_SIGNALS } from '../../plan/signals.ts'

type Stage = ReturnType<typeof testStage>

const CATALOGUE = testCatalogue()

const weights = (stage: Stage) => {
  const e = stage.world.lists.actors[0]!
  return Object.fromEntries(ACTING_STATES.map((state, i) => [state, stage.world.components.Acting.weights[e * 4 + i]!]))
}

/** Brings an actor into a state, however it is asked for. */
function enter(stage: Stage, state: ActingState): void {
  if (state === 'speaking') speakTestLine(stage, 'ana', `line-${stage.world.tick}`)
  else {
    stage.run('interrupt', { actor: 'ana' })
    stage.run('act', { actor: 'ana', state })
  }
}

const PAIRS = ACTING_STATES.flatMap((from) =>
  ACTING_STATES.filter((to) => to !== from).map((to) => [from, to] as const),
)

describe('fadeActing', () => {
  it('flows from idle to listening within a third of a second', () => {
    const stage = testStage(7, CATALOGUE)
    stage.seek(10)
    stage.run('act', { actor: 'ana', state: 'listening' })
    stage.seek(20)
    expect(weights(stage).listening).toBeGreaterThan(0.2)
    expect(weights(stage).listening).toBeLessThan(0.8)
    stage.seek(40)
    expect(weights(stage)).toMatchObject({ idle: 0, listening: 1 })
  })

  it('speaks while a line sounds, and returns to what was asked for', () => {
    const stage = testStage(7, CATALOGUE)
    stage.run('act', { actor: 'ana', state: 'listening' })
    speakTestLine(stage)
    stage.seek(50)
    expect(weights(stage).speaking).toBe(1)
    stage.seek(160)
    expect(weights(stage)).toMatchObject({ speaking: 0, listening: 1 })
  })

  it.each(PAIRS)(
    'goes from %s to %s, and on to any other from the middle of it, in whole shares and without a jump',
    (from, to) => {
      for (const next of ACTING_STATES) {
        const stage = testStage(7, CATALOGUE)
        enter(stage, from)
        stage.seek(60)
        enter(stage, to)
        const values = [weights(stage)]
        const bodies = [bodyOf(stage)]
        for (let tick = 60; tick < 120; tick++) {
          if (tick === 72 && next !== to) enter(stage, next)
          stage.step()
          values.push(weights(stage))
          bodies.push(bodyOf(stage))
        }
        for (const [i, now] of values.entries()) {
          expect(ACTING_STATES.reduce((sum, state) => sum + now[state]!, 0)).toBeCloseTo(1, 5)
          for (const state of ACTING_STATES)
            expect(Math.abs(now[state]! - (values[i - 1] ?? now)[state]!)).toBeLessThan(0.06)
          for (const [s, value] of bodies[i]!.entries())
            expect(Math.abs(value - (bodies[i - 1] ?? bodies[i]!)[s]!)).toBeLessThan(0.015)
        }
      }
    },
  )

  it('lets go of an interrupted line faster than of one that is over', () => {
    const seconds = (interrupt: boolean) => {
      const stage = testStage(7, CATALOGUE)
      speakTestLine(stage)
      stage.seek(60)
      if (interrupt) stage.run('interrupt', { actor: 'ana' })
      let left: number | undefined
      for (let tick = 60; tick < 240; tick++) {
        stage.step()
        const { speaking } = weights(stage)
        if (speaking! < 1) left ??= tick
        if (speaking === 0) return (tick - left!) / 60
      }
      return Number.NaN
    }
    expect(seconds(true)).toBeLessThan(0.35)
    expect(seconds(false)).toBeGreaterThan(0.5)
  })
})

const BODY = (['leanPitch', 'leanRoll', 'twist', 'headYaw', 'headPitch', 'headRoll'] as const).map((name) =>
  LIFE_SIGNALS.indexOf(name),
)

const bodyOf = (stage: Stage): number[] =>
  BODY.map((s) => stage.world.components.Life.signals[stage.world.lists.actors[0]! * LIFE_SIGNALS.length + s]!)
