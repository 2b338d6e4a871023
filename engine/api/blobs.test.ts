import { expect, test } from 'vitest'
import { createBlobStore } from './blobs.ts'

const tone = (height: number) => new Float32Array(1000).fill(height)
const FILE = 44 + 2000

test('the same samples are kept once, by one name', () => {
  const blobs = createBlobStore()
  expect(blobs.put(tone(0.1), 16_000)).toBe(blobs.put(tone(0.1), 16_000))
  expect(blobs.bytes()).toBe(FILE)
  for (let i = 0; i < 100; i++) blobs.put(tone(i / 100), 16_000)
  expect(blobs.bytes()).toBe(100 * FILE)
})

test('a store with a limit forgets what was asked for longest ago, and never what is needed', () => {
  const needed = new Set<string>()
  const blobs = createBlobStore([], { bytes: 3 * FILE, needed: () => needed })
  const [first, second, third] = [0.1, 0.2, 0.3].map((height) => blobs.put(tone(height), 16_000)) as [
    never,
    never,
    never,
  ]
  needed.add(second)
  expect(blobs.file(first)).toBeDefined()
  const fourth = blobs.put(tone(0.4), 16_000)
  expect([first, second, third, fourth].map((hash) => blobs.file(hash) !== undefined)).toEqual([
    true,
    true,
    false,
    true,
  ])
  needed.add(first).add(fourth)
  const fifth = blobs.put(tone(0.5), 16_000)
  expect([first, second, fourth, fifth].every((hash) => blobs.file(hash) !== undefined)).toBe(true)
  expect(blobs.bytes()).toBe(4 * FILE)
  needed.clear()
  const sixth = blobs.put(tone(0.6), 16_000)
  expect(blobs.bytes()).toBe(3 * FILE)
  expect([fourth, fifth, sixth].every((hash) => blobs.file(hash) !== undefined)).toBe(true)
})
