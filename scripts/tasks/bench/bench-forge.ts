import { readFile } from 'node:fs/promises'
import { type ForgeChoices, forgeAvatar } from '../../../content/forge/forge.ts'
import { randomRecipe } from '../../../content/forge/random-recipe.ts'
import { type AvatarRecipe, avatarRecipeSchema } from '../../../content/forge/recipe.ts'
import { cpuSeconds, type Figure } from './figures.ts'

const MILLA = new URL('../../../content/avatars/milla/recipe.json', import.meta.url)
const PEOPLE = 3
/** CPU-seconds, megabytes and thousand triangles of one character. */
const TIME_LIMIT = 20
const SIZE_LIMIT = 6
const TRIANGLE_LIMIT = 80

/** What making a person costs: the default one from cold, with all that can be asked for, and some met by chance. */
export async function benchForge(): Promise<Figure[]> {
  const milla = avatarRecipeSchema.parse(JSON.parse(await readFile(MILLA, 'utf8')))
  const cold = await timeForge(milla)
  const whole = await timeForge(milla, { withVrm: true, withLevels: true })
  const others = []
  for (let index = 0; index < PEOPLE; index++) others.push(await timeForge(randomRecipe(1, index)))
  const everybody = [cold, ...others]
  const most = (of: (run: Run) => number) => Math.max(...everybody.map(of))
  return [
    { what: 'Milla, from cold', value: cold.seconds, unit: 'CPU-s', limit: TIME_LIMIT },
    { what: 'Milla, with VRM and two more levels', value: whole.seconds, unit: 'CPU-s' },
    {
      what: `the slowest of ${PEOPLE} by chance`,
      value: Math.max(...others.map(({ seconds }) => seconds)),
      unit: 'CPU-s',
      limit: TIME_LIMIT,
    },
    {
      what: 'the most triangles',
      value: most(({ triangles }) => triangles / 1000),
      unit: 'thousand',
      limit: TRIANGLE_LIMIT,
    },
    { what: 'the largest model', value: most(({ megabytes }) => megabytes), unit: 'MB', limit: SIZE_LIMIT },
  ]
}

type Run = { readonly seconds: number; readonly triangles: number; readonly megabytes: number }

async function timeForge(recipe: AvatarRecipe, choices?: ForgeChoices): Promise<Run> {
  const before = cpuSeconds()
  const { triangles, model } = await forgeAvatar(recipe, choices)
  return { seconds: cpuSeconds() - before, triangles, megabytes: model.length / 1e6 }
}
