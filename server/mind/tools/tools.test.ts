import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStage, loadCatalogue, openContent, type Stage } from '../../../engine/api/host.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { createMemories } from '../../store/memories.ts'
import { createTodos } from '../../store/todos.ts'
import { requestIn } from '../requests/index.ts'
import { runTool } from './index.ts'
import type { ToolContext } from './tool.ts'

/** A Friday noon in Berlin, whatever the clock of the machine says. */
const NOW = new Date('2026-11-20T12:00:00+01:00')
const catalogue = await loadCatalogue(openContent(), 'studio')
let database: Database
let context: ToolContext
let stage: Stage
let people = 0

beforeAll(async () => {
  database = await openDatabase('memory://')
}, 60_000)
afterAll(() => database.destroy())
beforeEach(() => {
  stage = createStage({ catalogue, seed: 1 })
  stage.spawnActor({ id: 'host' })
  stage.step()
  context = {
    owner: `person-${++people}`,
    now: () => NOW,
    zone: 'Europe/Berlin',
    todos: createTodos(database),
    memories: createMemories(database),
    stage,
    actor: 'host',
  }
})

/** What the actor answers to a sentence that asks for something. */
async function ask(text: string): Promise<string> {
  const request = requestIn(text, NOW, 'Milla')
  return request === undefined ? 'nothing was asked for' : runTool(context, request.tool, request.input)
}

/** Commands that the stage was given, after the actor came on. */
const commands = () => stage.world.log.slice(1).map(({ name, input }) => [name, input])

test('a day with a list', async () => {
  expect(await ask('What is on my list?')).toBe('There is nothing on your list.')
  expect(await ask('Please add oat milk to my list.')).toBe('I have put "oat milk" on your list.')
  expect(await ask('Remind me to call Ben tomorrow at 5pm')).toBe('I will remind you to call Ben tomorrow at 5 PM.')
  expect(await ask('Could you remind me in ten minutes to stretch?')).toBe(
    'I will remind you to stretch in 10 minutes.',
  )
  expect(await ask("What's on my list?")).toBe(
    '3 things: stretch, in 10 minutes; call Ben, tomorrow at 5 PM; oat milk.',
  )
  expect(await ask('Move call Ben to Monday at 9am')).toBe(
    'I have changed it: call Ben, on Monday, November 23 at 9 AM.',
  )
  expect(await ask('I am done with oat milk')).toBe('Well done. "oat milk" is ticked off.')
  expect(await ask('Remove stretch from my list')).toBe('"stretch" is off your list.')
  expect(await ask('List my todos')).toBe('One thing: call Ben, on Monday, November 23 at 9 AM.')
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
  expect(await ask('What do you remember about me?')).toBe('This is what I remember: you like jazz.')
  expect(await ask('Forget about chess')).toBe('I remember nothing about "chess".')
  expect(await ask('Forget everything about me')).toBe('I have forgotten everything about you.')
})

test('the time is told where the person is', async () => {
  expect(await ask('What time is it?')).toBe('It is 12 PM.')
  expect(await ask("What's the date today?")).toBe('Today is Friday, November 20, 2026.')
  expect(await ask("what's the date tomorrow")).toBe('Tomorrow is Saturday, November 21, 2026.')
  expect(await ask('What day is December 24th?')).toBe('That is Thursday, December 24, 2026.')
  expect(await ask('Remind me to call Ben at five pm')).toBe('I will remind you to call Ben today at 5 PM.')
  expect((await context.todos.list(context.owner))[0]!.remind_at).toEqual(new Date('2026-11-20T17:00:00+01:00'))
  context = { ...context, zone: 'America/New_York' }
  expect(await ask('What time is it?')).toBe('It is 6 AM.')
  await ask('Remind me to call Ada at five pm')
  expect((await context.todos.list(context.owner))[1]!.remind_at).toEqual(new Date('2026-11-20T17:00:00-05:00'))
})

