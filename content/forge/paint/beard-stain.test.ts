import { expect, test } from 'vitest'
import { BEARDS } from '../hair/beard-zones.ts'
import { type HeadRecipe, MILLA } from '../head/recipe.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { beardStain } from './beard-stain.ts'

const man: HeadRecipe = { ...MILLA, complexion: { ...MILLA.complexion, masculinity: 1 } }
const stubbled: HeadRecipe = { ...man, beard: { style: 'stubble', colour: '#2a1b15' } }
const CHEEK: Vec3 = [4.5, -6.5, 6]

/** Mean share of red left around a place, where single hairs do not count. */
function meanLeft(recipe: HeadRecipe, [x, y, z]: Vec3): number {
  const stain = beardStain(recipe)
  const places = Array.from({ length: 400 }, (_, i): Vec3 => [x + (i % 20) * 0.02, y + Math.floor(i / 20) * 0.02, z])
  return places.reduce((sum, place) => sum + (stain(place, 0)?.[0] ?? 1), 0) / places.length
}

test('women have no shadow of a beard, shaven men a faint one, and stubble is plainly seen', () => {
  expect(meanLeft(MILLA, CHEEK)).toBe(1)
  expect(meanLeft(man, CHEEK)).toBeGreaterThan(0.9)
  expect(meanLeft(man, CHEEK)).toBeLessThan(0.98)
  expect(meanLeft(stubbled, CHEEK)).toBeLessThan(0.75)
})

test('stubble has single hairs, and none on the red of the lips', () => {
  const stain = beardStain(stubbled)
  const row = Array.from({ length: 60 }, (_, i) => stain([4 + i * 0.02, -6.5, 6], 0)?.[0] ?? 1)
  expect(Math.max(...row) - Math.min(...row)).toBeGreaterThan(0.08)
  expect(stain([0, -5.9, 8], 0.5)).toBeUndefined()
})

test('stubble fades out over the cheek, beside the mouth and on the neck: it has no edge', () => {
  const { zone } = BEARDS.stubble
  const paths: readonly ((t: number) => Vec3)[] = [
    (t) => [4.5, -7 + 7 * t, 6],
    (t) => [5 * t, -6.8, 8],
    (t) => [2, -9 + 6 * t, 8],
    (t) => [3, -7 - 7 * t, 6 - 4 * t],
  ]
  for (const path of paths)
    for (let i = 0; i < 200; i++) expect(Math.abs(zone(path((i + 1) / 200)) - zone(path(i / 200)))).toBeLessThan(0.07)
})
