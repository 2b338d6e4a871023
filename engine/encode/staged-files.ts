import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { EngineError } from '../core/errors.ts'
import { partialName } from './check-output.ts'

/** Codes of a disk, a quota or a file-size limit that is used up. */
const NO_SPACE_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/**
 * Files that appear together once all are whole, or not at all: what lies beside a film.
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

  /**
   * Gives all files their names, in the order they came in. What was there before is replaced.
   *
   * @throws  `encode/not-writable`; files that had their names by then keep them.
   */
  publish(): void {
    for (const [target, partial] of this.#partials) {
      attempt(target, () => renameSync(partial, target))
      this.#partials.delete(target)
    }
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

function attempt(target: string, step: () => void): void {
  try {
    step()
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
