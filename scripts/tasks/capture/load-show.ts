import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EngineError, type Show } from '../../../engine/api/node.ts'

/** Seconds that a show file may take to load: it is a few lines, and waits for nothing. */
const LOAD_LIMIT = 10

/** A show from a file, and the stage it asks for. */
export type LoadedShow = { readonly show: Show; readonly stage?: string }

/**
 * Loads a show: a TypeScript file whose default export takes a stage.
 *
 * @returns  A show whose own errors are told in a sentence, with where they were thrown.
 * @throws   `show/bad-file`
 */
export async function loadShow(file: string, signal: AbortSignal, limit = LOAD_LIMIT): Promise<LoadedShow> {
  const path = resolve(file)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile())
    throw bad(
      file,
      `${found === undefined ? 'is not there' : 'is no file'}. Give a TypeScript file as in scripts/shows`,
    )
  const { default: show, stageName } = await within(limit, file, signal, importFile(path, file))
  if (typeof show !== 'function')
    throw bad(file, 'has no default export that takes a stage. See scripts/shows/hello.ts')
  return { show: tellFailures(show as Show, file), ...(typeof stageName === 'string' ? { stage: stageName } : {}) }
}

/** What was thrown by a show itself, as a sentence with the place in its file; the engine's own errors as they are. */
export function explainFailure(cause: unknown, file: string): EngineError {
  if (cause instanceof EngineError) return cause
  const line = lineOf(cause, file)
  const where = line === undefined ? '' : ` at line ${line}`
  return new EngineError(
    'show/failed',
    `The show "${file}" failed${where}: ${firstLine(cause)}. Mend it, and capture again.`,
    { cause },
  )
}

function tellFailures(show: Show, file: string): Show {
  return async (stage) => {
    try {
      await show(stage)
    } catch (cause) {
      throw explainFailure(cause, file)
    }
  }
}

async function importFile(path: string, file: string): Promise<{ default?: unknown; stageName?: unknown }> {
  try {
    return await import(pathToFileURL(path).href)
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    const line = lineOf(cause, file)
    throw bad(
      file,
      `cannot be loaded${line === undefined ? '' : `, line ${line}`}: ${firstLine(cause)}. Mend it, and capture again`,
      cause,
    )
  }
}

/** A module may wait for ever at its top level, and then so would the command. */
async function within<T>(seconds: number, file: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const late = () =>
    reject(bad(file, `is not loaded after ${seconds} s: it waits outside its function. Let it wait inside`))
  const onAbort = () => reject(signal.reason)
  const timer = setTimeout(late, seconds * 1000)
  signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([work, stopped])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

const bad = (file: string, why: string, cause?: unknown): EngineError =>
  new EngineError('show/bad-file', `The show "${file}" ${why}.`, { cause })

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause))
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.replace(/\.$/, '') ?? 'no reason given'

/** Line of a file in which an error arose, by its stack. */
function lineOf(cause: unknown, file: string): string | undefined {
  if (!(cause instanceof Error) || cause.stack === undefined) return undefined
  const name = basename(file).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${name}:(\\d+)`).exec(cause.stack)?.[1]
}
