import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, type Rolldown } from 'vite'

const PAGE = fileURLToPath(new URL('../../engine/player', import.meta.url))
/** Where the page lies once it is built. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/player', import.meta.url))

/** Smaller files gain nothing from packing, bytes. */
const WORTH_PACKING = 1024
/** Brotli's best would take ten times as long for a twentieth less. Measured on the page, 2026-11-20. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const packers = {
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, BROTLI),
} as const

/** Builds the room's page and packs it for the way: some seconds, so at every start. */
export async function buildPage(): Promise<void> {
  const { output } = (await build({
    configFile: false,
    root: PAGE,
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: PAGE_FOLDER, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  })) as Rolldown.RolldownOutput
  await Promise.all(output.map(({ fileName }) => pack(`${PAGE_FOLDER}/${fileName}`)))
}

/** Lays the packed forms of a file beside it, as the server looks for them. */
async function pack(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < WORTH_PACKING) return
  await Promise.all(
    Object.entries(packers).map(async ([ending, packer]) => writeFile(`${path}.${ending}`, await packer(bytes))),
  )
}
