import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/api/host.ts'
import type { Mind } from '../mind/mind.ts'
import { createConversation } from './conversation.ts'

const ada = { id: 'a', name: 'Ada', owner: 'ada' }
const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
process.on('unhandledRejection', note)
afterEach(() => {
  expect(unhandled).toEqual([])
})

/** A conversation with a mind, on a stage where lines go as told. */
function converse(reply: Mind['reply'], say: (text: string) => Promise<void>) {
  const actor = {
    id: 'host',
    say,
    act: vi.fn(),
    acknowledge: vi.fn(),
    interrupt: vi.fn(),
    gesture: vi.fn(),
    express: vi.fn(),
  }
  const pondering: string[] = []
  let date = 0
  const troubles: string[] = []
  const doing: string[] = []
  const conversation = createConversation({
    actor: actor as unknown as Actor,
    mind: { name: 'Milla', greet: () => [], reply },
    history: () => [{ by: 'a', name: 'Ada', text: 'Hallo', language: 'de' }],
    use: async () => 'done',
    remembered: async () => [],
    now: () => new Date(date),
    ponder() {
      pondering.push('begins')
      return () => void pondering.push('ends')
    },
    onDoing: (state) => void doing.push(state),
    onTrouble: (error) => void troubles.push(error.message),
    onReport: () => {},
  })
  return {
    conversation,
    troubles,
    doing,
    actor,
    pondering,
    pass(seconds: number) {
      date += seconds * 1000
    },
  }
}

test('a line that fails while the mind still thinks is told, and the rest is said', async () => {
  const said: string[] = []
  const { conversation, troubles, doing } = converse(
    async function* () {
      yield { kind: 'say', text: '語' }
      await wait(20)
      yield { kind: 'say', text: 'And yet.' }
    },
    async (text) => {
      said.push(text)
      if (text === '語') throw new Error('Nothing to speak.')
    },
  )
  await conversation.answer({ text: 'Hi', person: ada })
  expect(said).toEqual(['語', 'And yet.'])
  expect(troubles).toEqual(['Nothing to speak.'])
  expect(doing.at(-1)).toBe('idle')
})

test('a reminder that cannot be spoken is told', async () => {
  const { conversation, troubles } = converse(
    async function* () {
      await wait(30)
      yield { kind: 'say', text: 'Yes.' }
    },
    async (text) => {
      if (text === 'Tea!') throw new Error('The voice broke down.')
    },
  )
  const answering = conversation.answer({ text: 'Hi', person: ada })
  await conversation.tell('Tea!')
  await answering
  expect(troubles).toEqual(['The voice broke down.'])
})

test('a mind is told the language of what was said last', async () => {
  const languages: string[] = []
  const { conversation } = converse(
    async function* ({ language }) {
      languages.push(language)
      yield { kind: 'say', text: 'Ja.' }
    },
    async () => {},
  )
  await conversation.answer({ text: 'Hallo', person: ada })
  expect(languages).toEqual(['de'])
})

test('it thinks until its first line, and no longer', async () => {
  const { conversation, pondering } = converse(
    async function* () {
      await wait(20)
      yield { kind: 'say', text: 'Yes.' }
    },
    async () => {
      expect(pondering.slice(0, 2)).toEqual(['begins', 'ends'])
    },
  )
  await conversation.answer({ text: 'Hi', person: ada })
  expect(pondering.slice(0, 2)).toEqual(['begins', 'ends'])
})

test('while it listens, pauses after a while of speech are acknowledged, not too often', () => {
  const { conversation, actor, pass } = converse(
    async function* () {},
    async () => {},
  )
  conversation.acknowledge(3)
  expect(actor.acknowledge).not.toHaveBeenCalled()
  conversation.listen(true)
  conversation.acknowledge(0.5)
  expect(actor.acknowledge).not.toHaveBeenCalled()
  conversation.acknowledge(1.2)
  pass(0.5)
  conversation.acknowledge(1.2)
  expect(actor.acknowledge).toHaveBeenCalledTimes(1)
  pass(0.5)
  conversation.acknowledge(1.2)
  expect(actor.acknowledge).toHaveBeenCalledTimes(2)
  conversation.listen(false)
  pass(5)
  conversation.acknowledge(2)
  expect(actor.acknowledge).toHaveBeenCalledTimes(2)
})
