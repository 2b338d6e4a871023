import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { type ColumnType, type Generated, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { MIGRATIONS } from './migrations/index.ts'

type Timestamp = ColumnType<Date, Date, Date>
/** Set by the store when a row is made. */
type MadeAt = ColumnType<Date, Date | undefined, never>

/** Something a person wants to do, perhaps by a time; with `remindAt` the actor says so then. */
type TodoTable = {
  id: Generated<number>
  owner: string
  text: string
  due: Timestamp | null
  remind_at: Timestamp | null
  reminded_at: Timestamp | null
  done_at: Timestamp | null
  created_at: MadeAt
}

/** What an actor remembers of a person, in a sentence; the person may read and delete it. */
type MemoryTable = { id: Generated<number>; owner: string; text: string; created_at: MadeAt }

export type Tables = { todo: TodoTable; memory: MemoryTable }
export type Database = Kysely<Tables>

/** Milliseconds until a server that does not answer counts as gone: people wait for what they asked. */
const PATIENCE = 5000

/**
 * Opens the store and brings its tables up to date.
 *
 * @param url   `postgres://…` for a server of that kind; a folder for its embedded twin; `memory://` for nothing kept.
 * @param onLost  Told when a server's line breaks while nothing is asked of it. What is asked next is tried on a new one.
 * @throws      One sentence that says what to do.
 */
export async function openDatabase(url: string, onLost: (error: Error) => void = () => {}): Promise<Database> {
  const isServer = /^postgres(ql)?:/.test(url)
  const database: Database = new Kysely({
    dialect: isServer
      ? new PostgresDialect({ pool: openPool(url, onLost) })
      : new PGliteDialect({ pglite: () => openTwin(url) }),
  })
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => MIGRATIONS },
  }).migrateToLatest()
  if (error !== undefined) {
    await database.destroy().catch(() => {})
    const advice = isServer
      ? 'Start that server, or set DATABASE_URL to a folder.'
      : 'Close what uses it or make it writable, or set DATABASE_URL to another folder.'
    throw new Error(`The store at ${withoutPassword(url)} cannot be opened: ${reasonOf(error as Error)}. ${advice}`, {
      cause: error,
    })
  }
  return database
}

function openPool(url: string, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  })
  pool.on('error', onLost)
  // A client that is asked something just then tells nobody but its own listeners; without one the process would end.
  pool.on('connect', (client) => client.on('error', onLost))
  return pool
}

async function openTwin(url: string): Promise<PGlite> {
  if (url.startsWith('memory:')) return PGlite.create(url)
  const unlock = await lockFolder(url)
  try {
    await mkdir(url, { recursive: true })
    const twin = await PGlite.create(url)
    const close = twin.close.bind(twin)
    return Object.assign(twin, { close: () => close().finally(unlock) })
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Several addresses that were tried come as one error without words. */
const reasonOf = (error: Error): string =>
  (error instanceof AggregateError ? String(error.errors[0]?.message ?? error.message) : error.message).replace(
    /\.$/,
    '',
  )

/** Addresses are logged; passwords are not. */
const withoutPassword = (url: string): string => url.replace(/:[^:@/]*@/, ':…@')
