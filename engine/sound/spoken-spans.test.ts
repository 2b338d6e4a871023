import { expect, test } from 'vitest'
import { findSpokenSpans } from './spoken-spans.ts'

const RATE = 16000

/** A tone that is on during some seconds, over noise at a level. */
function recording(seconds: number, spoken: readonly (readonly [number, number])[], noise: number): Float32Array {
  let state = 1
  return new Float32Array(seconds * RATE).map((_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const time = i / RATE
    const isOn = spoken.some(([start, end]) => time >= start && time < end)
    return (state / 2 ** 31) * noise + (isOn ? 0.3 * Math.sin(2 * Math.PI * 200 * time) : 0)
  })
}

const spansOf = (samples: Float32Array) => findSpokenSpans(samples, RATE).map(({ start, end }) => [start, end])

test.each([0, 0.001, 0.03])('finds speech between pauses over noise of %f', (noise) => {
  const found = spansOf(recording(6, [[0.5, 2], [2.6, 4.1]], noise)) // biome-ignore format: one line
  expect(found).toHaveLength(2)
  const expected = [0.46, 2.04, 2.56, 4.14]
  found.flat().forEach((time, i) => {
    expect(Math.abs(time - expected[i]!)).toBeLessThan(0.03)
  })
})

test('the closure of a stop is no pause, and a click no speech', () => {
  expect(spansOf(recording(4, [[1, 2], [2.12, 3], [3.5, 3.52]], 0.0005))).toHaveLength(1) // biome-ignore format: one line
})

test('speech without a pause is one span from end to end', () => {
  const [[start, end] = [], ...others] = spansOf(recording(2, [[0, 2]], 0))
  expect([start, end, others.length]).toEqual([0, 2, 0])
})

test('silence and next to nothing hold no speech', () => {
  expect(spansOf(new Float32Array(RATE))).toEqual([])
  expect(spansOf(new Float32Array(0))).toEqual([])
  expect(spansOf(recording(1, [], 0.0002))).toEqual([])
})
