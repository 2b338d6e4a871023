import { expect, test } from 'vitest'
import { createWakeWord } from './wake-word.ts'

const hear = (text: string) => createWakeWord(() => 0).hear(text, 'Milla')

test.each([
  ['Hey Milla, what time is it?', 'what time is it?'],
  ['milla tell me a joke', 'tell me a joke'],
  ['Hi miller what time is it', 'what time is it'],
  ['okay mila stop', 'stop'],
  ['What do you think, Milla?', 'What do you think, Milla?'],
  ['Hey Milla!', ''],
])('"%s" is said to her', (text, rest) => {
  expect(hear(text)).toBe(rest)
})

test.each([
  'what time is it',
  'hey there what time is it',
  'a million of them',
  'hey mother',
  'the miller went home',
  '',
])('"%s" is not', (text) => {
  expect(hear(text)).toBeUndefined()
})

test('who calls her and says no more is listened to for a while', () => {
  let now = 0
  const { hear } = createWakeWord(() => now)
  expect(hear('hey milla', 'Milla')).toBe('')
  now = 9000
  expect(hear('what time is it', 'Milla')).toBe('what time is it')
  now = 11_000
  expect(hear('what time is it', 'Milla')).toBeUndefined()
})
