import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { type ColumnType, type Generated, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { MIGRATIONS } from './migrations/index.ts'

type Timestamp = ColumnType<Date, Date, Date>

/** Something a person wants to do, perhaps by a time; with `remindAt` the actor says so then. */
type TodoTable = {
  id: Generated<number>
  owner: string
  text: string
  due: Timestamp | null
  remind_at: Timestamp | null
  reminded_at: Timestamp | null
  done_at: Timestamp | null
  created_at: Generated<Timestamp>
}

/** What an actor remembers of a person, in a sentence; the person may read and delete it. */
type MemoryTable = { id: Generated<number>; owner: string; text: string; created_at: Generated<Timestamp> }

export type Tables = { todo: TodoTable; memory: MemoryTable }
export type Database = Kysely<Tables>

/**
 * Opens the store and brings its tables up to date.
 *
 * @param url  `postgres://…` for a server of that kind; a folder for its embedded twin; `memory://` for nothing kept.
 */
export async function openDatabase(url: string): Promise<Database> {
  const isServer = /^postgres(ql)?:/.test(url)
  const dialect = isServer
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 8 }) })
    : new PGliteDialect({ pglite: () => openTwin(url) })
  const database: Database = new Kysely({ dialect })
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => MIGRATIONS },
  }).migrateToLatest()
  if (error !== undefined) {
    await database.destroy()
    throw new Error(`The store at ${withoutPassword(url)} cannot be opened: ${(error as Error).message}.`, {
      cause: error,
    })
  }
  return database
}

async function openTwin(url: string): Promise<PGlite> {
  if (!url.startsWith('memory:')) await mkdir(url, { recursive: true })
  return PGlite.create(url)
}

/** Addresses are logged; passwords are not. */
const withoutPassword = (url: string): string => url.replace(/:[^:@/]*@/, ':…@')
