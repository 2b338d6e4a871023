import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { create } from 'tar'
import { type BlobStore, blobFolder, StagedFiles, stageTake, type Take } from '../../engine/api/host.ts'

/** Names of takes, and of nothing that could lead out of their folder. */
const TAKE_NAME = /^[a-z0-9-]{1,80}$/

export type TakeLimits = {
  /** Takes kept; of more the oldest go. */
  readonly count: number
  /** Bytes kept of all takes together; beyond them the oldest go. */
  readonly bytes: number
}

/** Where a server keeps what was recorded in its rooms. */
export type TakeFolder = {
  /** Writes a take with its speech, whole or not at all; makes room for it by removing the oldest. @returns  Names of those. */
  readonly keep: (name: string, take: Take, blobs: BlobStore) => readonly string[]
  /** One archive of a take and its speech, or undefined where there is none of that name. */
  readonly archive: (name: string) => Readable | undefined
}

type Kept = { readonly name: string; readonly bytes: number; readonly written: number }

export function openTakeFolder(path: string, limits: TakeLimits): TakeFolder {
  const folder = resolve(path)
  const fileOf = (name: string) => join(folder, `${name}.json`)

  function list(): Kept[] {
    const names = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
    return names.map((name) => measure(name, fileOf(name))).sort((a, b) => a.written - b.written)
  }

  function removeOldest(): string[] {
    const kept = list()
    let bytes = kept.reduce((sum, one) => sum + one.bytes, 0)
    const removed: string[] = []
    while (kept.length > 1 && (kept.length > limits.count || bytes > limits.bytes)) {
      const oldest = kept.shift()!
      bytes -= oldest.bytes
      rmSync(fileOf(oldest.name))
      rmSync(blobFolder(fileOf(oldest.name)), { recursive: true, force: true })
      removed.push(oldest.name)
    }
    return removed
  }

  return {
    keep(name, take, blobs) {
      mkdirSync(folder, { recursive: true })
      using files = new StagedFiles()
      stageTake(files, fileOf(name), take, blobs)
      files.publish()
      return removeOldest()
    },
    archive(name) {
      if (!TAKE_NAME.test(name) || statSync(fileOf(name), { throwIfNoEntry: false }) === undefined) return undefined
      // A stream of its own kind that reads like any other.
      return create({ cwd: folder, gzip: true, portable: true }, [
        `${name}.json`,
        `${name}.blobs`,
      ]) as unknown as Readable
    },
  }
}

function measure(name: string, file: string): Kept {
  const { size, mtimeMs } = statSync(file)
  const speech = readdirSync(blobFolder(file), { withFileTypes: true }).map((entry) =>
    entry.isFile() ? statSync(join(blobFolder(file), entry.name)).size : 0,
  )
  return { name, bytes: speech.reduce((sum, bytes) => sum + bytes, size), written: mtimeMs }
}
