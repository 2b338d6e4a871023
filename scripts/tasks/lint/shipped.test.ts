/** Every show that comes with the engine, and every take, as a viewer would see it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTENT_FOLDER } from '../../../engine/api/node.ts'
import { runLint } from './run-lint.ts'

const SHOWS = join(import.meta.dirname, '../../shows')
const TAKES = join(CONTENT_FOLDER, 'takes')

const files = (folder: string, ending: string): string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [join(folder, file)] : []))

test.each([...files(SHOWS, '.ts'), ...files(TAKES, '.json')])(
  '%s holds nothing uncanny',
  async (file) => {
    let said = ''
    const write = (text: string) => {
      said += text
    }
    const code = await runLint([file], { out: { write }, err: { write } })
    expect(code, said).toBe(0)
  },
  60_000,
)