test('a time on the day on which clocks are changed is the one on the wall', async () => {
  context = { ...context, now: () => new Date('2026-10-24T20:00:00Z') }
  await ask('Remind me to get up tomorrow at 8 am')
  expect((await context.todos.list(context.owner))[0]!.remind_at).toEqual(new Date('2026-10-25T08:00:00+01:00'))
})

test.each([
  ['Wave at me, please', 'gesture', { name: 'wave' }],
  ['Can you nod?', 'gesture', { name: 'nod' }],
  ['Could you smile for me, Milla?', 'express', { name: 'happy' }],
  ['Look sad', 'express', { name: 'sad' }],
  ['Make a surprised face', 'express', { name: 'surprised' }],
  ['show me a close-up', 'cutTo', { shot: 'close-up' }],
  ['Please switch to the wide shot', 'cutTo', { shot: 'wide' }],
  ['Can I see your whole room?', 'cutTo', { shot: 'wide' }],
  ['come closer', 'cutTo', { shot: 'close-up' }],
  ['zoom out', 'cutTo', { shot: 'full' }],
  ['show me all of you', 'cutTo', { shot: 'full' }],
  ['Show me the picture of the lake', 'showMedia', { media: 'dusk' }],
  ['show me the map', 'showMedia', { media: 'island' }],
  ['Put the stars on the screen', 'showMedia', { media: 'stars' }],
  ['take the picture away', 'hideMedia', {}],
  ['Go to the left', 'walkTo', { mark: 'left' }],
  ['walk over to the screen', 'walkTo', { mark: 'presenter' }],
  ['Please sit down', 'sitDown', { seat: 'armchair' }],
  ['Take a seat', 'cutTo', { shot: 'wide' }],
  ['stand up', 'standUp', {}],
  ['Stand beside the screen, please', 'cutTo', { shot: 'wide' }],
  ['show me the map', 'moveTo', { mark: 'presenter' }],
  ['Be a bit stiller', 'setStillness', { stillness: 0.55 }],
  ['be quieter', 'setStillness', { stillness: 0.55 }],
  ['be livelier please', 'setStillness', { stillness: 0 }],
  ['look to the left', 'lookAt', { target: { kind: 'point', x: -2, y: 1.5, z: 1.2 } }],
  ['Look at me', 'lookAt', { target: { kind: 'camera' } }],
  ['Look up', 'lookAt', { target: { kind: 'point', x: 0, y: 3.1, z: 1.8 } }],
])('"%s" is done on the stage', async (text, name, input) => {
  expect(await ask(text)).toMatch(/^(?:Done\.|Here it is: ".+"\.|I am on my way; it takes \d+ seconds\.)$/)
  expect(commands()).toContainEqual([name, expect.objectContaining(input)])
})

