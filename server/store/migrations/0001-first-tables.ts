import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const firstTables: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('todo')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('owner', 'varchar(80)', (column) => column.notNull())
      .addColumn('text', 'varchar(500)', (column) => column.notNull())
      .addColumn('due', 'timestamptz')
      .addColumn('remind_at', 'timestamptz')
      .addColumn('reminded_at', 'timestamptz')
      .addColumn('done_at', 'timestamptz')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await database.schema.createIndex('todo_owner').on('todo').columns(['owner', 'done_at']).execute()
    await database.schema
      .createTable('memory')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('owner', 'varchar(80)', (column) => column.notNull())
      .addColumn('text', 'varchar(500)', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await database.schema.createIndex('memory_owner').on('memory').column('owner').execute()
  },
  async down(database: Kysely<unknown>) {
    await database.schema.dropTable('memory').execute()
    await database.schema.dropTable('todo').execute()
  },
}
