import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../store/database.ts'
import { createMemories } from '../../store/memories.ts'
import { createTodos } from '../../store/todos.ts'
import { requestIn } from '../requests.ts'
import { runTool } from './index.ts'
import type { ToolContext } from './tool.ts'

/** A Friday noon. */
const NOW = new Date(2026, 10, 20, 12, 0)
let database: Database
let context: ToolContext
let people = 0

beforeAll(async () => {
  database = await openDatabase('memory://')
}, 60_000)
afterAll(() => database.destroy())
beforeEach(() => {
  context = {
    owner: `person-${++people}`,
    now: () => NOW,
    todos: createTodos(database),
    memories: createMemories(database),
  }
})

/** What the actor answers to a sentence that asks for something. */
async function ask(text: string): Promise<string> {
  const request = requestIn(text, NOW)
  return request === undefined ? 'nothing was asked for' : runTool(context, request.tool, request.input)
}

test('a day with a list', async () => {
  expect(await ask('What is on my list?')).toBe('There is nothing on your list.')
  expect(await ask('Please add oat milk to my list.')).toBe('I have put "oat milk" on your list.')
  expect(await ask('Remind me to call Ben tomorrow at 5pm')).toBe('I will remind you to call Ben tomorrow at 17:00.')
  expect(await ask('Could you remind me in ten minutes to stretch?')).toBe(
    'I will remind you to stretch today at 12:10.',
  )
  expect(await ask("What's on my list?")).toBe(
    '3 things: stretch, today at 12:10; call Ben, tomorrow at 17:00; oat milk.',
  )
  expect(await ask('Move call Ben to Monday at 9am')).toBe(
    'I have changed it: call Ben, on Monday, November 23 at 09:00.',
  )
  expect(await ask('I am done with oat milk')).toBe('Well done. "oat milk" is ticked off.')
  expect(await ask('Remove stretch from my list')).toBe('"stretch" is off your list.')
  expect(await ask('List my todos')).toBe('One thing: call Ben, on Monday, November 23 at 09:00.')
})

test('what is unclear, gone or twofold is said', async () => {
  expect(await runTool(context, 'addTodo', { text: 'x', remind: 'when pigs fly' })).toMatch(
    /could not make out when "when pigs fly"/,
  )
  expect(await runTool(context, 'addTodo', { text: 'x', remind: 'yesterday at noon' })).toMatch(/has passed already/)
  expect(await ask('I finished the dishes')).toBe('There is nothing like "the dishes" on your list.')
  await ask('add red paint to my list')
  await ask('add blue paint to my list')
  expect(await ask('Remove paint from my list')).toBe(
    'Several things are like "paint": red paint; blue paint. Which one?',
  )
})

test('what a person asks to be remembered is theirs', async () => {
  expect(await ask('What do you know about me?')).toMatch(/^I remember nothing/)
  expect(await ask('Remember that I like jazz.')).toBe('I will remember that.')
  expect(await ask('What do you remember about me?')).toBe('This is what I remember: I like jazz.')
  expect(await ask('Forget about chess')).toBe('I remember nothing about "chess".')
  expect(await ask('Forget everything about me')).toBe('I have forgotten everything about you.')
})

test('the time is told', async () => {
  expect(await ask('What time is it?')).toBe('It is 12:00 PM on Friday, November 20, 2026.')
})

test('a tool that is not there, or given nonsense, answers what to do', async () => {
  expect(await runTool(context, 'launch', {})).toMatch(/^There is no tool "launch"\. There are: addTodo, /)
  expect(await runTool(context, 'addTodo', { text: '' })).toMatch(/^The tool "addTodo" cannot use that\. text: /)
  expect(await runTool(context, 'completeTodo', {})).toMatch(/which: /)
})

test.each(['Hello', 'How are you?', 'I am happy', 'Tell me a joke', ''])('"%s" asks for nothing', (text) => {
  expect(requestIn(text, NOW)).toBeUndefined()
})
