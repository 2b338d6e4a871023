import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Actor, SpeakOptions } from '../../engine/api/host.ts'
import type { Reply } from '../mind/mind.ts'
import { performReplies } from './perform-replies.ts'

/** What an actor did, in order, when lines take a moment each; what goes along with a line stands before it. */
async function perform(replies: readonly Reply[], signal = new AbortController().signal): Promise<string[]> {
  const done: string[] = []
  const actor = {
    say: async (text: string, { acts = [] }: SpeakOptions) => {
      done.push([...acts.map(({ name }) => `<${name}>`), text].join(' '))
      await wait(5)
    },
    gesture: (name: string) => void done.push(`<${name}>`),
    express: (name: string) => void done.push(`<${name}>`),
  }
  await performReplies(actor as unknown as Actor, replies, { signal, onFirst: vi.fn() })
  return done
}

const say = (text: string): Reply => ({ kind: 'say', text })
const nod: Reply = { kind: 'gesture', name: 'nod' }

test('gives what the mind says of hands and face along with the line that follows', async () => {
  const smile: Reply = { kind: 'express', name: 'happy' }
  expect(await perform([nod, smile, say('Hello!'), say('How are you?')])).toEqual([
    '<nod> <happy> Hello!',
    'How are you?',
  ])
})

test('does at once what no line follows', async () => {
  expect(await perform([say('Hello!'), nod])).toEqual(['Hello!', '<nod>'])
})

test('says nothing of what nobody can say', async () => {
  expect(await perform([nod, say('😀 🎉'), say('Hello!'), say('…')])).toEqual(['<nod> Hello!'])
})

test('does nothing more once it is interrupted', async () => {
  const interruption = new AbortController()
  async function* replies() {
    yield say('One.')
    interruption.abort()
    yield nod
    yield say('Two.')
  }
  const said: string[] = []
  const actor = { say: async (text: string) => void said.push(text), gesture: () => void said.push('<nod>') }
  await performReplies(actor as unknown as Actor, replies(), { signal: interruption.signal, onFirst: vi.fn() })
  expect(said).toEqual(['One.'])
})

test('tells of a line that fails after the first', async () => {
  const actor = {
    say: async (_: string, { acts = [] }: SpeakOptions) => {
      if (acts.length > 0) throw new Error(`No gesture "${acts[0]!.name}".`)
    },
  }
  const replies: Reply[] = [say('One.'), { kind: 'gesture', name: 'wawe' }, say('Two.')]
  const performing = performReplies(actor as unknown as Actor, replies, {
    signal: new AbortController().signal,
    onFirst: vi.fn(),
  })
  await expect(performing).rejects.toThrow('No gesture "wawe".')
})
