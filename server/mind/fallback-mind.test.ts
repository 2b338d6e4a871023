import { expect, test } from 'vitest'
import { EngineError } from '../../engine/api/host.ts'
import { createFallbackMind } from './fallback-mind.ts'
import type { Mind, Reply } from './mind.ts'
import { answerOf, turnOf } from './test-turn.ts'

const DOWN = new EngineError('mind/failed', 'The language model does not answer.', { data: { why: 'HTTP 500' } })
const mindOf = (reply: Mind['reply']): Mind => ({ name: 'Milla', greet: () => [], reply })
const say = (text: string): Reply => ({ kind: 'say', text })
const simple = mindOf(async function* () {
  yield say('By heart.')
})

/** A mind that fails as often as told, and then answers. */
function failing(times: number, before: readonly Reply[] = []) {
  let asked = 0
  const mind = mindOf(async function* () {
    asked++
    yield* before
    if (asked <= times) throw DOWN
    yield say('I am back.')
  })
  return { mind, asked: () => asked }
}

const later = (seconds: number) => turnOf('Hi', { now: new Date(2026, 10, 20, 12, 0, seconds) })

test('a mind that is down is stood in for, and people are told', async () => {
  const { said, reports } = await answerOf(createFallbackMind(failing(1).mind, simple), turnOf('Hi'))
  expect(said).toEqual(['By heart.'])
  expect(reports).toEqual([
    {
      kind: 'degraded',
      what: 'mind',
      error: expect.objectContaining({
        code: 'mind/failed',
        data: { why: 'HTTP 500' },
        message: 'The language model does not answer. Until it does, Milla answers with what was written down.',
      }),
    },
  ])
})

test('it is left alone for a while, and then asked again', async () => {
  const { mind, asked } = failing(1)
  const both = createFallbackMind(mind, simple)
  expect((await answerOf(both, later(0))).said).toEqual(['By heart.'])
  const resting = await answerOf(both, later(10))
  expect(resting.said).toEqual(['By heart.'])
  expect(resting.reports).toHaveLength(1)
  expect(asked()).toBe(1)
  expect((await answerOf(both, later(30))).said).toEqual(['I am back.'])
})

test('what was begun is not answered a second time', async () => {
  const both = createFallbackMind(failing(1, [say('I was')]).mind, simple)
  const { said, reports } = await answerOf(both, turnOf('Hi'))
  expect(said).toEqual(['I was'])
  expect(reports).toHaveLength(1)
  expect((await answerOf(both, turnOf('Hi'))).said).toEqual(['I was', 'I am back.'])
})

test('an interruption is no failure', async () => {
  const stopping = new AbortController()
  stopping.abort()
  await expect(answerOf(createFallbackMind(failing(1).mind, simple), turnOf('Hi'), stopping.signal)).rejects.toBe(DOWN)
})
