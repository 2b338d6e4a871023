import { expect, test } from 'vitest'
import type { Reply } from './mind.ts'
import { loadPersona } from './persona.ts'
import { createPersonaMind } from './persona-mind.ts'
import { turnOf } from './test-turn.ts'

const persona = await loadPersona('milla')
const someone = { id: 'a', name: 'Ada' }

/** A tool that answers what it was asked. */
const useNothing = async (tool: string, input: unknown) => `${tool} ${JSON.stringify(input)}`

async function answer(text: string, mind = createPersonaMind(persona)): Promise<Reply[]> {
  const replies: Reply[] = []
  for await (const reply of mind.reply(turnOf(text, { use: useNothing }), new AbortController().signal))
    replies.push(reply)
  return replies
}

const said = (replies: readonly Reply[]) => replies.flatMap((reply) => (reply.kind === 'say' ? [reply.text] : []))

test.each([
  ['Hello!', 'greet'],
  ['hey there Milla', 'greet'],
  ['How are you today?', 'how-are-you'],
  ['what’s your name?', 'name'],
  ['Are you a real human or a robot?', 'ai'],
  ['Could you wave at me please', 'wave'],
  ['Tell me another joke', 'joke'],
  ['thank you so much', 'thanks'],
  ['I have to go now, bye', 'bye'],
])('understands "%s"', async (text, name) => {
  const intent = persona.intents.find((one) => one.name === name)!
  expect(intent.answers).toContain(said(await answer(text))[0])
})

test.each(['Explain quantum chromodynamics', 'asdf qwer', '', '🎉'])(
  'says so when it does not understand "%s"',
  async (text) => {
    expect(persona.fallback).toContain(said(await answer(text))[0])
  },
)

test('does not repeat itself at once', async () => {
  const mind = createPersonaMind(persona)
  expect(said(await answer('hello', mind))).not.toEqual(said(await answer('hello', mind)))
})

test('waves when it is asked to, before it speaks', async () => {
  expect((await answer('wave')).map(({ kind }) => kind)).toEqual(['gesture', 'say'])
})

test('uses a tool where it is asked to, and says what came of it', async () => {
  expect(await answer('Remind me to call Ben at five pm')).toEqual([
    { kind: 'gesture', name: 'nod' },
    { kind: 'say', text: 'addTodo {"text":"call Ben","due":"at 5 pm","remind":"at 5 pm"}' },
  ])
})

test('greets by name of the persona’s own words', () => {
  const greeting = createPersonaMind(persona).greet(someone)
  expect(persona.greeting).toContain(said(greeting)[0])
})
