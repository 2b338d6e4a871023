import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const emphasizeWords = (words: readonly string[]) => readText(words, 'en').stress

const emphasize = (text: string) => {
  const words = text.split(' ')
  const levels = emphasizeWords(words)
  return Object.fromEntries(words.map((word, i) => [word, levels[i]!]))
}

const strongest = (text: string) => {
  const levels = Object.entries(emphasize(text))
  return levels.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

test.each([
  ['We went to the garden with him.', 'garden'],
  ['What are you looking for?', 'looking'],
  ['I said THAT one, please.', 'THAT'],
  ['I *never* met her in London.', '*never*'],
  ['The house is old, and I love it.', 'love'],
])('%s — the focus is %s', (text, focus) => {
  expect(strongest(text)).toBe(focus)
})

test('content words stand above words of grammar', () => {
  const levels = emphasize('The cat is sleeping on the sofa today.')
  expect(levels.cat).toBeGreaterThan(levels.on!)
  expect(levels.sleeping).toBeGreaterThan(levels.is!)
})

test('what is set against something else stands out', () => {
  const levels = emphasize('It is not blue velvet but green cotton that they sell.')
  expect(levels.blue).toBeGreaterThan(levels.velvet!)
  expect(levels.green).toBeGreaterThan(levels.cotton!)
})

test('a word said before is light', () => {
  const [, first, , , , , second] = emphasizeWords('The garden grows. I left the garden early.'.split(' '))
  expect(second).toBeLessThan(first!)
})

test('an exclamation is stronger than a statement', () => {
  expect(emphasize('What a lovely day!')['day!']).toBeGreaterThan(emphasize('What a lovely day.')['day.']!)
})

test('acronyms and a text all in capitals are not shouted', () => {
  expect(emphasize('The TV shows the U.S. news daily.').TV).toBeLessThan(0.5)
  expect(emphasize('THE WHOLE HOUSE BURNED DOWN').HOUSE).toBeLessThan(0.5)
})

test('each sentence has its own focus, and every level lies between 0 and 1', () => {
  const levels = emphasizeWords('Yes! Come over. 你好 - 3 I, the'.split(' '))
  expect(levels).toHaveLength(8)
  expect(levels[0]).toBe(1)
  for (const level of levels) {
    expect(level).toBeGreaterThanOrEqual(0)
    expect(level).toBeLessThanOrEqual(1)
  }
  expect(emphasizeWords([])).toEqual([])
})
