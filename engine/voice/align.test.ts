import { expect, test } from 'vitest'
import type { Phone } from '../plan/plan.ts'
import { alignWords } from './align.ts'

/** Phones of 0.1 s each. */
const phonesOf = (sounds: string): Phone[] =>
  sounds.split(' ').map((phone, i) => ({ phone, start: i / 10, end: (i + 1) / 10 }))
const wordsOf = (words: string) => words.split('|').map((word) => word.trim().split(' ').filter(Boolean))
const align = (words: string, sounds: string) =>
  alignWords(wordsOf(words), phonesOf(sounds)).map(({ start, end }) =>
    [start, end].map((time) => Math.round(time * 10)),
  )

test('words lie where their phones are, silences between them', () => {
  expect(align('hh ay | dh eh r', 'pau hh ay pau dh eh r pau')).toEqual([
    [1, 3],
    [4, 7],
  ])
})

test('a reduced vowel and a sound left out do not shift the rest', () => {
  expect(align('ey | k ae t | ae n d | d ao g', 'ax k ae t ax n d ao g')).toEqual([
    [0, 1],
    [1, 4],
    [4, 6],
    [6, 9],
  ])
})

test('a sound that no word has goes to the word before it', () => {
  expect(align('g ow | aa n', 'g ow w aa n')).toEqual([
    [0, 3],
    [3, 5],
  ])
})

test('the same word twice is found twice', () => {
  expect(align('n ow | n ow', 'n ow pau n ow')).toEqual([
    [0, 2],
    [3, 5],
  ])
})

test('a word without phones shares the span of its neighbour', () => {
  expect(align('n ow | | b ay', 'n ow b ay')).toEqual([
    [0, 1],
    [1, 2],
    [2, 4],
  ])
  expect(align('| b ay', 'b ay')).toEqual([
    [0, 1],
    [1, 2],
  ])
})

test('no sounds at all give spans of no length', () => {
  expect(align('n ow', 'pau')).toEqual([[0, 0]])
})

test('each sound belongs to one word at most, whatever the words are', () => {
  for (let seed = 1; seed < 60; seed++) {
    const letters = 'aa b k iy s t'.split(' ')
    const pick = (i: number) => letters[(seed * 7919 + i * 104729 + ((seed * i) % 13)) % letters.length]!
    const words = Array.from({ length: 5 }, (_, w) =>
      Array.from({ length: 1 + ((seed + w) % 3) }, (_, k) => pick(w * 5 + k)),
    )
    const spans = alignWords(words, phonesOf(Array.from({ length: 9 }, (_, i) => pick(i + 3)).join(' ')))
    for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end - 1e-9)
    for (const { start, end } of spans) expect(end).toBeGreaterThan(start)
  }
})
