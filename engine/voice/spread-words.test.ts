import { expect, test } from 'vitest'
import { type SpreadWord, spreadWords } from './spread-words.ts'

const word = (weight: number, ends: SpreadWord['ends'] = 'word'): SpreadWord => ({ weight, ends })
const spans = [
  { start: 1, end: 2 },
  { start: 3, end: 5 },
]

test('words fill the spoken stretches by their weight, and none crosses a pause', () => {
  const spread = spreadWords([word(0.5), word(0.5), word(1), word(1)], spans)
  expect(spread).toEqual([
    [
      { start: 1, end: 1.5 },
      { start: 1.5, end: 2 },
    ],
    [
      { start: 3, end: 4 },
      { start: 4, end: 5 },
    ],
  ])
})

test('a pause falls rather after a comma than at its even place', () => {
  const early = [{ start: 0, end: 1.25 }, spans[1]!]
  const countFirst = (first: SpreadWord) => spreadWords([first, word(1), word(1), word(1)], early)[0]!.length
  expect(countFirst(word(1))).toBe(2)
  expect(countFirst(word(1, 'clause'))).toBe(1)
})

test('sentences end at pauses, though one was said in a hurry', () => {
  const sentence = [word(0.5), word(0.5), word(0.5, 'sentence')]
  const hurried = [1.5, 1.1, 1.6, 0.9].map((length, i) => ({ start: i * 2, end: i * 2 + length }))
  const spread = spreadWords([...sentence, ...sentence, ...sentence, ...sentence], hurried)
  expect(spread.map((times) => times.length)).toEqual([3, 3, 3, 3])
})

test('every word is placed once, in order, whatever the numbers', () => {
  for (const count of [1, 2, 3, 17]) {
    const words = Array.from({ length: count }, (_, i) =>
      word(0.1 + ((i * 37) % 11) / 10, i % 4 === 3 ? 'sentence' : 'word'),
    )
    const placed = spreadWords(words, [...spans, { start: 6, end: 6.2 }, { start: 7, end: 9 }]).flat()
    expect(placed).toHaveLength(count)
    placed.forEach(({ start, end }, i) => {
      expect(end).toBeGreaterThan(start)
      expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : placed[i - 1]!.end - 1e-9)
    })
  }
})
