import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBlobStore, type Take } from '../../engine/api/host.ts'
import { openTakeFolder, type TakeLimits } from './take-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proscenium-takes-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Keeps three takes of 2 kB of speech each, a moment apart; tells which of them made room. */
async function keepThree(limits: TakeLimits): Promise<readonly string[]> {
  const takes = openTakeFolder(folder, limits)
  const removed: string[] = []
  for (const name of ['one', 'two', 'three']) {
    const blobs = createBlobStore()
    const take = { blobs: [blobs.put(new Float32Array(1000).fill(name.length / 10), 16_000)] } as unknown as Take
    removed.push(...takes.keep(name, take, blobs))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return removed
}

test('all are kept while there is room for them', async () => {
  expect(await keepThree({ count: 3, bytes: 100_000 })).toEqual([])
  expect((await readdir(folder)).sort()).toEqual(
    ['one', 'two', 'three'].flatMap((name) => [`${name}.blobs`, `${name}.json`]).sort(),
  )
})

test('the oldest make room, with their speech: of too many, and of too much', async () => {
  expect(await keepThree({ count: 1, bytes: 100_000 })).toEqual(['one', 'two'])
  expect((await readdir(folder)).sort()).toEqual(['three.blobs', 'three.json'])
})

test('the newest stays, however large it is', async () => {
  expect(await keepThree({ count: 9, bytes: 1000 })).toEqual(['one', 'two'])
})

test('no name leads out of the folder', async () => {
  const takes = openTakeFolder(folder, { count: 9, bytes: 1000 })
  for (const name of ['nothing', '../takes', '..', '', 'a/b', 'A']) expect(takes.archive(name)).toBeUndefined()
})
