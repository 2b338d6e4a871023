import { expect, test } from 'vitest'
import { resample } from './resample.ts'
import { createResampleStream } from './resample-stream.ts'

const noise = (length: number) => new Float32Array(length).map((_, i) => Math.sin(i * i * 0.001) * 0.5)

test.each([
  [48000, 16000],
  [44100, 16000],
  [16000, 48000],
  [16000, 16000],
])('%i Hz to %i Hz comes to the same in pieces of any size as at once', (from, to) => {
  const whole = noise(6000)
  const stream = createResampleStream(from, to)
  const pieces: number[] = []
  for (let at = 0, size = 1; at < whole.length; at += size, size = (size * 7) % 331)
    pieces.push(...stream.push(whole.subarray(at, at + size)))
  const expected = resample(whole, from, to)
  const reach = Math.ceil((32 * Math.max(from, to)) / from) + 1
  expect(pieces.length).toBeGreaterThan(expected.length - reach - 32)
  expect(pieces).toEqual([...expected.subarray(0, pieces.length)])
})
