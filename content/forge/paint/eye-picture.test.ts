import { expect, test } from 'vitest'
import milla from '../../avatars/milla/recipe.json' with { type: 'json' }
import { MILLA } from '../head/recipe.ts'
import { headRecipeOf } from '../head-recipe.ts'
import { luminanceOf } from '../kit/colour.ts'
import { parseRecipe } from '../recipe.ts'
import { eyePicture } from './eye-picture.ts'
import { createIris } from './iris.ts'
import { createSclera } from './sclera.ts'

const EYES = ['#a9c6dc', '#5f8fb4', '#6f8f5a', '#7a7f86', '#8a4f26', '#3a2114', '#1d120d']

function irisOf(colour: string) {
  const parsed = parseRecipe({ ...milla, eyes: { colour } })
  if ('problems' in parsed) throw new Error(parsed.problems.join())
  return createIris(headRecipeOf(parsed.recipe))
}

/** Mean luminance of an iris over a patch of it. */
function lightAt(iris: ReturnType<typeof createIris>, x: number, y: number): number {
  let sum = 0
  for (let i = 0; i < 49; i++) sum += luminanceOf(iris(x + ((i % 7) - 3) * 0.02, y + (Math.floor(i / 7) - 3) * 0.02))
  return sum / 49
}

test('every iris is a bowl: lit below, dark under the lid, darkest in pupil and rim', () => {
  for (const colour of EYES) {
    const iris = irisOf(colour)
    const [above, below] = [lightAt(iris, -0.1, 0.7), lightAt(iris, 0.2, -0.65)]
    expect(below).toBeGreaterThan(1.8 * above)
    expect(below).toBeGreaterThan(3 * lightAt(iris, 0, 0))
    expect(below).toBeGreaterThan(2 * lightAt(iris, 0.66, -0.72))
  }
})

test('the darkest eye still has a spark, the palest is no lamp', () => {
  expect(lightAt(irisOf('#1d120d'), 0.25, -0.65)).toBeGreaterThan(0.015)
  expect(lightAt(irisOf('#a9c6dc'), 0.25, -0.65)).toBeLessThan(0.8)
})

test('the white of an eye is never pure white, and pinkens towards the corners', () => {
  const white = createSclera(MILLA)
  for (let x = 1.1; x < 1.9; x += 0.05) expect(Math.max(...white(x, 0.2))).toBeLessThan(0.93)
  const pinkness = ([r, g]: ReturnType<typeof white>) => r / g
  expect(pinkness(white(1.95, 0))).toBeGreaterThan(pinkness(white(1.2, 0)) + 0.15)
})

test('the picture is the same bytes each time', async () => {
  expect(await eyePicture(MILLA)).toEqual(await eyePicture(MILLA))
}, 30_000)
