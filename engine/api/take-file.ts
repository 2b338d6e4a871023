import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EngineError } from '../core/errors.ts'
import { type BlobHash, blobHash } from '../core/ids.ts'
import { type BlobStore, createBlobStore, hashBytes } from './blobs.ts'
import type { Rehearsal } from './rehearse.ts'
import { ENGINE_VERSION, parseTake, type Take } from './take.ts'

/** Makes a take of what a rehearsal yielded. */
export function recordTake(rehearsal: Rehearsal, facts: { stage: string; seed: number; content: Readonly<Record<string, string>> }): Take {
  const blobs = rehearsal.log.flatMap(({ name, input }) => (name === 'performLine' ? [(input as { audio: string }).audio] : []))
  return {
    version: 1, engine: ENGINE_VERSION, ...facts, content: { ...facts.content },
    ticks: rehearsal.ticks, stateHash: rehearsal.stateHash, blobs: [...new Set(blobs)], log: [...rehearsal.log],
  }
}

/** Writes a take, and its speech into `<path>.blobs`: blobs first, so that a take that is there is whole. */
export async function writeTake(path: string, take: Take, blobs: BlobStore): Promise<void> {
  try {
    await mkdir(blobFolder(path), { recursive: true })
    for (const hash of take.blobs) await writeWhole(join(blobFolder(path), `${hash}.wav`), blobs.file(blobHash(hash))!)
    await writeWhole(path, JSON.stringify(take))
  } catch (cause) {
    throw new EngineError('encode/not-writable', `The take cannot be written to "${path}": ${(cause as Error).message}. Choose another place.`, { cause })
  }
}

/**
 * Reads a take and its speech.
 *
 * @throws  `take/bad-file`, `take/other-version`, `take/missing-blob`
 */
export async function readTake(path: string): Promise<{ take: Take; blobs: BlobStore }> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new EngineError('take/bad-file', `The take "${path}" ${cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code})`}. Record one with --take.`, { cause })
  })
  const take = parseTake(parseJson(text, path), path)
  const files: Uint8Array[] = []
  for (const hash of take.blobs) files.push(await readBlob(path, blobHash(hash)))
  return { take, blobs: createBlobStore(files) }
}

/**
 * Refuses a take whose content has changed since.
 *
 * @param now  Hashes of the content there is, by path.
 * @throws     `take/asset-changed`
 */
export function checkContent(take: Take, now: Readonly<Record<string, string>>): void {
  for (const [path, hash] of Object.entries(take.content)) {
    const current = now[path]
    if (current === hash) continue
    const state = current === undefined ? 'is not there' : `is now ${current.slice(0, 8)}`
    throw new EngineError('take/asset-changed', `The take was recorded with content/${path} at ${hash.slice(0, 8)}, which ${state}. Record it again, or restore the file.`)
  }
}

async function readBlob(path: string, hash: BlobHash): Promise<Uint8Array> {
  const file = join(blobFolder(path), `${hash}.wav`)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new EngineError('take/missing-blob', `Speech of the take is missing: "${file}". Keep the ".blobs" folder with the take, or record it again.`, { cause })
  })
  if (hashBytes(bytes) === hash) return bytes
  throw new EngineError('take/missing-blob', `"${file}" is not the sound the take was recorded with: its sha256 differs. Restore it, or record the take again.`)
}

const blobFolder = (path: string): string => `${path.replace(/\.json$/, '')}.blobs`

async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial-${process.pid}`
  try {
    await writeFile(partial, data)
    await rename(partial, path)
  } finally {
    await rm(partial, { force: true })
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new EngineError('take/bad-file', `"${path}" is not a take: ${(cause as Error).message}. Record one with --take.`, { cause })
  }
}
