import { build } from 'vite'

/**
 * Bundles a module with all that it imports into one script that a test's page can load.
 *
 * @param entry  Absolute path.
 */
export async function bundleForPage(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: 'script' } },
  })
  const bundles = (Array.isArray(output) ? output : [output]) as { output: { code?: string }[] }[]
  const code = bundles[0]?.output[0]?.code
  if (code === undefined) throw new Error(`The bundle of ${entry} holds no script.`)
  return code
}
