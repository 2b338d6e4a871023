import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { lockFolder } from './folder-lock.ts'

let folder: string
let parent: string
beforeEach(async () => {
  parent = await mkdtemp(`${tmpdir()}/lock-`)
  folder = `${parent}/store`
})
afterEach(() => rm(parent, { recursive: true }))

test('a folder is taken once, and can be taken again when it was let go', async () => {
  const unlock = await lockFolder(folder)
  await expect(lockFolder(`${parent}/./store`)).rejects.toThrow(`process ${process.pid} has it open`)
  await unlock()
  await (await lockFolder(folder))()
})

test('another process that runs keeps it; one that died does not', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
  await writeFile(`${folder}.lock`, `${other.pid}\n`)
  await expect(lockFolder(folder)).rejects.toThrow(`process ${other.pid} has it open`)
  other.kill()
  const dead = spawnSync(process.execPath, ['-e', ''])
  await writeFile(`${folder}.lock`, `${dead.pid}\n`)
  const unlock = await lockFolder(folder)
  expect(await readFile(`${folder}.lock`, 'utf8')).toBe(`${process.pid}\n`)
  await unlock()
})

test('a store that is open elsewhere is refused in one sentence, and left as it is', async () => {
  const unlock = await lockFolder(folder)
  await expect(openDatabase(folder)).rejects.toThrow(
    `The store at ${folder} cannot be opened: process ${process.pid} has it open. Close what uses it or make it writable, or set DATABASE_URL to another folder.`,
  )
  await unlock()
}, 60_000)

test.each([
  ['in its place', '/store'],
  ['where its folder would be', '/store/deeper'],
])('a file %s is told in one sentence', async (_what, path) => {
  await writeFile(folder, '')
  await expect(openDatabase(parent + path)).rejects.toThrow(
    /^The store at .* cannot be opened: EEXIST.* set DATABASE_URL to another folder\.$/,
  )
})
