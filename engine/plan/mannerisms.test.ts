import { expect, test } from 'vitest'
import casual from '../../content/manners/casual.json' with { type: 'json' }
import { mannerSchema } from './manner.ts'
import { mannerismsSchema, NO_MANNERISMS, withMannerisms } from './mannerisms.ts'

const manner = { ...mannerSchema.parse(casual), vocabulary: { offer: 2, point: 0 } }

test('favourite gestures come more readily, and nothing that is forbidden comes at all', () => {
  const own = mannerismsSchema.parse({ favourites: { offer: 1.5, precision: 3, point: 4 }, blinks: 1.1 })
  const { vocabulary, blinks } = withMannerisms(manner, own)
  expect(vocabulary).toEqual({ offer: 3, precision: 3, point: 0 })
  expect(blinks).toBeCloseTo(manner.blinks * 1.1)
})

test('who has none moves as the manner says', () => {
  expect(withMannerisms(manner, NO_MANNERISMS)).toEqual(manner)
})

test('what no head can do is refused', () => {
  expect(() => mannerismsSchema.parse({ tilt: 40 })).toThrow()
  expect(() => mannerismsSchema.parse({ favorites: {} })).toThrow()
})
