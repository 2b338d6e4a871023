import { expect, test } from 'vitest'
import { MAX_FIRST_CHARACTERS, MAX_PART_CHARACTERS, splitText } from './split.ts'

const textsOf = (text: string) => [...splitText(text)].map((part) => part.text)

test('sentences are parts', () => {
  expect(textsOf('Hello there. How are you? Fine!')).toEqual(['Hello there.', 'How are you?', 'Fine!'])
})

test.each([
  'Dr. Smith met Mrs. Jones at St. Paul vs. us.',
  'It costs 3.50, e.g. Twenty a week.',
  'J. R. Tolkien moved to the U.S. Army.',
  'No. 5 is alive.',
  '“Really?” he asked.',
  'Wait... what is it?',
])('%s is one part', (text) => {
  expect(textsOf(text)).toEqual([text])
})

test.each([
  ['I say no. Then I go.', 2],
  ['It was I. You know.', 2],
  ['What?! No way.', 2],
  ['She said “Go.” He went.', 2],
])('%s has %i', (text, count) => {
  expect(textsOf(text)).toHaveLength(count)
})

test('a line break is a space and a blank line a longer pause', () => {
  const parts = [...splitText('One line\r\nwrapped. Two.\n\nNext')]
  expect(parts.map(({ text }) => text)).toEqual(['One line wrapped.', 'Two.', 'Next'])
  expect(parts[1]!.silence).toBeGreaterThan(parts[0]!.silence)
  expect(parts[2]!.silence).toBe(0)
})

test('the first part of a long sentence is short and ends at a clause', () => {
  const text = 'When the rain had stopped, the children ran out into the garden and looked for snails under every leaf.'
  const [first, second] = textsOf(text)
  expect(first).toBe('When the rain had stopped,')
  expect(second).toMatch(/^the children .* leaf\.$/)
})

test('unpunctuated text is cut between words at 200 characters, and nothing is lost', () => {
  const text = 'all work and no play makes jack a dull boy '.repeat(50).trim()
  const parts = textsOf(text)
  expect(parts[0]!.length).toBeLessThanOrEqual(MAX_FIRST_CHARACTERS)
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(MAX_PART_CHARACTERS)
  for (const part of parts.slice(1, -1)) expect(part.length).toBeGreaterThan(MAX_PART_CHARACTERS - 20)
  expect(parts.join(' ')).toBe(text)
})

test('a comma is a better place than the last word', () => {
  const clause = 'and then the story went on for a while without any end in sight, '
  const parts = textsOf(`Well. ${clause.repeat(5)}done.`)
  for (const part of parts.slice(1, -1)) expect(part).toMatch(/,$/)
})

test('a word without end is cut, never within a character', () => {
  const parts = textsOf('😀'.repeat(300))
  expect(parts.join('')).toBe('😀'.repeat(300))
  for (const part of parts) expect(part.isWellFormed()).toBe(true)
})

test('nothing but space has no parts', () => {
  expect(textsOf(' \n\n \t')).toEqual([])
})

test('the first part of a book costs no more than that of a note', () => {
  const book = 'It was a dark and stormy night, and the rain fell in torrents. '.repeat(20_000)
  const before = process.cpuUsage()
  splitText(book).next()
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.05)
})
