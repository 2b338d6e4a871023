import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EngineError } from '../../core/errors.ts'
import type { Size } from '../../encode/formats.ts'
import { writePng } from '../../encode/write-png.ts'

/** Writes frames as `frame-000000.png` into a folder, which is made if it is not there. */
export type PngSink = { readonly write: (rgba: Uint8Array, index: number) => Promise<void> }

export async function createPngSink(folder: string, { width, height }: Size): Promise<PngSink> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new EngineError('encode/not-writable', `The folder "${folder}" for the frames cannot be made: ${(cause as Error).message}. Choose another.`, { cause })
  }
  return {
    write: (rgba, index) => writePng(join(folder, `frame-${String(index).padStart(6, '0')}.png`), rgba, width, height),
  }
}
