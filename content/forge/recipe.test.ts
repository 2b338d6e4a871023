import { expect, test } from 'vitest'
import milla from '../avatars/milla/recipe.json' with { type: 'json' }
import { MILLA } from './head/recipe.ts'
import { headRecipeOf } from './head-recipe.ts'
import { parseRecipe } from './recipe.ts'

const parsed = parseRecipe(milla)

test('Milla’s recipe is accepted', () => {
  expect(parsed).toEqual({ recipe: milla })
})

test('every problem is one sentence that names its field', () => {
  const result = parseRecipe({ ...milla, seed: -1, colours: { ...milla.colours, hair: 'brown', skin: 4 } })
  expect('problems' in result && result.problems).toEqual([
    expect.stringMatching(/^seed: .*\.$/),
    expect.stringMatching(/^colours\.skin: must be a colour like "#f2c9b0".*\.$/),
    expect.stringMatching(/^colours\.hair: must be a colour like "#f2c9b0", in lower case, not "brown"\.$/),
  ])
})

test('a recipe that is no object is refused', () => {
  expect('problems' in parseRecipe(7)).toBe(true)
})

test('Milla’s colours give the head as it was drawn', () => {
  const { colours } = headRecipeOf(milla as Parameters<typeof headRecipeOf>[0])
  expect(colours.skin).toBe(MILLA.colours.skin)
  expect(colours.iris.middle).toBe(MILLA.colours.iris.middle)
  const channel = (hex: string, i: number) => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)
  for (const ring of ['inner', 'outer', 'ring'] as const) {
    for (const i of [0, 1, 2]) {
      expect(Math.abs(channel(colours.iris[ring], i) - channel(MILLA.colours.iris[ring], i))).toBeLessThanOrEqual(1)
    }
  }
})
