import { expect, test } from 'vitest'
import academic from '../../content/manners/academic.json' with { type: 'json' }
import shy from '../../content/manners/shy.json' with { type: 'json' }
import { mannerSchema, mixManners } from './manner.ts'

const first = mannerSchema.parse(academic)
const second = mannerSchema.parse(shy)

test('a manner between two lies between them in every number', () => {
  const half = mixManners(first, second, 0.5)
  expect(half.space).toBeCloseTo((first.space + second.space) / 2)
  expect(half.gaze.thinking).toBeCloseTo((first.gaze.thinking + second.gaze.thinking) / 2)
  expect(half.posture.chin).toBeCloseTo((first.posture.chin + second.posture.chin) / 2)
  expect(mannerSchema.parse(half)).toEqual(half)
})

test('what one vocabulary does not name counts 1 there', () => {
  const { vocabulary } = mixManners(first, second, 0.25)
  expect(vocabulary.precision).toBeCloseTo(2.5 * 0.75 + 0.25)
  expect(vocabulary.you).toBeCloseTo(0.75 + 0.4 * 0.25)
})

test('at either end it is that manner', () => {
  expect(mixManners(first, second, 0)).toBe(first)
  expect(mixManners(first, second, 1)).toBe(second)
})
