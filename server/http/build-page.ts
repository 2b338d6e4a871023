import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const PAGE = fileURLToPath(new URL('../../engine/player', import.meta.url))
/** Where the page lies once it is built. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/player', import.meta.url))

/** Builds the room's page: two seconds, so at every start. */
export async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: PAGE,
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: PAGE_FOLDER, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  })
}