test('what the stage has not is said, with what there is', async () => {
  expect(await ask('show me the money')).toMatch(/^I have no picture of "money"\. I can show you: "/)
  expect(await ask('Look at the window')).toMatch(/^I do not know where "window" is\. I can look at you, /)
  expect(await ask('do a backflip gesture')).toMatch(/No gesture "backflip"\. Known: air-quotes, .* more\.$/)
  expect(await runTool(context, 'cutTo', { shot: 'aerial' })).toMatch(/No shot "aerial"/)
  expect(await ask('Which pictures do you have?')).toMatch(/^I can show you: "/)
  expect(commands()).toEqual([])
})

test('who is sent elsewhere walks there in the sight of all, and is shown there once it has arrived', async () => {
  expect(await ask('walk over to the screen')).toBe('I am on my way; it takes 4 seconds.')
  for (let tick = 0; tick < 330; tick++) {
    stage.step()
    await Promise.resolve()
  }
  const { x, z } = stage.world.components.Transform
  const e = stage.world.lists.actors[0]!
  expect([x[e], z[e]]).toEqual([expect.closeTo(-0.12, 3), expect.closeTo(-1.72, 3)])
  expect(commands()).toEqual([
    ['walkTo', expect.objectContaining({ mark: 'presenter' })],
    ['cutTo', expect.objectContaining({ shot: 'wide' })],
    ['cutTo', expect.objectContaining({ shot: 'presenter' })],
  ])
  expect(await runTool(context, 'goTo', { mark: 'presenter' })).toBe('I am here already.')
})

test('a glance is over after a while, unless another began', async () => {
  await ask('look to the left')
  for (let tick = 0; tick < 60; tick++) stage.step()
  await ask('look to the right')
  const looks = () => commands().filter(([name]) => name === 'lookAt')
  for (let tick = 0; tick < 270; tick++) stage.step()
  await Promise.resolve()
  expect(looks()).toHaveLength(2)
  for (let tick = 0; tick < 60; tick++) stage.step()
  await Promise.resolve()
  expect(looks().at(-1)).toEqual(['lookAt', { actor: 'host', target: { kind: 'camera' } }])
})

test('a tool that is not there, or given nonsense, answers what to do', async () => {
  expect(await runTool(context, 'launch', {})).toMatch(/^There is no tool "launch"\. There are: addTodo, /)
  expect(await runTool(context, 'addTodo', { text: '' })).toMatch(/^The tool "addTodo" cannot use that\. text: /)
  expect(await runTool(context, 'completeTodo', {})).toMatch(/which: /)
})

test.each([
  'Hello',
  'How are you?',
  'I am happy',
  'Tell me a joke',
  'Do not wave',
  'I like to smile',
  'Do you remember me?',
  'Forget it',
  'What would you like to see?',
  'Why do you look so sad?',
  'The map is wrong',
  '',
])('"%s" asks for nothing', (text) => {
  expect(requestIn(text, NOW, 'Milla')).toBeUndefined()
})

test.each([
  ['Milla, remind me to stretch in ten minutes, please', 'addTodo'],
  ["Don't let me forget to water the plants tomorrow", 'addTodo'],
  ['set a timer for five minutes', 'addTodo'],
  ['put bread on my shopping list', 'addTodo'],
  ['What do I have to do today?', 'listTodos'],
  ['do I have any reminders?', 'listTodos'],
  ['tick off the bread', 'completeTodo'],
  ['cancel the reminder to stretch', 'removeTodo'],
  ['postpone the call to Monday', 'changeTodo'],
  ['keep in mind that my sister is called Eva', 'remember'],
  ['what do you remember about me', 'recall'],
  ['forget that I like jazz', 'forget'],
  ['delete everything you know about me', 'forget'],
  ['hey Milla what time is it', 'tellTime'],
])('"%s" asks for %s', (text, tool) => {
  expect(requestIn(text, NOW, 'Milla')?.tool).toBe(tool)
})

test('things are found however they are said', async () => {
  await ask('add call my mother to my list')
  expect(await ask('I finished calling my mother')).toBe('Well done. "call your mother" is ticked off.')
  await ask('Remember that I like jazz')
  expect(await ask('forget that I like jazz')).toBe('I have forgotten it.')
})

test('an actor can be asked for another manner, and for more of it', async () => {
  const manners = () =>
    commands()
      .filter(([name]) => name === 'setManner')
      .map(([, input]) => input)
  expect(await ask('Could you be more formal, please?')).toBe('Done.')
  expect(manners()).toEqual([{ actor: 'host', manner: 'casual', towards: 'professional', share: 0.7 }])
  stage.step()
  expect(await ask('Milla, be more professional')).toBe('Done.')
  expect(manners().at(-1)).toMatchObject({ manner: 'professional' })
  stage.step()
  expect(await ask('Be formal')).toBe('I am that already, as much as I can.')
  for (const [text, manner] of [
    ['Calm down.', 'calm'],
    ['Be a little more enthusiastic!', 'enthusiastic'],
    ['talk like a professor', 'academic'],
    ["Don't be so stiff.", 'casual'],
    ['be shy', 'shy'],
  ] as const) {
    expect(requestIn(text, NOW, 'Milla'), text).toEqual({ tool: 'setManner', input: { manner } })
  }
  expect(await runTool(context, 'setManner', { manner: 'profesional' })).toContain('Did you mean "professional"?')
})
