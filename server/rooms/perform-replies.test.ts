import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { type Actor, loadCatalogue, openContent } from '../../engine/api/host.ts'
import type { Reply } from '../mind/mind.ts'
import { createActing } from './act-out.ts'
import { performReplies } from './perform-replies.ts'

const catalogue = await loadCatalogue(openContent(), 'studio')

/** What an actor did, in order, when lines take a moment each. */
async function perform(replies: readonly Reply[], signal = new AbortController().signal): Promise<string[]> {
  const done: string[] = []
  const actor = {
    say: async (text: string) => {
      done.push(text)
      await wait(5)
    },
    gesture: (name: string) => void done.push(`<${name}>`),
    express: (name: string) => void done.push(`<${name}>`),
  }
  const onFirst = vi.fn()
  await performReplies(actor as unknown as Actor, replies, { signal, onFirst, actOut: createActing(catalogue) })
  return done
}

const say = (text: string): Reply => ({ kind: 'say', text })

test('does what the mind says, and nothing else', async () => {
  expect(await perform([{ kind: 'gesture', name: 'nod' }, say('Hello!')])).toEqual(['<nod>', 'Hello!'])
})

test('finds for itself what goes with a line, where the mind does not say', async () => {
  expect(await perform([say('Hello!')])).toEqual(['<friendly>', '<wave>', 'Hello!'])
  expect(await perform([say('No, not at all.')])).toEqual(['<shake>', 'No, not at all.'])
})

test('gestures neither at every sentence nor twice the same in a row', async () => {
  const lines = ['Yes.', 'No.', 'Of course.', 'Never.', 'Here it is.', 'Try it.', 'This is new.'].map(say)
  const done = await perform(lines)
  const gestures = done.filter((one) => one.startsWith('<'))
  expect(gestures.length).toBeGreaterThan(0)
  expect(gestures.length).toBeLessThanOrEqual(Math.ceil(lines.length / 2))
  for (const [at, name] of gestures.entries()) expect(name).not.toBe(gestures[at - 1])
})

test('waits with the hands until their line begins', async () => {
  const lines: Reply[] = [say('The train leaves at five.'), { kind: 'express', name: 'happy' }, say('I am on it.')]
  const done = await perform(lines)
  expect(done.indexOf('<happy>')).toBeGreaterThan(done.indexOf('The train leaves at five.'))
  expect(done).toHaveLength(3)
})

test('does nothing more once it is interrupted', async () => {
  const interruption = new AbortController()
  const replies = [say('One.'), { kind: 'gesture', name: 'nod' } as const, say('Two.')]
  setTimeout(() => interruption.abort(), 1)
  expect(await perform(replies, interruption.signal)).not.toContain('<nod>')
})

test('tells of a gesture that fails after the first line', async () => {
  const actor = {
    say: async () => {},
    gesture: (name: string) => {
      throw new Error(`No gesture "${name}".`)
    },
  }
  const performing = performReplies(
    actor as unknown as Actor,
    [say('One.'), { kind: 'gesture', name: 'wawe' }, say('Two.')],
    { signal: new AbortController().signal, onFirst: vi.fn(), actOut: () => [] },
  )
  await expect(performing).rejects.toThrow('No gesture "wawe".')
})
