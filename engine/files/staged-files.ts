import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { EngineError } from '../core/errors.ts'
import { partialName } from './check-output.ts'

/** Codes of a disk, a quota or a file-size limit that is used up. */
const NO_SPACE_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** A file that has its name, and where the one is kept that had it before. */
type Named = { readonly partial: string; readonly target: string; readonly older: string | undefined }

/**
 * Files that appear together once all are whole, or not at all: a film and what lies beside it.
 *
 * Every call is synchronous. So a signal is answered between two of them and never within, and a program that leaves
 * at once can still clean up while it exits.
 */
export class StagedFiles implements Disposable {
  /** Names that files have until they are whole, by the name they get. */
  readonly #partials = new Map<string, string>()
  /** Folders that were not there before. */
  readonly #folders: string[] = []

  /**
   * Makes a folder unless it is there. Its parent must be.
   *
   * @throws  `encode/not-writable`, `encode/no-space`.
   */
  makeFolder(path: string): void {
    const folder = resolve(path)
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
    attempt(folder, () => mkdirSync(folder))
    this.#folders.push(folder)
  }

  /**
   * Writes a file under a partial name. A second one of the same name takes the place of the first.
   *
   * @throws  `encode/not-writable`, `encode/no-space`.
   */
  add(path: string, data: string | Uint8Array): void {
    const target = resolve(path)
    const partial = partialName(target)
    this.#partials.set(target, partial)
    attempt(target, () => writeFileSync(partial, data))
  }

  /** Takes in a file that someone else has written, under a partial name in the folder it belongs to. */
  adopt(path: string, partial: string): void {
    this.#partials.set(resolve(path), partial)
  }

  /**
   * Gives all files their names, in the order they came in. What was there before is replaced.
   *
   * A program that is killed on the way, within a few milliseconds, leaves some of them named: no filesystem names many
   * at once.
   *
   * @throws  `encode/not-writable` when one cannot take its name; then everything is as it was before.
   */
  publish(): void {
    const named: Named[] = []
    try {
      for (const [target, partial] of this.#partials) named.push(attempt(target, () => takeName(partial, target)))
    } catch (cause) {
      for (const one of named.reverse()) giveNameBack(one)
      throw cause
    }
    for (const { older } of named) if (older !== undefined) rmSync(older)
    this.#partials.clear()
    this.#folders.length = 0
  }

  /** Removes what was not published. */
  [Symbol.dispose](): void {
    for (const partial of this.#partials.values()) rmSync(partial, { force: true })
    for (const folder of this.#folders.reverse()) removeIfEmpty(folder)
    this.#partials.clear()
    this.#folders.length = 0
  }
}

/** Renames a file; one that has the name already is put aside. */
function takeName(partial: string, target: string): Named {
  const isThere = statSync(target, { throwIfNoEntry: false })?.isFile() ?? false
  const older = isThere ? `${partial}-older` : undefined
  if (older !== undefined) renameSync(target, older)
  try {
    renameSync(partial, target)
  } catch (cause) {
    if (older !== undefined) renameSync(older, target)
    throw cause
  }
  return { partial, target, older }
}

function giveNameBack({ partial, target, older }: Named): void {
  renameSync(target, partial)
  if (older !== undefined) renameSync(older, target)
}

function attempt<T>(target: string, step: () => T): T {
  try {
    return step()
  } catch (cause) {
    const code = errorCode(cause)
    if (NO_SPACE_CODES.includes(code)) {
      const message = `The disk is full: ${basename(target)} did not fit. Free some space or choose another folder.`
      throw new EngineError('encode/no-space', message, { cause })
    }
    throw new EngineError('encode/not-writable', `${target} cannot be written (${code}). Choose another place.`, {
      cause,
    })
  }
}

/** Someone else may have put a file there meanwhile, or taken the folder away. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error))) throw error
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
