import { describe, expect, test } from 'vitest'
import { HELD_OUT } from './held-out-phrases.ts'
import { createIntentMatcher } from './intents.ts'
import { loadPersona } from './persona.ts'
import { readText } from './read-text.ts'

const { phrases } = await loadPersona('milla')
const match = createIntentMatcher(
  Object.entries(phrases.intents).map(([name, examples]) => ({ name, examples })),
  'Milla',
)
const meantBy = (text: string): string | undefined =>
  readText(text)
    .map(match)
    .find((one) => one !== undefined)?.name

describe('phrases that nobody wrote down', () => {
  const known = HELD_OUT.filter(([, meant]) => meant !== undefined)
  const strange = HELD_OUT.filter(([, meant]) => meant === undefined)
  const written = new Set(Object.values(phrases.intents).flat())

  test('are none of the examples', () => {
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(120)
    expect(HELD_OUT.filter(([text]) => written.has(text.toLowerCase().replace(/[.!?,]/g, '')))).toEqual([])
  })

  test('are understood for the most part, and seldom taken for something else', () => {
    const right = known.filter(([text, meant]) => meantBy(text) === meant)
    const wrong = known.filter(([text, meant]) => ![meant, undefined].includes(meantBy(text)))
    expect(right.length / known.length).toBeGreaterThan(0.75)
    expect(wrong.length / known.length).toBeLessThan(0.08)
  })

  test('are left alone where nobody can know what they mean', () => {
    expect(strange.filter(([text]) => meantBy(text) !== undefined).length).toBeLessThanOrEqual(strange.length * 0.03)
  })
})

test.each([
  ['I am happy', 'I am not happy'],
  ['You are clever', 'You are not clever'],
  ['Are you tired?', 'I am tired'],
  ['What is your name?', 'What is my name?'],
])('"%s" and "%s" are two things', (one, other) => {
  expect(meantBy(one)).toBeDefined()
  expect(meantBy(one)).not.toBe(meantBy(other))
})

test.each([
  ['tell me a joek', 'joke'],
  ['what is your favroite colour', 'colour'],
  ['do you beleive in god', 'religion'],
  ['whats your name', 'name'],
  ['HOW ARE YOU???', 'how-are-you'],
])('"%s" is understood though it is mistyped', (text, meant) => {
  expect(meantBy(text)).toBe(meant)
})

test('a word that a dictionary knows is never put right', () => {
  expect(meantBy('tell me a yoke')).toBeUndefined()
})

test('takes a text of any length', () => {
  expect(() => meantBy('why '.repeat(25_000))).not.toThrow()
  expect(readText('One. '.repeat(1000))).toHaveLength(12)
})
