import { expect, test } from 'vitest'
import { isWelcome } from './origin.ts'

const local = { origins: [], isLocal: true }
const open = { origins: ['https://talk.example'], isLocal: false }

test('the server’s own page is welcome, and programs that are no browsers', () => {
  expect(isWelcome({ origin: 'http://127.0.0.1:2567', host: '127.0.0.1:2567' }, local)).toBe(true)
  expect(isWelcome({ origin: 'http://[::1]:2567', host: '[::1]:2567' }, local)).toBe(true)
  expect(isWelcome({ origin: null, host: 'localhost:2567' }, local)).toBe(true)
  expect(isWelcome({ origin: 'https://room.example', host: 'room.example' }, open)).toBe(true)
})

test('a foreign page is not, nor one that has the server’s address by a name of its own', () => {
  expect(isWelcome({ origin: 'https://evil.example', host: '127.0.0.1:2567' }, local)).toBe(false)
  expect(isWelcome({ origin: 'http://127.0.0.1:8080', host: '127.0.0.1:2567' }, local)).toBe(false)
  expect(isWelcome({ origin: 'http://evil.example:2567', host: 'evil.example:2567' }, local)).toBe(false)
  expect(isWelcome({ origin: 'null', host: 'localhost:2567' }, local)).toBe(false)
  expect(isWelcome({ origin: null, host: undefined }, local)).toBe(false)
})

test('a page that is listed is welcome', () => {
  expect(isWelcome({ origin: 'https://talk.example', host: 'room.example' }, open)).toBe(true)
  expect(isWelcome({ origin: 'https://talk.example.evil', host: 'room.example' }, open)).toBe(false)
})
