import * as z from 'zod'
import { findAlike } from '../find-alike.ts'
import { turnRound } from '../turn-round.ts'
import { defineTool } from './tool.ts'

export const remember = defineTool({
  name: 'remember',
  description:
    'Keeps a fact about the person for later talks, because they asked for it. Never keep what they did not ask to be kept.',
  input: z.object({ fact: z.string().trim().min(1).max(500).describe('One sentence') }),
  changes: 'lists',
  async run({ owner, memories }, { fact }) {
    await memories.add(owner, fact)
    return 'I will remember that.'
  },
})

export const recall = defineTool({
  name: 'recall',
  description: 'Tells what is remembered of the person.',
  input: z.object({}),
  async run({ owner, memories }) {
    const list = await memories.list(owner)
    return list.length === 0
      ? 'I remember nothing about you, and that is how it stays unless you ask.'
      : `This is what I remember: ${list.map(({ text }) => turnRound(text)).join('; ')}.`
  },
})

export const forget = defineTool({
  name: 'forget',
  description: 'Forgets what is remembered of the person: what is like the words given, or everything.',
  input: z.object({ like: z.string().max(500).optional().describe('Words of what to forget; absent, everything') }),
  changes: 'lists',
  async run({ owner, memories }, { like }) {
    if (like === undefined) {
      const count = await memories.forgetAll(owner)
      return count === 0 ? 'There was nothing to forget.' : 'I have forgotten everything about you.'
    }
    const alike = findAlike(like, await memories.list(owner), ({ text }) => text)
    for (const { id } of alike) await memories.forget(owner, id)
    return alike.length === 0 ? `I remember nothing about "${turnRound(like)}".` : 'I have forgotten it.'
  },
})
