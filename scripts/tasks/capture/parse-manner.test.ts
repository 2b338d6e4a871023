import { expect, test } from 'vitest'
import { parseManner } from './parse-manner.ts'

test('a manner is a name, or two and how far from the first to the second', () => {
  expect(parseManner('enthusiastic')).toEqual({ manner: 'enthusiastic' })
  expect(parseManner('calm:shy:0.3')).toEqual({ manner: 'calm', towards: 'shy', share: 0.3 })
  expect(parseManner('calm : shy')).toEqual({ manner: 'calm', towards: 'shy', share: 0.5 })
})

test.each(['', ':shy', 'calm:', 'calm:shy:2', 'calm:shy:half', 'calm:shy:', 'calm:shy:0.3:1'])(
  '"%s" is refused',
  (text) => {
    expect(() => parseManner(text)).toThrow(/^--manner takes a name or two and a share/)
  },
)
