import * as z from 'zod'
import { MOST_TODOS, type Todo } from '../../store/todos.ts'
import { findAlike } from '../find-alike.ts'
import { turnRound } from '../turn-round.ts'
import { sayErrand } from './say-reminders.ts'
import { defineTool, type ToolContext } from './tool.ts'
import { type Clock, findWhen, sayWhen } from './when.ts'

const text = z.string().trim().min(1).max(500)
const moment = z.string().max(100).describe('In words, as the person said it: "tomorrow at five", "in ten minutes"')
/** By number, or by what it says: people name things, models know numbers. */
const which = z.union([z.int(), z.string().min(1).max(500)]).describe('Number of the todo, or words of it')

export const addTodo = defineTool({
  name: 'addTodo',
  description: 'Writes down something the person wants to do. With `remind` the actor says so when the time has come.',
  input: z.object({ text, due: moment.optional(), remind: moment.optional() }),
  changes: 'lists',
  async run({ owner, now, zone, todos }, input) {
    const clock = { now: now(), zone }
    const [due, remindAt] = [input.due, input.remind].map((words) =>
      words === undefined ? undefined : findWhen(words, clock)?.date,
    )
    const unclear =
      (input.remind !== undefined && !remindAt && input.remind) || (input.due !== undefined && !due && input.due)
    if (unclear) return `I could not make out when "${unclear}" is. Say a day or a time, such as "tomorrow at five".`
    if (remindAt !== undefined && remindAt <= clock.now)
      return `${capital(sayWhen(remindAt, clock))} has passed already. Say a time to come.`
    const todo = await todos.add(owner, { text: input.text, due, remindAt })
    if (todo === undefined) return `Your list is full: it holds ${MOST_TODOS}. Finish or remove something first.`
    return remindAt === undefined
      ? `I have put "${turnRound(todo.text)}" on your list.`
      : `I will remind you ${sayErrand(todo.text)} ${sayWhen(remindAt, clock)}.`
  },
})

export const listTodos = defineTool({
  name: 'listTodos',
  description: 'Tells what the person still wants to do, the soonest first.',
  input: z.object({}),
  async run({ owner, now, zone, todos }) {
    const list = await todos.list(owner)
    if (list.length === 0) return 'There is nothing on your list.'
    const lines = list.slice(0, 7).map((todo) => describe(todo, { now: now(), zone }))
    const more = list.length > 7 ? ` And ${list.length - 7} more.` : ''
    return `${list.length === 1 ? 'One thing' : `${list.length} things`}: ${lines.join('; ')}.${more}`
  },
})

export const changeTodo = defineTool({
  name: 'changeTodo',
  description: 'Changes the words of a todo, or when it is due or to be reminded of.',
  input: z.object({ which, text: text.optional(), due: moment.optional(), remind: moment.optional() }),
  changes: 'lists',
  async run(context, input) {
    const found = await find(context, input.which)
    if (typeof found === 'string') return found
    const clock = { now: context.now(), zone: context.zone }
    const at = (words: string | undefined) => (words === undefined ? undefined : findWhen(words, clock)?.date)
    const changed = await context.todos.change(context.owner, found.id, {
      text: input.text,
      due: at(input.due),
      remindAt: at(input.remind),
    })
    return changed === undefined ? nothingLike(input.which) : `I have changed it: ${describe(changed, clock)}.`
  },
})

export const completeTodo = defineTool({
  name: 'completeTodo',
  description: 'Ticks a todo off as done.',
  input: z.object({ which }),
  changes: 'lists',
  async run(context, input) {
    const found = await find(context, input.which)
    if (typeof found === 'string') return found
    await context.todos.complete(context.owner, found.id, context.now())
    return `Well done. "${turnRound(found.text)}" is ticked off.`
  },
})

export const removeTodo = defineTool({
  name: 'removeTodo',
  description: 'Takes a todo off the list without its being done.',
  input: z.object({ which }),
  changes: 'lists',
  async run(context, input) {
    const found = await find(context, input.which)
    if (typeof found === 'string') return found
    await context.todos.remove(context.owner, found.id)
    return `"${turnRound(found.text)}" is off your list.`
  },
})

/** The one open todo that is meant, or what to say instead. */
async function find({ owner, todos }: ToolContext, which: number | string): Promise<Todo | string> {
  const list = await todos.list(owner)
  const exact = list.find(({ id }) => id === which)
  const alike = findAlike(String(which), list, ({ text }) => text)
  if (exact !== undefined) return exact
  if (alike.length === 1) return alike[0]!
  if (alike.length === 0) return nothingLike(which)
  return `Several things are like "${which}": ${alike.map((todo) => turnRound(todo.text)).join('; ')}. Which one?`
}

const nothingLike = (which: number | string): string => `There is nothing like "${which}" on your list.`

function describe({ text, due, remind_at }: Todo, clock: Clock): string {
  const when = remind_at ?? due
  return when === null ? turnRound(text) : `${turnRound(text)}, ${sayWhen(when, clock)}`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
