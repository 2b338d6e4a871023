import { readFile, stat } from 'node:fs/promises'
import { EngineError } from '../../../engine/api/node.ts'

/** Bytes of a text far longer than any film. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Reads a text file in UTF-8.
 *
 * @throws  `show/bad-file`
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (cause) {
    throw notText(path, cause)
  }
  throw notText(path)
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const file = await stat(path)
    if (!file.isFile()) throw bad(path, 'is no file')
    if (file.size > MAX_BYTES) throw bad(path, `has ${Math.round(file.size / 1e6)} MB, more than any film can say`)
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    const { code } = cause as NodeJS.ErrnoException
    throw bad(path, code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there' : `cannot be read (${code})`, cause)
  }
}

const bad = (path: string, why: string, cause?: unknown): EngineError =>
  new EngineError('show/bad-file', `The text file "${path}" ${why}. Give the path of a text file in UTF-8.`, { cause })

const notText = (path: string, cause?: unknown): EngineError => bad(path, 'does not hold text in UTF-8', cause)
