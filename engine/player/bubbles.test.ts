import { describe, expect, it } from 'vitest'
import { bubblesOf } from './bubbles.ts'

const told = (...history: readonly [by: string, text: string, line?: string][]) =>
  bubblesOf(history.map(([by, text, line = ''], tick) => ({ by, name: by, text, language: 'en', line, tick }))).map(
    ({ by, isFirst, breaths }) => [by, isFirst, ...breaths.map(({ text }) => text)],
  )

describe('what was said, as it is shown', () => {
  it('keeps the breaths of a sentence together, and sentences apart', () => {
    const breaths = ['Would you like to see it,', 'or shall I go on?', 'Say so.']
    expect(told(...breaths.map((text): [string, string, string] => ['host', text, 'line-1']))).toEqual([
      ['host', true, 'Would you like to see it,', 'or shall I go on?'],
      ['host', false, 'Say so.'],
    ])
  })

  it('ends a sentence at what closes around it', () => {
    expect(told(['host', 'She said “come in.”', 'line-1'], ['host', 'I did.', 'line-1'])).toHaveLength(2)
  })

  it('keeps a sentence whole that somebody spoke into', () => {
    expect(told(['host', 'I was there,', 'line-1'], ['ada', 'Stop'], ['host', 'but', 'line-1'])).toEqual([
      ['host', true, 'I was there,', 'but'],
      ['ada', true, 'Stop'],
    ])
  })

  it('adds nothing to a sentence that was broken off', () => {
    expect(told(['host', 'I was there, but', 'line-1'], ['host', 'As you like.', 'line-2'])).toHaveLength(2)
  })

  it('joins nothing of two who speak, nor what people send one after the other', () => {
    expect(told(['host', 'Well,', 'line-1'], ['aiko', 'no.', 'line-1'])).toHaveLength(2)
    expect(told(['ada', 'hi'], ['ada', 'how are you'])).toHaveLength(2)
  })
})
