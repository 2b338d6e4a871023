import { join } from 'node:path'
import type { Size } from '../../encode/formats.ts'
import { encodePng } from '../../encode/write-png.ts'
import type { StagedFiles } from '../../files/staged-files.ts'

/** Writes frames as `frame-000000.png` into a folder, which is made if it is not there. They appear with the film. */
export type PngSink = { readonly write: (rgba: Uint8Array, index: number) => Promise<void> }

export function createPngSink(files: StagedFiles, folder: string, { width, height }: Size): PngSink {
  files.makeFolder(folder)
  return {
    async write(rgba, index) {
      files.add(join(folder, `frame-${String(index).padStart(6, '0')}.png`), await encodePng(rgba, width, height))
    },
  }
}
