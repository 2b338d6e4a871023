import type { Selectable } from 'kysely'
import type { Database, Tables } from './database.ts'

export type Todo = Pick<Selectable<Tables['todo']>, 'id' | 'text' | 'due' | 'remind_at' | 'done_at'>

/** Open todos that one person may have: more are refused, so that nobody fills the store. */
export const MOST_TODOS = 200

const SHOWN = ['id', 'text', 'due', 'remind_at', 'done_at'] as const

/** What people want to do. Everything is asked for by its owner: nobody reads or changes another's. */
export const createTodos = (database: Database) => ({
  async add(
    owner: string,
    todo: { text: string; due?: Date | undefined; remindAt?: Date | undefined },
  ): Promise<Todo | undefined> {
    const { open } = await database
      .selectFrom('todo')
      .select(({ fn }) => fn.countAll<string>().as('open'))
      .where('owner', '=', owner)
      .where('done_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(open) >= MOST_TODOS) return undefined
    const { text, due = null, remindAt = null } = todo
    return database
      .insertInto('todo')
      .values({ owner, text, due, remind_at: remindAt })
      .returning(SHOWN)
      .executeTakeFirstOrThrow()
  },

  /** Those still open, the soonest first. */
  list: (owner: string): Promise<Todo[]> =>
    database
      .selectFrom('todo')
      .select(SHOWN)
      .where('owner', '=', owner)
      .where('done_at', 'is', null)
      .orderBy('due', (order) => order.asc().nullsLast())
      .orderBy('id')
      .execute(),

  change: (
    owner: string,
    id: number,
    to: { text?: string | undefined; due?: Date | undefined; remindAt?: Date | undefined },
  ): Promise<Todo | undefined> =>
    database
      .updateTable('todo')
      .set({
        ...(to.text === undefined ? {} : { text: to.text }),
        ...(to.due === undefined ? {} : { due: to.due }),
        ...(to.remindAt === undefined ? {} : { remind_at: to.remindAt, reminded_at: null }),
      })
      .where('owner', '=', owner)
      .where('id', '=', id)
      .returning(SHOWN)
      .executeTakeFirst(),

  complete: (owner: string, id: number, now: Date): Promise<Todo | undefined> =>
    database
      .updateTable('todo')
      .set({ done_at: now })
      .where('owner', '=', owner)
      .where('id', '=', id)
      .where('done_at', 'is', null)
      .returning(SHOWN)
      .executeTakeFirst(),

  remove: (owner: string, id: number): Promise<Todo | undefined> =>
    database.deleteFrom('todo').where('owner', '=', owner).where('id', '=', id).returning(SHOWN).executeTakeFirst(),

  /** Takes what is to be said now, once: of several servers only one gets each. */
  takeDue: (owners: readonly string[], now: Date): Promise<(Todo & { owner: string })[]> =>
    owners.length === 0
      ? Promise.resolve([])
      : database
          .updateTable('todo')
          .set({ reminded_at: now })
          .where('owner', 'in', owners)
          .where('remind_at', '<=', now)
          .where('reminded_at', 'is', null)
          .where('done_at', 'is', null)
          .returning([...SHOWN, 'owner'])
          .execute(),
})

export type Todos = ReturnType<typeof createTodos>
