import { expect, test } from 'vitest'
import { TEST_PLAN, testStage } from '../api/test-stage.ts'
import type { Act } from '../plan/acts.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'

/** Ana says the test plan with acts, from tick 0 on. */
function say(acts: readonly Act[]) {
  const stage = testStage()
  stage.step()
  const plan = { ...TEST_PLAN, acts: [...acts] }
  stage.run('performLine', { actor: 'ana', line: 'line', part: 0, plan, lead: 60, audio: 'a'.repeat(64) })
  stage.step()
  const { Timeline } = stage.world.components
  const e = stage.world.lists.byId.get('ana')!
  const row = () => ({
    gestures: Timeline.gestures[e]!,
    expressions: Timeline.expressions[e]!,
    start: Timeline.lines[e]![0]?.start ?? 0,
  })
  return { stage, row }
}

const wave: Act = { type: 'gesture', name: 'wave', word: 2, intensity: 0.7, by: 'author' }
const happy: Act = { type: 'express', name: 'happy', word: 0, until: 2, intensity: 0.5, by: 'rules' }

/** How far the head of who says acts is turned, radians, at its most while they last and a second after all of them. */
function headTurns(acts: readonly Act[]) {
  const { stage } = say(acts)
  const { Gaze, Timeline } = stage.world.components
  const e = stage.world.lists.byId.get('ana')!
  const begun = Math.abs(Gaze.now[e * 4 + 2]!)
  let most = 0
  const end = Math.max(...Timeline.glances[e]!.map(({ end }) => end))
  while (stage.world.tick < end + 60) {
    stage.step()
    most = Math.max(most, Math.abs(Gaze.now[e * 4 + 2]!))
  }
  return { begun, most, after: Math.abs(Gaze.now[e * 4 + 2]!) }
}

test.each([
  ['a look at the screen', { type: 'look', at: 'screen', word: 1, until: 2, by: 'rules' }],
  [
    'pointing at a thing',
    {
      type: 'gesture',
      name: 'point-there',
      word: 2,
      intensity: 0.7,
      at: { kind: 'point', x: 2, y: 1, z: 1 },
      by: 'rules',
    },
  ],
  ['pointing over there', { type: 'gesture', name: 'point-there', word: 2, intensity: 0.7, by: 'rules' }],
] as const)('%s takes the eyes and the head along, and they come back', (_, act) => {
  const { begun, most, after } = headTurns([act])
  expect(most).toBeGreaterThan(begun + 0.12)
  expect(after).toBeLessThan(begun + 0.06)
})

test('a stroke lands on the vowel of its word', () => {
  const [cue] = say([wave]).row().gestures
  const { start } = say([wave]).row()
  const stroke = cue!.start + cue!.gesture.sync.stroke * 60
  const { start: from, end } = TEST_PLAN.words[2]!
  expect(stroke).toBeGreaterThan(start + from * 60)
  expect(stroke).toBeLessThan(start + end * 60)
  expect(cue).toMatchObject({ intensity: 0.7, line: 'line' })
})

test('a face comes with one word and goes with another', () => {
  const { row } = say([happy])
  const [cue] = row().expressions
  expect(cue!.start).toBeGreaterThanOrEqual(row().start)
  expect(cue!.released).toBe(row().start + Math.round(TEST_PLAN.words[2]!.end * 60))
})

test('an interruption drops what has not begun', () => {
  const { stage, row } = say([{ ...happy, word: 2 }])
  stage.run('interrupt', { actor: 'ana' })
  stage.step()
  expect(row().expressions).toEqual([])
})

test('an act that content lacks, or for a word that is not there, is left out; the first is told', () => {
  const { stage, row } = say([
    { ...wave, name: 'wawe' },
    { ...wave, word: 9 },
  ])
  expect(row().gestures).toEqual([])
  expect(stage.takeEvents()).toContainEqual(
    expect.objectContaining({ type: 'degraded', what: 'unknown-act', text: 'wawe' }),
  )
})

test('eyes go where a look sends them for its words', () => {
  const { stage, row } = say([{ type: 'look', at: 'up', word: 0, until: 1, by: 'rules' }])
  const e = stage.world.lists.byId.get('ana')!
  const pitch = () => stage.world.components.Life.signals[e * LIFE_SIGNALS.length + LIFE_SIGNALS.indexOf('gazePitch')]!
  const { start } = row()
  while (stage.world.tick < start + TEST_PLAN.words[1]!.start * 60) stage.step()
  expect(pitch()).toBeLessThan(-0.1)
  while (stage.world.tick < start + (TEST_PLAN.words[1]!.end + 0.2) * 60) stage.step()
  expect(pitch()).toBeGreaterThan(-0.1)
})

test('a face with a second one is a blend of both', () => {
  const both: Act = { ...happy, type: 'express', with: { name: 'surprised', intensity: 0.4 } }
  const [cue] = say([both]).row().expressions
  expect(cue!.parts).toEqual([
    { name: 'happy', intensity: 0.5 },
    { name: 'surprised', intensity: 0.4 },
  ])
})
