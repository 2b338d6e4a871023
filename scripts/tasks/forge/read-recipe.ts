import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AvatarRecipe, parseRecipe } from '../../../content/forge/recipe.ts'

/** A recipe file that no avatar can be made from: a sentence for each problem, a line for each sentence. */
export class FaultyRecipe extends Error {}

/** @throws {@link FaultyRecipe} */
export async function readRecipe(path: string): Promise<AvatarRecipe> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new FaultyRecipe(`Cannot read ${path}: ${error.message}.`)
  })
  const parsed = parseRecipe(parseJson(text, path))
  if ('recipe' in parsed) return parsed.recipe
  throw new FaultyRecipe(parsed.problems.join('\n'))
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new FaultyRecipe(`${basename(path)} is not JSON: ${(error as Error).message}.`)
  }
}
