import { expect, test } from 'vitest'
import { EngineError } from '../../../engine/api/host.ts'
import type { Mind } from '../mind.ts'
import { answerOf, turnOf } from '../test-turn.ts'
import { answerTo, INSTEAD_OF_OWN } from './instead.ts'
import { createModeratedMind } from './moderated-mind.ts'
import type { Moderator } from './moderator.ts'
import { createWordModerator } from './word-moderator.ts'

const asked: string[] = []
const mindSaying = (...sentences: readonly string[]): Mind => ({
  name: 'Milla',
  greet: () => [],
  async *reply({ text }) {
    asked.push(text)
    yield { kind: 'gesture', name: 'nod' }
    for (const text of sentences) yield { kind: 'say', text }
  },
})
const words = createWordModerator()
const down: Moderator = {
  check: async () => {
    throw new EngineError('mind/failed', 'The moderation service does not answer.')
  },
}

test('what is harmless passes both ways', async () => {
  const { replies, reports } = await answerOf(createModeratedMind(mindSaying('Hello.'), [words]), turnOf('Hi'))
  expect(replies).toEqual([
    { kind: 'gesture', name: 'nod' },
    { kind: 'say', text: 'Hello.' },
  ])
  expect(reports).toEqual([])
})

test('what a person should not say is answered, and the mind never hears it', async () => {
  const text = 'I want to kill myself'
  const { said, reports } = await answerOf(createModeratedMind(mindSaying('Fine!'), [words]), turnOf(text))
  expect(said).toEqual([answerTo('self-harm', 'en')])
  expect(reports).toEqual([{ kind: 'withheld', category: 'self-harm', by: 'a' }])
  expect(JSON.stringify(reports)).not.toContain('kill')
  expect(asked).not.toContain(text)
})

test('people may swear; the actor does not', async () => {
  const mind = createModeratedMind(mindSaying('Well, shit.', 'Fuck that.', 'Now then.'), [words])
  const { said, reports } = await answerOf(mind, turnOf('Shit, I am late'))
  expect(said).toEqual([INSTEAD_OF_OWN, 'Now then.'])
  expect(reports).toEqual([
    { kind: 'withheld', category: 'profanity', by: 'host' },
    { kind: 'withheld', category: 'profanity', by: 'host' },
  ])
})

test('what somebody else wrote is judged like what the mind says', async () => {
  const { maySay } = createModeratedMind(mindSaying(), [words])
  expect(await maySay!('water the plants', () => {})).toBe(true)
  expect(await maySay!('fuck off', () => {})).toBe(false)
})

test('a service that is down is reported each time, and the list of words decides', async () => {
  const mind = createModeratedMind(mindSaying('Hello.', 'Shit.'), [words, down])
  const { said, reports } = await answerOf(mind, turnOf('Hi'))
  expect(said).toEqual(['Hello.', INSTEAD_OF_OWN])
  expect(reports.map(({ kind }) => kind)).toEqual(['degraded', 'degraded', 'withheld'])
})

test('a sentence is checked before it is handed on, and the next is not waited for', async () => {
  const said: string[] = []
  const endless: Mind = {
    ...mindSaying(),
    async *reply() {
      yield { kind: 'say', text: 'First.' }
      await new Promise(() => {})
    },
  }
  for await (const reply of createModeratedMind(endless, [words]).reply(turnOf('Hi'), new AbortController().signal)) {
    if (reply.kind === 'say') said.push(reply.text)
    break
  }
  expect(said).toEqual(['First.'])
})
