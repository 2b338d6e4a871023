import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { EngineError } from '../core/errors.ts'
import { decodeSound } from '../sound/decode.ts'
import type { Recording } from './recorded.ts'

/** Bytes of ten minutes of the largest format there is, stereo at 96 kHz in 32 bits; more is no recording of a voice. */
const MAX_BYTES = 512 * 1024 * 1024

/**
 * Reads a recording from disk.
 *
 * @throws  `sound/missing`, `sound/too-long`, and what `decodeSound` throws
 */
export async function readRecording(path: string): Promise<Recording> {
  const name = basename(path)
  const file = await stat(path).catch((cause: unknown) => {
    throw missing(path, cause)
  })
  if (!file.isFile()) throw missing(path)
  if (file.size > MAX_BYTES)
    throw new EngineError(
      'sound/too-long',
      `"${name}" has ${Math.round(file.size / 1024 / 1024)} MB; recordings up to ${MAX_BYTES / 1024 / 1024} MB are read. Cut it, or save it as FLAC.`,
    )
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw missing(path, cause)
  })
  return { sound: await decodeSound(bytes, name), name }
}

const missing = (path: string, cause?: unknown): EngineError =>
  new EngineError('sound/missing', `There is no sound file at "${path}" that can be opened. Check the path.`, { cause })
