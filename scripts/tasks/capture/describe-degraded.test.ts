import { expect, it } from 'vitest'
import { describeDegraded } from './describe-degraded.ts'

it('says nothing where all was spoken', () => {
  expect(describeDegraded([])).toEqual([])
})

it('tells what is shown from what is left out', () => {
  expect(
    describeDegraded([
      { what: 'unspoken', text: '你好' },
      { what: 'removed', text: 'U+0007' },
      { what: 'unspoken', text: '🙂' },
    ]),
  ).toEqual([
    'The voice cannot say "你好", "🙂": shown in the captions only.',
    'Left out of the text, for they can be neither said nor shown: U+0007.',
  ])
})

it('tells where lips are guessed', () => {
  expect(describeDegraded([{ what: 'rough-lips', text: 'Grüezi mitenand.' }])).toEqual([
    'No phones are known for "Grüezi mitenand.": the lips there follow spelling and loudness only.',
  ])
})

it('names six of many', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({
    what: 'unspoken' as const,
    text: String.fromCodePoint(0x1f600 + i),
  }))
  expect(describeDegraded(many)).toEqual([expect.stringMatching(/"😅" and 14 more: shown/)])
})
