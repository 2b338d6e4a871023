import type { Migration } from 'kysely/migration'
import { firstTables } from './0001-first-tables.ts'

/** In the order of their names; one that has run anywhere is never changed. */
export const MIGRATIONS: Record<string, Migration> = { '0001-first-tables': firstTables }
