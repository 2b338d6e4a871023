import { expect, test } from 'vitest'
import { contradictionsOf } from './contradictions.ts'
import { randomRecipe } from './random-recipe.ts'

const CROWD = Array.from({ length: 200 }, (_, i) => randomRecipe(1, i))

test('the same person comes from the same seed and index, another from another', () => {
  expect(randomRecipe(1, 3)).toEqual(CROWD[3])
  expect(randomRecipe(2, 3)).not.toEqual(CROWD[3])
  expect(new Set(CROWD.map((recipe) => JSON.stringify(recipe))).size).toBe(CROWD.length)
})

test('nobody of a crowd contradicts themselves, and women wear no beards', () => {
  for (const recipe of CROWD) {
    expect(contradictionsOf(recipe)).toEqual([])
    if (recipe.masculinity < 0.5) expect(recipe.beard).toBeUndefined()
  }
})

test('a crowd has women and men, young and old, light and dark', () => {
  const share = (test: (recipe: (typeof CROWD)[number]) => boolean) => CROWD.filter(test).length / CROWD.length
  expect(share(({ masculinity }) => masculinity > 0.5)).toBeGreaterThan(0.35)
  expect(share(({ masculinity }) => masculinity > 0.5)).toBeLessThan(0.65)
  expect(share(({ age }) => age > 60)).toBeGreaterThan(0.12)
  expect(share(({ age }) => age < 30)).toBeGreaterThan(0.15)
  expect(share(({ skin }) => skin.tone > 0.6)).toBeGreaterThan(0.12)
  expect(share(({ skin }) => skin.tone < 0.25)).toBeGreaterThan(0.12)
  expect(share(({ hair }) => hair.grey > 0.5)).toBeGreaterThan(0.08)
})
