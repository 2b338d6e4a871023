import { expect, it } from 'vitest'
import { kelvinColour, luminance } from './kelvin.ts'

it('sees light of its own white balance as white', () => {
  for (const channel of kelvinColour(5050, 5050)) expect(channel).toBeCloseTo(1, 6)
})

it('sees lamps as warm and sky as cool, at the same luminance', () => {
  const [lamp, sky] = [kelvinColour(2900, 5050), kelvinColour(7500, 5050)]
  expect(lamp[0]).toBeGreaterThan(1.2)
  expect(lamp[2]).toBeLessThan(0.5)
  expect(sky[2]).toBeGreaterThan(sky[0])
  for (const colour of [lamp, sky]) expect(luminance(colour)).toBeCloseTo(1, 6)
})

it('gives an incandescent lamp the colour of the standard one', () => {
  // CIE illuminant A, x .4476, y .4074, seen by a camera balanced for a black body of 6504 K, x .3135, y .3237.
  const [r, g, b] = kelvinColour(2856, 6504)
  expect(Math.abs(g / r - 0.474)).toBeLessThan(0.01)
  expect(Math.abs(b / r - 0.127)).toBeLessThan(0.01)
})
