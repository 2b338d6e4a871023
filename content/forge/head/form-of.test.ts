import { expect, test } from 'vitest'
import milla from '../../avatars/milla/recipe.json' with { type: 'json' }
import { randomRecipe } from '../random-recipe.ts'
import { type AvatarRecipe, parseRecipe } from '../recipe.ts'
import { faceMap } from './face-map.ts'
import { DRAWN } from './form.ts'
import { formOf } from './form-of.ts'
import { LIMITS, TRAITS } from './traits.ts'

/** Milla before any slider of her face was moved. */
const { face: _face, nose: _nose, mouth: _mouth, eyes, brows, ...rest } = milla
const unmoved = { ...rest, eyes: { colour: eyes.colour }, brows: { colour: brows.colour } }
const { recipe } = parseRecipe(unmoved) as { recipe: AvatarRecipe }
const sliders = Object.entries(TRAITS).flatMap(([group, traits]) =>
  Object.keys(traits).map((name) => [group, name] as const),
)

const withSlider = (group: string, name: string, value: number): AvatarRecipe => {
  const before = recipe[group as keyof typeof TRAITS]
  return { ...recipe, [group]: { ...before, [name]: value } }
}

test('with every slider at 0 a woman of 27 is as drawn', () => {
  expect(formOf(recipe)).toEqual(DRAWN)
})

test.each(sliders)('%s.%s makes different people at its ends', (group, name) => {
  const [less, more] = [name === 'fold' ? 0 : -1, 1].map((value) => formOf(withSlider(group, name, value)))
  expect(less).not.toEqual(more)
})

test('sex and age change a face', () => {
  expect(formOf({ ...recipe, masculinity: 1 }).jaw.halfWidth).toBeGreaterThan(DRAWN.jaw.halfWidth + 0.2)
  expect(formOf({ ...recipe, age: 80 }).age.nasolabial).toBeGreaterThan(0.2)
  expect(formOf({ ...recipe, age: 16 }).neck.radius).toBeLessThan(DRAWN.neck.radius)
})

test('no sum of traits leaves its limits, and eye corners stay on the eyeball', () => {
  for (let i = 0; i < 100; i++) {
    const form = formOf(randomRecipe(3, i))
    expect(form.eye.halfWidth).toBeLessThan(form.eye.radius - 0.05)
    const [least, most] = LIMITS.mouth!.upperLip!
    expect(form.mouth.upperLip).toBeGreaterThanOrEqual(least)
    expect(form.mouth.upperLip).toBeLessThanOrEqual(most)
  }
})

test('landmarks of somebody’s face lie on those of the drawn one', () => {
  const form = formOf(randomRecipe(1, 4))
  const { toDrawn } = faceMap(form)
  expect(toDrawn([form.eye.x, form.eye.y, 8])).toEqual([expect.closeTo(DRAWN.eye.x), DRAWN.eye.y, 8])
  expect(toDrawn([0, form.mouth.y, 9])[1]).toBeCloseTo(DRAWN.mouth.y, 9)
  expect(toDrawn([0, 20, 0])).toEqual([0, expect.closeTo(20), 0])
})
