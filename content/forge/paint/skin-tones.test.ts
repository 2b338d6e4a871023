import { expect, test } from 'vitest'
import { hexColour, luminanceOf } from '../kit/colour.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { type SkinTones, skinTones } from './skin-tones.ts'

const tonesOf = (skin: Partial<AvatarRecipe['skin']>, age = 27, masculinity = 0): SkinTones =>
  skinTones({ skin: { tone: 0.2, undertone: 0, blush: 0.5, freckles: 0, ...skin }, age, masculinity })
const STEPS = Array.from({ length: 101 }, (_, i) => i / 100)
const COLOURS = ['skin', 'deep', 'lip', 'blush', 'palm', 'nail', 'nailEdge'] as const

test('every colour darkens from tone to tone, at either undertone', () => {
  for (const undertone of [-1, 0, 1])
    for (const name of COLOURS) {
      const luminances = STEPS.map((tone) => luminanceOf(tonesOf({ tone, undertone })[name]))
      for (let i = 1; i < luminances.length; i++) expect(luminances[i]).toBeLessThan(luminances[i - 1]!)
    }
})

test('every colour is one: channels within range, red the strongest, blue the weakest or nearly', () => {
  for (const undertone of [-1, 0, 1])
    for (const tone of STEPS)
      for (const name of COLOURS) {
        const [r, g, b] = tonesOf({ tone, undertone })[name]
        expect(r).toBeLessThanOrEqual(1)
        expect(b).toBeGreaterThan(0)
        expect(r).toBeGreaterThan(g)
        expect(g).toBeGreaterThan(b * 0.8)
      }
})

test('a skin’s lids, folds and lips are darker than the skin itself; its palms are not', () => {
  for (const tone of STEPS) {
    const { skin, deep, lip, palm } = tonesOf({ tone })
    expect(luminanceOf(deep)).toBeLessThan(luminanceOf(skin))
    expect(luminanceOf(lip)).toBeLessThan(luminanceOf(skin) * 1.1)
    if (tone > 0.5) expect(luminanceOf(palm)).toBeGreaterThan(luminanceOf(skin))
  }
})

test('the undertone turns the hue, not the lightness', () => {
  const [cool, warm] = [tonesOf({ undertone: -1 }).skin, tonesOf({ undertone: 1 }).skin]
  expect(luminanceOf(cool)).toBeCloseTo(luminanceOf(warm), 6)
  expect(cool[2] / cool[0]).toBeGreaterThan((warm[2] / warm[0]) * 1.15)
})

test('lipstick is worn as given; bare lips pale with age', () => {
  expect(tonesOf({ lips: '#902040' }).lip).toEqual(hexColour('#902040'))
  const chroma = ([r, g]: SkinTones['lip']) => r / g
  expect(chroma(tonesOf({}, 80).lip)).toBeLessThan(chroma(tonesOf({}, 30).lip))
})
