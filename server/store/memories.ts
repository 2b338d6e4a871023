import type { Database } from './database.ts'

/** Sentences kept of one person; the oldest go first. */
export const MOST_MEMORIES = 100

export type Memory = { readonly id: number; readonly text: string; readonly created_at: Date }

/** What an actor remembers of people. It is theirs: they may list it and delete it. */
export const createMemories = (database: Database) => ({
  async add(owner: string, text: string): Promise<void> {
    await database.insertInto('memory').values({ owner, text }).execute()
    await database
      .deleteFrom('memory')
      .where('owner', '=', owner)
      .where(({ eb, selectFrom }) =>
        eb(
          'id',
          'not in',
          selectFrom('memory').select('id').where('owner', '=', owner).orderBy('id', 'desc').limit(MOST_MEMORIES),
        ),
      )
      .execute()
  },

  list: (owner: string): Promise<Memory[]> =>
    database
      .selectFrom('memory')
      .select(['id', 'text', 'created_at'])
      .where('owner', '=', owner)
      .orderBy('id')
      .execute(),

  async forget(owner: string, id: number): Promise<boolean> {
    const { numDeletedRows } = await database
      .deleteFrom('memory')
      .where('owner', '=', owner)
      .where('id', '=', id)
      .executeTakeFirst()
    return numDeletedRows > 0n
  },

  async forgetAll(owner: string): Promise<number> {
    const { numDeletedRows } = await database.deleteFrom('memory').where('owner', '=', owner).executeTakeFirst()
    return Number(numDeletedRows)
  },
})

export type Memories = ReturnType<typeof createMemories>
