import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../store/database.ts'
import { createTodos, type Todos } from '../store/todos.ts'
import { remind } from './remind.ts'
import type { RoomContext } from './room-context.ts'

const NOON = new Date('2026-11-20T12:00:00Z')
const at = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)
let database: Database
let todos: Todos
const said: string[] = []

beforeAll(async () => {
  database = await openDatabase('memory://')
  todos = createTodos(database)
}, 60_000)
afterAll(() => database.destroy())
beforeEach(() => void said.splice(0))

/** A room in which these people are, at some time. */
const roomWith = (people: readonly string[], now: Date): RoomContext =>
  ({
    id: 'room',
    visitors: () => people.map((name) => ({ name, owner: name.toLowerCase() })),
    company: {
      addressee: () => ({
        conversation: {
          maySay: async (text: string) => !text.includes('damn'),
          tell: async (text: string) => void said.push(text),
        },
      }),
    },
    backstage: {
      todos,
      today: () => now,
      now: () => 0,
      log: { error: vi.fn() },
      metrics: { degraded: { inc: vi.fn() } },
    },
  }) as unknown as RoomContext

test('a reminder is said when it is due, once', async () => {
  await todos.add('ada', { text: 'stretch', remindAt: at(10) })
  await remind(roomWith(['Ada'], at(9)))
  expect(said).toEqual([])
  await remind(roomWith(['Ada'], at(10)))
  await remind(roomWith(['Ada'], at(11)))
  expect(said).toEqual(['Ada, you asked me to remind you to stretch.'])
})

test('what comes due while nobody is there is kept until they are back', async () => {
  await todos.add('ben', { text: 'call my mother', remindAt: at(10) })
  await remind(roomWith([], at(20)))
  await remind(roomWith(['Ada'], at(30)))
  expect(said).toEqual([])
  await remind(roomWith(['Ada', 'Ben'], at(60)))
  expect(said).toEqual([
    'Ben, while you were away a reminder came due. You wanted me to remind you to call your mother.',
  ])
})

test('many at once are said in one go, the earliest first; each person hears their own', async () => {
  await todos.add('cem', { text: 'the meeting', remindAt: at(11) })
  await todos.add('cem', { text: 'water the plants', remindAt: at(10) })
  await todos.add('cem', { text: 'eat', remindAt: at(10.5) })
  await todos.add('dot', { text: 'rest', remindAt: at(11) })
  await remind(roomWith(['Cem', 'Dot'], at(11)))
  expect(said).toEqual([
    'Cem, you asked me to remind you to water the plants, to eat, and of the meeting.',
    'Dot, you asked me to remind you to rest.',
  ])
})

test('two tabs of one person hear it once', async () => {
  await todos.add('eve', { text: 'breathe', remindAt: NOON })
  await remind(roomWith(['Eve', 'Eve'], at(1)))
  expect(said).toHaveLength(1)
})

test('what an actor does not say is left on the list', async () => {
  await todos.add('fay', { text: 'mow the damn lawn', remindAt: NOON })
  await todos.add('fay', { text: 'rest', remindAt: NOON })
  await remind(roomWith(['Fay'], at(1)))
  expect(said).toEqual(['Fay, you asked me to remind you of something that is better read than said, and to rest.'])
})
