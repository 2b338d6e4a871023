import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hash, hashDigits, hashFloats, hashIntegers, hashNumber, hashText, startHash } from './hash.ts'

const hashOf = (add: (hash: Hash) => void): string => {
  const hash = startHash()
  add(hash)
  return hashDigits(hash)
}

test('gives the digits it gave on the day it was written', () => {
  expect(hashOf(() => {})).toBe('c4fb1fdf55dac580')
  expect(hashOf((hash) => hashText(hash, 'proscenium'))).toBe('24072bf626f94ed5')
  expect(hashOf((hash) => hashFloats(hash, new Float32Array([0, 1, -2.5, 1e-40])))).toBe('1864cf677fa6529a')
})

test('tells apart rows that differ in one bit of one float', () => {
  const row = new Float32Array(220).map((_, i) => i / 220)
  const before = hashOf((hash) => hashFloats(hash, row))
  new Uint32Array(row.buffer)[137]! ^= 1
  expect(hashOf((hash) => hashFloats(hash, row))).not.toBe(before)
})

test('tells a row from the same row with a zero more', () => {
  const digits = [0, 1, 2, 3].map((length) => hashOf((hash) => hashFloats(hash, new Float32Array(length))))
  expect(new Set(digits).size).toBe(4)
})

test('counts the sign of zero, and every NaN as one', () => {
  const floats = (bits: number) => hashOf((hash) => hashFloats(hash, new Float32Array(new Uint32Array([bits]).buffer)))
  expect(floats(0x80000000)).not.toBe(floats(0))
  expect(floats(0xffc00001)).toBe(floats(0x7fc00000))
  expect(floats(0x7f800000)).not.toBe(floats(0x7fc00000))
  expect(hashOf((hash) => hashNumber(hash, -0))).not.toBe(hashOf((hash) => hashNumber(hash, 0)))
})

test('hashes part of a row as that part alone', () => {
  const row = new Float32Array([1, 2, 3, 4, 5])
  const part = hashOf((hash) => hashFloats(hash, row, 1, 3))
  expect(part).toBe(hashOf((hash) => hashFloats(hash, new Float32Array([2, 3, 4]))))
})

test('streams: the same parts in the same order give the same digits, however they are grouped', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 20 }),
      fc.nat(20),
      (words, cut) => {
        const whole = hashOf((hash) => hashIntegers(hash, new Int32Array(words)))
        const parts = hashOf((hash) => {
          hashIntegers(hash, new Int32Array(words.slice(0, cut)))
          hashIntegers(hash, new Int32Array(words.slice(cut)))
        })
        expect(parts).toBe(whole)
      },
    ),
  )
})

test('separates texts', () => {
  const texts = (...parts: string[]) => hashOf((hash) => parts.forEach((part) => void hashText(hash, part)))
  expect(texts('ab', 'c')).not.toBe(texts('a', 'bc'))
  expect(texts('')).not.toBe(texts())
})

test('has no collision among a hundred thousand neighbouring numbers, in either half', () => {
  const digits = Array.from({ length: 100_000 }, (_, i) => hashOf((hash) => hashNumber(hash, i / 1000)))
  expect(new Set(digits).size).toBe(digits.length)
  // 100 000 draws from 2^32 collide 1.2 times on average.
  expect(new Set(digits.map((d) => d.slice(0, 8))).size).toBeGreaterThan(digits.length - 10)
  expect(new Set(digits.map((d) => d.slice(8))).size).toBeGreaterThan(digits.length - 10)
})
