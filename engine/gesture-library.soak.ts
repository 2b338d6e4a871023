import { expect, it } from 'vitest'
import { loadCatalogue } from './api/content.ts'
import { openContent } from './api/disk-content.ts'
import { lintGesture } from './lint-gesture.ts'

it('every gesture fits everybody: no hand too fast, none in the body', async () => {
  const catalogue = await loadCatalogue(openContent(), 'studio')
  const found: string[] = []
  for (const avatar of catalogue.rigs.keys())
    for (const name of catalogue.gestures.keys())
      for (const fault of lintGesture(catalogue, name, avatar)) found.push(`${avatar}, ${name}: ${fault}`)
  expect(found).toEqual([])
})
