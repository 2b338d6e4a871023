import { expect, test } from 'vitest'
import milla from '../avatars/milla/recipe.json' with { type: 'json' }
import { MILLA } from './head/recipe.ts'
import { headRecipeOf } from './head-recipe.ts'
import { type AvatarRecipe, parseRecipe } from './recipe.ts'

const parsed = parseRecipe(milla)

test('Milla’s recipe is accepted, and what it leaves out is as drawn', () => {
  expect(parsed).toMatchObject({ recipe: { ...milla, nose: { width: 0 }, body: { height: 1.62 } } })
})

test('every problem is one sentence that names its field', () => {
  const problems = problemsOf({ ...milla, seed: -1, age: 3, eyes: {}, hair: { ...milla.hair, colour: 'brown' } })
  expect(problems).toEqual([
    expect.stringMatching(/^seed: .*\.$/),
    'age: must be 16 to 85, not 3.',
    'eyes.colour: is missing: give a colour like "#f2c9b0".',
    'hair.colour: must be a colour like "#f2c9b0", in lower case, not "brown".',
  ])
})

test('parts that cannot go together are named', () => {
  const top = { piece: 'dress', colour: '#7a2f3a' }
  const accessories = { glasses: { style: 'round', colour: '#222222' }, hat: { style: 'helmet', colour: '#cccccc' } }
  expect(problemsOf({ ...milla, outfit: { ...milla.outfit, top }, accessories })).toEqual([
    'outfit.bottom: a dress leaves no room for "trousers"; take one of them away.',
    'accessories.glasses: "round" glasses do not fit into a closed helmet; take one of them away.',
  ])
})

test('a recipe that is no object is refused', () => {
  expect('problems' in parseRecipe(7)).toBe(true)
})

test('Milla’s colours give the head as it was drawn', () => {
  const { colours } = headRecipeOf((parsed as { recipe: AvatarRecipe }).recipe)
  expect(colours.skin).toBe(MILLA.colours.skin)
  expect(colours.iris.middle).toBe(MILLA.colours.iris.middle)
  const channel = (hex: string, i: number) => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)
  for (const ring of ['inner', 'outer', 'ring'] as const) {
    for (const i of [0, 1, 2]) {
      expect(Math.abs(channel(colours.iris[ring], i) - channel(MILLA.colours.iris[ring], i))).toBeLessThanOrEqual(1)
    }
  }
})

function problemsOf(value: unknown): string[] {
  const result = parseRecipe(value)
  return 'problems' in result ? result.problems : []
}
