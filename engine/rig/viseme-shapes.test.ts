import { expect, it } from 'vitest'
import { ARKIT_BLENDSHAPES } from './blendshapes.ts'
import { VISEME_MIXES, VISEME_SHAPES } from './viseme-shapes.ts'
import { VISEMES } from './visemes.ts'

it('mixes every viseme from blendshapes that exist, with weights between 0 and 1', () => {
  expect(Object.keys(VISEME_SHAPES)).toEqual([...VISEMES])
  for (const [shape, weight] of Object.values(VISEME_SHAPES).flatMap((mix) => Object.entries(mix))) {
    expect(ARKIT_BLENDSHAPES).toContain(shape)
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThanOrEqual(1)
  }
})

it('opens the jaw widest for aa, and hardly for closed lips', () => {
  const jaw = (viseme: (typeof VISEMES)[number]) => VISEME_SHAPES[viseme].jawOpen ?? 0
  for (const viseme of VISEMES) expect(jaw(viseme)).toBeLessThanOrEqual(jaw('aa'))
  expect(jaw('PP')).toBeLessThan(0.05)
})

it('gives inner loops the same mixes by channel', () => {
  const channels = VISEME_MIXES[VISEMES.indexOf('ou')]!
  expect(channels).toContainEqual([ARKIT_BLENDSHAPES.indexOf('mouthPucker'), 0.75])
})
