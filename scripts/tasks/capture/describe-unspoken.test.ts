import { expect, it } from 'vitest'
import { describeUnspoken } from './describe-unspoken.ts'

it('says nothing where all was spoken', () => {
  expect(describeUnspoken([])).toEqual([])
})

it('tells what is shown from what is left out', () => {
  expect(
    describeUnspoken([
      { what: 'unspoken', text: '你好' },
      { what: 'removed', text: 'U+0007' },
      { what: 'unspoken', text: '🙂' },
    ]),
  ).toEqual([
    'The voice cannot say "你好", "🙂": shown in the captions only.',
    'Left out of the text, for they can be neither said nor shown: U+0007.',
  ])
})

it('names six of many', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({
    what: 'unspoken' as const,
    text: String.fromCodePoint(0x1f600 + i),
  }))
  expect(describeUnspoken(many)).toEqual([expect.stringMatching(/"😅" and 14 more: shown/)])
})
