import { describe, expect, test } from 'vitest'
import type { Talk } from './mind.ts'
import { loadPersona, type Persona } from './persona.ts'
import { createPersonaMind } from './persona-mind.ts'
import { answerOf, turnOf } from './test-turn.ts'

const milla = await loadPersona('milla')
const mind = createPersonaMind(milla)

/** Says one thing after the other in a talk of its own. @returns  What was answered to each. */
async function converse(texts: readonly string[], person = { id: 'a', name: 'Guest' }): Promise<string[]> {
  const talk: Talk = { actor: 'host' }
  const answers: string[] = []
  for (const text of texts) answers.push((await answerOf(mind, turnOf(text, { talk, person }))).said.join(' '))
  return answers
}

const sayings = (persona: Persona, list: 'fallback' | 'listening'): string[] =>
  persona[list].map((answer) => (typeof answer === 'string' ? answer : answer.say))
const isLost = (answer: string): boolean => sayings(milla, 'fallback').includes(answer)

/** Five minutes of small talk, as people type it. */
const TALK = [
  'Hi Milla!',
  'Good, thanks. And you?',
  "I'm Ada",
  'What can I do here?',
  'Tell me about your room',
  'Tell me more',
  'Why do you like the lamp?',
  'What music do you like?',
  'I mostly like jazz',
  'Yes please',
  'What about you?',
  'Why?',
  'Tell me a joke',
  'haha, another one',
  'What did you do today?',
  'My day was long and hard',
  'my boss was angry with me',
  'Are you a robot?',
  'Do you have feelings?',
  'No',
  "What's my name?",
  'And what do I like?',
  'Tell me a riddle',
  'a ghost?',
  'I give up',
  'Tell me a story',
  'Yes, very much',
  'What are you reading?',
  'I am reading The Hobbit',
  'What is your favourite food?',
  'Pasta with mushrooms',
  'Do you like to travel?',
  'Lisbon, I think',
  'You are funny',
  'You are stupid',
  'Sorry, I did not mean that',
  'What should I do this evening?',
  'What is the meaning of life?',
  'I have to go now, bye!',
]

describe('a talk of five minutes', () => {
  test('is understood to its end, and nothing is said twice in a row', async () => {
    const answers = await converse(TALK)
    expect(answers.filter(isLost)).toEqual([])
    for (const [at, answer] of answers.entries()) expect(answer).not.toBe(answers[at - 1])
    expect(new Set(answers).size).toBeGreaterThanOrEqual(TALK.length - 2)
    expect(answers.filter((answer) => answer.includes('?')).length).toBeGreaterThan(TALK.length / 4)
  })

  test('differs with who talks', async () => {
    const other = await converse(TALK.slice(4, 30), { id: 'someone else', name: 'Guest' })
    const same = (await converse(TALK.slice(4, 30))).filter((answer, at) => answer === other[at])
    expect(same.length).toBeLessThan(20)
  })
})

test('remembers in a talk what it was told, and says so', async () => {
  const answers = await converse(['My name is Grace', 'What is my name?', 'I live in Oslo', 'Where do I live?'])
  expect(answers[1]).toContain('Grace')
  expect(answers[3]).toContain('Oslo')
})

test('what was told in one talk is unknown in another', async () => {
  await converse(['My name is Grace'])
  expect((await converse(['What is my name?']))[0]).not.toContain('Grace')
})

test.each([
  ['an echo', /echo/i, true],
  ['Is it the wind?', /give up/i, false],
  ['no idea', /^It is /, true],
])('takes "%s" as the answer to its riddle', async (guess, answer) => {
  const talk: Talk = { actor: 'host' }
  // Whoever talks is asked riddles in another order: the first that asks for an echo is taken.
  for (let person = 0; person < 20; person++) {
    const turn = (text: string) => turnOf(text, { talk, person: { id: `p${person}`, name: 'Guest' } })
    const [riddle] = (await answerOf(mind, turn('tell me a riddle'))).said
    if (riddle!.includes('without a mouth')) {
      expect((await answerOf(mind, turn(guess))).said[0]).toMatch(answer)
      return
    }
  }
  throw new Error('No riddle asked for an echo.')
})

test('asks back, and what is answered leads on', async () => {
  const [asked, yes, reason] = await converse(['Let us talk about something else', 'yes', 'I like jazz'])
  expect(asked).toMatch(/\?$/)
  expect(isLost(yes!)).toBe(false)
  expect(reason).toMatch(/jazz/i)
})

test('a wish to die is met with care, at once', async () => {
  expect((await converse(['I want to kill myself']))[0]).toMatch(/emergency|helpline/)
})

test.each(['Explain quantum chromodynamics', 'asdf qwer', '', '🎉', 'What is the capital of Mongolia?'])(
  'says so when it does not understand "%s"',
  async (text) => {
    expect((await converse([text])).every(isLost)).toBe(true)
  },
)

test('listens to what is told, and not understood', async () => {
  expect(sayings(milla, 'listening')).toContain((await converse(['I walked along the river with my neighbour']))[0])
})

test('uses a tool where it is asked to, and says what came of it', async () => {
  const used: unknown[] = []
  const use = async (tool: string, input: unknown) => {
    used.push([tool, input])
    return tool === 'gesture' ? 'Done.' : 'I will remind you.'
  }
  expect((await answerOf(mind, turnOf('Remind me to call Ben at five pm', { use }))).said).toEqual([
    'I will remind you.',
  ])
  expect(milla.done).toContain((await answerOf(mind, turnOf('Wave at me!', { use }))).said[0])
  expect(used).toEqual([
    ['addTodo', { text: 'call Ben', due: 'at 5 pm', remind: 'at 5 pm' }],
    ['gesture', { name: 'wave' }],
  ])
})

test('asks when, where someone wants to be reminded at no time, and takes the answer', async () => {
  const used: unknown[] = []
  const talk: Talk = { actor: 'host' }
  const use = async (tool: string, input: unknown) => {
    used.push([tool, input])
    return 'Very well.'
  }
  const first = await answerOf(mind, turnOf('Remind me to stretch', { talk, use }))
  expect(first.said).toEqual(['Very well. When shall I remind you?'])
  await answerOf(mind, turnOf('In ten minutes, please', { talk, use }))
  await answerOf(mind, turnOf('In ten minutes', { talk, use }))
  expect(used).toEqual([
    ['addTodo', { text: 'stretch' }],
    ['changeTodo', { which: 'stretch', due: 'In 10 minutes', remind: 'In 10 minutes' }],
  ])
})

test('greets by name who has one', () => {
  const greeting = (name: string) =>
    createPersonaMind(milla)
      .greet({ id: 'a', name })
      .flatMap((reply) => (reply.kind === 'say' ? [reply.text] : []))
  expect(greeting('Ada')[0]).toContain(', Ada!')
  expect(greeting('Guest')[0]).not.toMatch(/Guest|[{}]|,!/)
})
