import { rmSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, type Rolldown } from 'vite'

const PAGE = fileURLToPath(new URL('../../engine/player', import.meta.url))
const PAGES = fileURLToPath(new URL('../../dist/player', import.meta.url))
/** Where the page lies once it is built: each server has its own, so that one that starts takes nothing from one that runs. */
export const PAGE_FOLDER = join(PAGES, String(process.pid))

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
  await removeForsaken()
  process.once('exit', () => rmSync(PAGE_FOLDER, { recursive: true, force: true }))
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

/** Removes pages of servers that are gone without having tidied up. */
async function removeForsaken(): Promise<void> {
  const folders = await readdir(PAGES).catch(() => [])
  await Promise.all(
    folders.filter((pid) => !isRunning(Number(pid))).map((pid) => rm(join(PAGES, pid), { recursive: true })),
  )
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Lays the packed forms of a file beside it, as the server looks for them. */
async function pack(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < WORTH_PACKING) return
  await Promise.all(
    Object.entries(packers).map(async ([ending, packer]) => writeFile(`${path}.${ending}`, await packer(bytes))),
  )
}
