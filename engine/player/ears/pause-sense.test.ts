import { expect, test } from 'vitest'
import { createPauseSense } from './pause-sense.ts'
import { FRAME, FRAME_SECONDS } from './sound-frames.ts'

const sound = (amplitude: number) => new Float32Array(FRAME).map((_, i) => amplitude * Math.sin(i / 3))

/** Lets a sense hear stretches of sound, (amplitude, seconds) each; the pauses it finds, by when. */
function pausesOf(...stretches: readonly (readonly [number, number])[]) {
  const sense = createPauseSense()
  const found: { at: number; spoken: number }[] = []
  let at = 0
  for (const [amplitude, seconds] of stretches)
    for (let left = seconds; left > 0; left -= FRAME_SECONDS) {
      at += FRAME_SECONDS
      const spoken = sense(sound(amplitude))
      if (spoken !== undefined) found.push({ at, spoken })
    }
  return found
}

const VOICE = 0.1
const ROOM = 0.002

test('a pause after a while of speech is told a quarter of a second after it has begun', () => {
  const [pause, ...more] = pausesOf([ROOM, 0.5], [VOICE, 1.5], [ROOM, 2])
  expect(more).toEqual([])
  expect(pause!.at).toBeGreaterThan(2.2)
  expect(pause!.at).toBeLessThan(2.35)
  expect(pause!.spoken).toBeCloseTo(1.5, 1)
})

test('the closure of a plosive is no pause, and belongs to what is said', () => {
  const pauses = pausesOf([ROOM, 0.5], [VOICE, 0.6], [ROOM, 0.12], [VOICE, 0.6], [ROOM, 1])
  expect(pauses).toHaveLength(1)
  expect(pauses[0]!.spoken).toBeCloseTo(1.32, 1)
})

test('a word or a cough calls for no nod, and a silent room neither', () => {
  expect(pausesOf([ROOM, 0.5], [VOICE, 0.4], [ROOM, 2])).toEqual([])
  expect(pausesOf([ROOM, 10])).toEqual([])
  expect(pausesOf([0, 5])).toEqual([])
})

test('a voice is heard over a fan that starts to hum', () => {
  const pauses = pausesOf([ROOM, 0.5], [0.012, 20], [VOICE, 1.2], [0.012, 1])
  expect(pauses.map(({ spoken }) => Math.round(spoken * 10) / 10)).toContain(1.2)
})
