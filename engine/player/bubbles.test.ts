import { describe, expect, it } from 'vitest'
import { bubblesOf } from './bubbles.ts'

const ACTORS = new Set(['host', 'aiko'])
const told = (...history: readonly [by: string, text: string][]) =>
  bubblesOf(
    history.map(([by, text], tick) => ({ by, name: by, text, language: 'en', tick })),
    ACTORS,
  ).map(({ by, isFirst, breaths }) => [by, isFirst, ...breaths.map(({ text }) => text)])

describe('what was said, as it is shown', () => {
  it('keeps the breaths of a sentence together, and sentences apart', () => {
    expect(told(['host', 'Would you like to see it,'], ['host', 'or shall I go on?'], ['host', 'Say so.'])).toEqual([
      ['host', true, 'Would you like to see it,', 'or shall I go on?'],
      ['host', false, 'Say so.'],
    ])
  })

  it('ends a sentence at what closes around it', () => {
    expect(told(['host', 'She said “come in.”'], ['host', 'I did.'])).toHaveLength(2)
  })

  it('joins nothing of two who speak, nor what people send one after the other', () => {
    expect(told(['host', 'Well,'], ['aiko', 'no.'])).toHaveLength(2)
    expect(told(['ada', 'hi'], ['ada', 'how are you'])).toHaveLength(2)
  })
})
