import { expect, test } from 'vitest'
import { assertSpeakable, cleanText, shownSeconds, tokenize } from './speakable.ts'

const spoken = (text: string) =>
  tokenize(text)
    .map((token) => token.spoken)
    .join(' ')
const written = (text: string) => tokenize(text).map((token) => token.written)

test('words keep their punctuation, and marks that stand alone join the word before', () => {
  expect(written('“Well” – he said , yes …')).toEqual(['“Well” –', 'he', 'said ,', 'yes …'])
  expect(written('- first')).toEqual(['- first'])
})

test('emoji and other scripts are words of their own, shown and not spoken', () => {
  expect(tokenize('Great!😀 你好 мир')).toEqual([
    { written: 'Great!', spoken: 'Great!' },
    { written: '😀', spoken: '' },
    { written: '你好', spoken: '' },
    { written: 'мир', spoken: '' },
  ])
})

test('a mark after an emoji stays with it', () => {
  expect(written('Wow 😀!')).toEqual(['Wow', '😀!'])
})

test.each([
  ['Café naïve Ærøskøbing Łódź straße', 'Cafe naive AEroskobing Lodz strasse'],
  ['it’s “fine”', 'it\'s "fine"'],
  ['€5 and 5€ and £3.50', '5 euros and 5 euros and 3.50 pounds'],
  ['R&D', 'R and D'],
  ['#1 **bold** _thin_ ~~no~~', 'number 1 bold thin no'],
  ['ｗｉｄｅ ﬁne ½ 20°', 'wide fine 1/2 20 degrees'],
  ['word—word', 'word, word'],
  ['10–20', '10-20'],
  ['then – go', 'then, go'],
  ['the CEO and APIs', "the C.E.O. and A.P.I.'s"],
  ['TELL US NOW', 'TELL US NOW'],
])('%s is read %s', (text, reading) => {
  expect(spoken(text)).toBe(reading)
})

test('what is spoken is ASCII, whatever is written', () => {
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join(' ')
  for (const token of tokenize(cleanText(all).text)) expect(token.spoken).toMatch(/^[ -~]*$/)
})

test('control characters go and are named; tabs and line breaks stay', () => {
  expect(cleanText('a\u0007b\u0000\tc\n\u0007')).toEqual({ text: 'ab\tc\n', removed: ['U+0007', 'U+0000'] })
  expect(cleanText('a\ud800b').removed).toEqual(['U+FFFD'])
  expect(cleanText('plain')).toEqual({ text: 'plain', removed: [] })
})

test('families and flags stay whole, and each emoji is one character of reading time', () => {
  expect(cleanText('👩‍👩‍👧🇬🇧').removed).toEqual([])
  expect(written('hi 👩‍👩‍👧 🇬🇧')).toEqual(['hi', '👩‍👩‍👧', '🇬🇧'])
  expect(shownSeconds('👩‍👩‍👧')).toBeCloseTo(1 / 15)
})

test('a text in which nothing is heard is refused, saying what it was', () => {
  expect(() => assertSpeakable(' \n')).toThrow(/empty/)
  expect(() => assertSpeakable('你好。😀')).toThrow(/"你好。😀"/)
  expect(() => assertSpeakable('你好 ok')).not.toThrow()
})
