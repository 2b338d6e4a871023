import { expect, test } from 'vitest'
import type { Flite } from './flite-wasi.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { loadFliteInNode } from './load-flite-node.ts'

const { flite } = await loadFliteInNode()

/** A lexicon, and how often it has asked. */
function counted(): { lexicon: Lexicon; runs: () => number } {
  let runs = 0
  const counting: Flite = {
    ...flite,
    run(args) {
      runs++
      return flite.run(args)
    },
  }
  return { lexicon: createLexicon(counting), runs: () => runs }
}

const soundsOf = (lexicon: Lexicon, text: string) =>
  lexicon.pronounce(text.split(' ')).map((phones) => phones.map(({ phone }) => phone).join(' '))

test('words sound as they are read, without silences', () => {
  const { lexicon } = counted()
  expect(soundsOf(lexicon, 'Hello, world! Dr. 3:45 $3.50')).toEqual([
    'hh ax l ow',
    'w er l d',
    'd aa k t er',
    'th r iy f ao r t iy f ay v',
    'th r iy d aa l er z f ih f t iy s eh n t s',
  ])
})

test('each word begins at 0 and its phones follow each other', () => {
  for (const phones of counted().lexicon.pronounce(['garden', 'stop'])) {
    expect(phones[0]!.start).toBe(0)
    for (let i = 1; i < phones.length; i++) expect(phones[i]!.start).toBeCloseTo(phones[i - 1]!.end, 9)
  }
})

test('many words are read in one run, and none twice', () => {
  const { lexicon, runs } = counted()
  const text = 'one two three four five six seven eight nine ten two four'
  const first = soundsOf(lexicon, text)
  expect(runs()).toBe(1)
  expect(soundsOf(lexicon, text)).toEqual(first)
  expect(runs()).toBe(1)
})

test('a word that is read in several breaths does not shift the others', () => {
  const { lexicon } = counted()
  const [stop, date, after] = soundsOf(lexicon, 'stop 2024-05-01 after')
  expect(stop).toBe('s t aa p')
  expect(date!.split(' ').length).toBeGreaterThan(12)
  expect(after).toBe('ae f t er')
})

test('marks have no sound', () => {
  expect(soundsOf(counted().lexicon, '-- hello')).toEqual(['', 'hh ax l ow'])
})
