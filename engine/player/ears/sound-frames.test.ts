import { expect, test } from 'vitest'
import { createCutter, levelOf, meterOf, SILENCE, toPcm } from './sound-frames.ts'

test('sound in pieces of any size comes out in pieces of one size, in order', () => {
  const whole = Float32Array.from({ length: 1000 }, (_, i) => i)
  const pieces: Float32Array[] = []
  const cutter = createCutter(64, (piece) => pieces.push(piece))
  for (let at = 0, size = 1; at < 1000; at += size, size = (size * 5) % 177) cutter.push(whole.subarray(at, at + size))
  expect(pieces.every(({ length }) => length === 64)).toBe(true)
  expect(pieces.flatMap((piece) => [...piece])).toEqual([...whole.subarray(0, 960)])
})

test('samples become 16 bits, low byte first, clipped', () => {
  expect([...toPcm(Float32Array.of(0, 1, -1, 2, -2))]).toEqual([0, 0, 255, 127, 1, 128, 255, 127, 0, 128])
})

test('a full sine is 3 dB below full scale, and silence is no number below the least', () => {
  const sine = Float32Array.from({ length: 1600 }, (_, i) => Math.sin((2 * Math.PI * i) / 16))
  expect(levelOf(sine)).toBeCloseTo(-3.01, 1)
  expect(levelOf(new Float32Array(512))).toBe(SILENCE)
  expect(levelOf(new Float32Array(0))).toBe(SILENCE)
})

test('a meter rests in a quiet room and is full of a loud voice', () => {
  expect([SILENCE, -60, -36, -12, 0].map(meterOf)).toEqual([0, 0, 0.5, 1, 1])
})
