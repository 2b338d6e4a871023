import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../api/content.ts'
import { CONTENT_FOLDER, openContent } from '../api/disk-content.ts'
import { hashTake } from '../api/hash-take.ts'
import { readTake } from '../api/take-file.ts'

const FOLDER = `${CONTENT_FOLDER}/takes`
const TAKES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

/** A take, the stage it plays on, and the pose hashes committed beside it. What its content looks like does not matter here. */
async function openTake(name: string) {
  const { take, blobs } = await readTake(`${FOLDER}/${name}`)
  const hashes = (await readFile(`${FOLDER}/${name.replace(/json$/, 'hash')}`, 'utf8')).trimEnd().split('\n')
  return { take, blobs, hashes, catalogue: await loadCatalogue(openContent(), take.stage) }
}

describe.each(TAKES)('the take %s', (name) => {
  it('comes to the poses it was recorded with, at every tick, and to its last state', async () => {
    const { take, catalogue, hashes } = await openTake(name)
    expect(hashes).toHaveLength(Math.ceil(take.ticks / 30))
    expect(hashTake(take, catalogue)).toEqual({ poses: hashes, stateHash: take.stateHash })
  })

  it('comes to others with another seed, or without one of its commands', async () => {
    const { take, catalogue, hashes } = await openTake(name)
    const same = ({ poses }: { readonly poses: readonly string[] }) => poses.filter((hash, i) => hash === hashes[i])
    expect(same(hashTake({ ...take, seed: take.seed + 1 }, catalogue))).toEqual([])
    const last = hashTake({ ...take, log: take.log.slice(0, -1) }, catalogue)
    expect(last.stateHash).not.toBe(take.stateHash)
  })
})

it('there are takes', () => expect(TAKES).toContain('greeting.json'))
