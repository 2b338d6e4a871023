import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { forgeAvatar } from '../../content/forge/forge.ts'
import { type AvatarRecipe, parseRecipe } from '../../content/forge/recipe.ts'

const USAGE = 'Usage: npm run forge -- content/avatars/<name>/recipe.json [--vrm]'
const LICENCE_TEXT = new URL('../../content/forge/licence.txt', import.meta.url)

await main(process.argv.slice(2))

/** Makes model.glb, rig.json and LICENSE beside a recipe, and model.vrm with `--vrm`; all or none of them. */
async function main(args: readonly string[]): Promise<void> {
  const withVrm = args.includes('--vrm')
  const [path, ...others] = args.filter((arg) => arg !== '--vrm')
  const isUnderstood = path !== undefined && !path.startsWith('-') && others.length === 0
  const read = isUnderstood ? await readRecipe(path) : { problems: [USAGE] }
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problem)
    process.exitCode = 1
    return
  }
  const started = performance.now()
  const { model, rig, vrm, triangles } = await forgeAvatar(read.recipe, { withVrm })
  await writeTogether(dirname(path!), {
    'model.glb': model,
    'rig.json': rig,
    ...(vrm ? { 'model.vrm': vrm } : {}),
    LICENSE: await readFile(LICENCE_TEXT, 'utf8'),
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const megabytes = (model.length / 1e6).toFixed(2)
  console.log(`${read.recipe.name}: ${triangles.toLocaleString('en')} triangles, ${megabytes} MB, in ${seconds} s`)
}

async function readRecipe(path: string): Promise<{ recipe: AvatarRecipe } | { problems: string[] }> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return { problems: [`Cannot read ${path}: ${(error as Error).message}. ${USAGE}`] }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problems: [`${basename(path)} is not JSON: ${(error as Error).message}.`] }
  }
  return parseRecipe(value)
}

/** Files are written whole in a folder of their own first; only renames touch what is there already. */
async function writeTogether(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  const draft = await mkdtemp(join(folder, '.forge-'))
  try {
    for (const [name, data] of Object.entries(files)) await writeFile(join(draft, name), data)
    for (const name of Object.keys(files)) await rename(join(draft, name), join(folder, name))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
