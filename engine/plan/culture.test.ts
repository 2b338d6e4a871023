import { describe, expect, test } from 'vitest'
import casual from '../../content/manners/casual.json' with { type: 'json' }
import enthusiastic from '../../content/manners/enthusiastic.json' with { type: 'json' }
import { cultureSchema, inCulture, meansIn } from './culture.ts'
import { mannerSchema } from './manner.ts'

const FILES = Object.entries(
  import.meta.glob<unknown>('../../content/cultures/*.json', { eager: true, import: 'default' }),
).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file] as const)

const manner = mannerSchema.parse(casual)
const culture = (id: string) => cultureSchema.parse(FILES.find(([name]) => name === id)![1])

describe.each(FILES)('%s', (_, file) => {
  const parsed = cultureSchema.parse(file)

  test('says nothing without a reason, and gives no reason for what it does not say', () => {
    const { version: _v, title: _t, description: _d, because, sources: _s, ...topics } = file as Record<string, unknown>
    expect(because).toBeDefined()
    const explained = new Set(parsed.because.flatMap(({ sets }) => sets as string[]))
    expect([...explained].sort()).toEqual(Object.keys(topics).sort())
  })

  test('names every work that it builds on, and no other', () => {
    const used = new Set(parsed.because.map(({ source }) => source))
    expect([...used].sort()).toEqual(Object.keys(parsed.sources).sort())
  })

  test('leaves a manner that its schema still takes', () => {
    for (const one of [manner, mannerSchema.parse(enthusiastic)])
      expect(() => mannerSchema.parse(inCulture(one, parsed))).not.toThrow()
  })
})

test('a manner takes on the size, the rate and the gaze of a culture', () => {
  const italian = inCulture(manner, culture('italy'))
  expect(italian.rate).toBeCloseTo(manner.rate * 1.2)
  expect(italian.space).toBeCloseTo(manner.space * 1.2)
  expect(italian.gaze.speaking).toBeCloseTo(manner.gaze.speaking * 1.1)
  expect(italian.tempo).toBe(manner.tempo)
})

test('what is forbidden is never chosen, however much a manner likes it', () => {
  const fond = { ...manner, vocabulary: { 'ok-ring': 4, precision: 2 } }
  const { vocabulary } = inCulture(fond, culture('italy'))
  expect(vocabulary.precision).toBeCloseTo(3)
  expect(inCulture(fond, culture('brazil')).vocabulary['ok-ring']).toBe(0)
})

test('a nod says no where it does', () => {
  expect(meansIn(culture('bulgaria'), 'nod', ['yes'])).toEqual(['no'])
  expect(meansIn(culture('us'), 'nod', ['yes'])).toEqual(['yes'])
})
