import { expect, test } from 'vitest'
import milla from '../avatars/milla/recipe.json' with { type: 'json' }
import { MILLA } from './head/recipe.ts'
import { headRecipeOf } from './head-recipe.ts'
import { type AvatarRecipe, HAIR_STYLES, parseRecipe, recipeJsonSchema } from './recipe.ts'

const parsed = parseRecipe(milla)

test('Milla’s recipe is accepted, and what it leaves out is as drawn', () => {
  expect(parsed).toMatchObject({ recipe: { ...milla, nose: { width: 0 }, body: { height: 1.62 } } })
})

test('every problem is one sentence with path, range or choices, and value', () => {
  const { colour } = milla.hair
  const faulty = { seed: -1, age: 3, eyes: {}, hair: { style: 'bobb', colour: 'brown', volume: 'big' }, name: '' }
  const outfit = { ...milla.outfit, top: null, shoes: { piece: 'sandals', colour } }
  expect(problemsOf({ ...milla, ...faulty, outfit })).toEqual([
    'name: must be a text of 1 to 40 characters, not "".',
    'seed: must be a whole number from 0 to 4294967295, not -1.',
    'age: must be a number from 16 to 85, not 3.',
    'eyes.colour: is missing; give a colour like "#f2c9b0", in lower case.',
    `hair.style: must be one of ${HAIR_STYLES.map((style) => `"${style}"`).join(', ')}, not "bobb"; did you mean "bob"?`,
    'hair.colour: must be a colour like "#f2c9b0", in lower case, not "brown".',
    'hair.volume: must be a number from -1 to 1, not "big".',
    'outfit.top: must be an object with "piece", "colour", not null.',
    'outfit.shoes.piece: must be one of "sneakers", "loafers", "boots", not "sandals".',
  ])
})

test('an unknown field is named, and where it was meant to stand', () => {
  const eyes = { ...milla.eyes, color: '#123456' }
  expect(problemsOf({ ...milla, eyes, hat: true, outfit: { ...milla.outfit, wings: 2 } })).toEqual([
    'eyes.color: is not a field; did you mean eyes.colour?',
    'outfit.wings: is not a field; known in outfit: top, jacket, bottom, shoes.',
    'hat: is not a field; did you mean accessories.hat?',
  ])
})

test('the schema that editors get knows every range and says what a field is', () => {
  const { properties } = recipeJsonSchema() as { properties: { age: object; face: object } }
  expect(properties.age).toMatchObject({ type: 'number', minimum: 16, maximum: 85, default: 27 })
  expect(properties.face).toMatchObject({
    additionalProperties: false,
    properties: { jaw: { description: '−1 fine, 1 strong and square' } },
  })
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
  for (const value of [7, null, []]) {
    expect(problemsOf(value)).toEqual([
      expect.stringMatching(/^The recipe: must be an object with "version", .*, not .*\.$/),
    ])
  }
})

test('Milla’s colours give the head as it was drawn', () => {
  const { colours } = headRecipeOf((parsed as { recipe: AvatarRecipe }).recipe)
  expect(colours.tones).toEqual(MILLA.colours.tones)
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
