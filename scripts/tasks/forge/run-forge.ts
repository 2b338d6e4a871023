import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { forgeAvatar } from '../../../content/forge/forge.ts'
import { randomRecipe } from '../../../content/forge/random-recipe.ts'
import { recipeJsonSchema } from '../../../content/forge/recipe.ts'
import { checkOutput, StagedFiles } from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'
import { listenForInterruption } from '../capture/interruption.ts'
import { createProgress, type Output } from '../capture/progress.ts'
import { type Drawing, drawCrowd, drawPreview } from './draw-sheet.ts'
import { type Errand, type ForgeOptions, parseOptions } from './options.ts'
import { FaultyRecipe, readRecipe } from './read-recipe.ts'

const LICENCE_TEXT = new URL('../../../content/forge/licence.txt', import.meta.url)

/** Where the command writes: what was made to `out`, all else to `err`. */
type Streams = { readonly out: Output; readonly err: Output }

/** Files by path, and what is said of them. */
type Made = { readonly files: Readonly<Record<string, string | Uint8Array>>; readonly summary: string }

/**
 * The forge command.
 *
 * @param args  As typed, without the program.
 * @returns     The exit code: 0 when all is made; 1 with what is wrong, a sentence a line, when nothing is;
 *              128 and the signal's number when it was stopped.
 */
export async function runForge(args: readonly string[], { out, err }: Streams): Promise<number> {
  using interruption = listenForInterruption()
  const { signal } = interruption
  try {
    const options = parseOptions(args, (text) => void out.write(text))
    if (options === undefined) return 0
    const progress = createProgress(options.quiet, err, PEOPLE)
    try {
      const { files, summary } = await RUN[options.errand](options, { signal, progress })
      signal.throwIfAborted()
      publish(files)
      progress.stop()
      out.write(`${summary}\n`)
    } finally {
      progress.stop()
    }
    return 0
  } catch (error) {
    err.write(error instanceof FaultyRecipe ? `${error.message}\n` : `forge: ${explain(signal.reason ?? error)}\n`)
    return interruption.exitCode() ?? 1
  }
}

const PEOPLE = { things: 'people', pace: 'a second' }

const RUN: Readonly<Record<Errand, (options: ForgeOptions, drawing: Drawing) => Promise<Made>>> = {
  model: makeModel,
  preview: async ({ recipe: path, out }, drawing) => {
    const recipe = await readRecipe(path!)
    const target = await checkOutput(out ?? join(dirname(path!), 'preview.png'), 0, 'preview.png')
    return { files: { [target]: await drawPreview(recipe, drawing) }, summary: target }
  },
  random: async ({ random, seed, out }, drawing) => {
    const target = await checkOutput(out ?? `random-${seed}.png`, 0, 'random.png')
    const people = Array.from({ length: random! }, (_, index) => randomRecipe(seed, index))
    const words = {
      title: `${random} people by chance`,
      subtitle: `seed ${seed} · the recipe of one: npm run forge -- --random ${random} --seed ${seed} --write <number> <recipe.json>`,
    }
    return { files: { [target]: await drawCrowd(people, words, drawing) }, summary: target }
  },
  write: async ({ recipe: path, write, seed }) => {
    const target = await checkOutput(path!, 0, 'recipe.json')
    const recipe = randomRecipe(seed, write! - 1)
    return { files: { [target]: `${JSON.stringify(recipe, null, 2)}\n` }, summary: `${target}: ${recipe.name}` }
  },
  schema: async () => ({ files: {}, summary: JSON.stringify(recipeJsonSchema(), null, 2) }),
}

async function makeModel({ recipe: path, levels: withLevels }: ForgeOptions, { progress }: Drawing): Promise<Made> {
  const recipe = await readRecipe(path!)
  const begun = performance.now()
  progress.phase(`Forging ${recipe.name}`)
  const { rig, vrm, levels, ...full } = await forgeAvatar(recipe, { withVrm: true, withLevels })
  const models = {
    'model.glb': full,
    ...Object.fromEntries([...levels].map(([name, level]) => [`model-${name}.glb`, level])),
  }
  const made = {
    ...Object.fromEntries(Object.entries(models).map(([name, { model }]) => [name, model])),
    'rig.json': rig,
    'model.vrm': vrm!,
    LICENSE: await readFile(LICENCE_TEXT, 'utf8'),
  }
  const sizes = Object.entries(models).map(([name, { model, triangles }]) => {
    return `${name} ${triangles.toLocaleString('en')} triangles, ${(model.length / 1e6).toFixed(2)} MB`
  })
  return {
    files: Object.fromEntries(Object.entries(made).map(([name, data]) => [join(dirname(path!), name), data])),
    summary: `${recipe.name}: ${sizes.join('; ')}; in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  }
}

function publish(files: Made['files']): void {
  using staged = new StagedFiles()
  for (const [path, data] of Object.entries(files)) staged.add(path, data)
  staged.publish()
}
