import { expect, test } from 'vitest'
import { VISEMES, type VisemeName, visemeIndex } from '../rig/visemes.ts'
import { sampleTrack } from '../tracks/sample.ts'
import type { Track } from '../tracks/track.ts'
import { lintSpeech } from './lint-speech.ts'
import { MOUTH_LEAD } from './mouth-segments.ts'
import type { Phone, Plan } from './plan.ts'
import { compileSpeech } from './speech.ts'

/** A plan from "phone milliseconds" pairs, with a pause before and after, and one loudness throughout. */
function planOf(score: string, loudness = 0.7): Plan {
  const phones: Phone[] = []
  let end = 0
  for (const [, phone, length] of `pau 200 ${score} pau 200`.matchAll(/(\w+) (\d+)/g)) {
    const start = end
    end += Number(length) / 1000
    phones.push({ phone: phone!, start, end })
  }
  const values = new Array<number>(Math.ceil(end * 50)).fill(loudness)
  return {
    version: 1,
    text: '',
    language: 'en-US',
    duration: end,
    pause: 0,
    words: [],
    phones,
    loudness: { rate: 50, values },
  }
}

const weight = (tracks: readonly Track[], viseme: VisemeName, seconds: number): number =>
  sampleTrack(tracks[visemeIndex(viseme)]!, seconds)

function peak(tracks: readonly Track[], viseme: VisemeName, from = -1, to = 9): number {
  let largest = 0
  for (let seconds = from; seconds <= to; seconds += 1 / 240)
    largest = Math.max(largest, weight(tracks, viseme, seconds))
  return largest
}

const openness = (tracks: readonly Track[], seconds: number): number =>
  (['aa', 'E', 'ih', 'oh', 'ou'] as const).reduce((sum, viseme) => sum + weight(tracks, viseme, seconds), 0)

test('closes the lips on every p, b and m and bites on every f and v', () => {
  const plan = planOf('p 80 aa 140 p 60 ax 60 b 50 iy 120 m 40 f 70 er 90 t 40 ax 50 v 60 ah 100 m 90')
  const lint = lintSpeech(compileSpeech(plan), plan.phones)
  expect(lint.problems).toEqual([])
  expect(lint.shut).toEqual({ expected: 5, found: 5 })
  expect(lint.bitten).toEqual({ expected: 2, found: 2 })
})

test('holds contacts and shapes at twice the speed of speech', () => {
  const plan = planOf('m 35 ay 40 m 30 ah 35 m 30 p 30 f 35 ao 20 v 25 m 45 eh 30 b 25 iy 40 f 30 ay 60 v 25 m 40')
  const lint = lintSpeech(compileSpeech(plan), plan.phones)
  expect(lint.problems).toEqual([])
  expect(lint.shortestShape).toBeGreaterThanOrEqual(0.05)
})

test('lets nothing else show while the lips touch', () => {
  const tracks = compileSpeech(planOf('aa 150 m 100 aa 150'))
  const middle = 0.2 + 0.15 + 0.05 - MOUTH_LEAD
  for (const viseme of VISEMES) expect(weight(tracks, viseme, middle)).toBeCloseTo(viseme === 'PP' ? 1 : 0, 5)
})

test('opens a plosive before its sound ends, faster than it closed', () => {
  const tracks = compileSpeech(planOf('aa 200 p 100 aa 200'))
  const from = (level: number, start: number, step: number): number => {
    let seconds = start
    while (weight(tracks, 'PP', seconds) > level) seconds += step
    return seconds
  }
  const middle = 0.4 + 0.04 - MOUTH_LEAD
  const closing = from(0.98, middle, -0.001) - from(0.02, middle, -0.001)
  const opening = from(0.02, middle, 0.001) - from(0.98, middle, 0.001)
  expect(from(0.98, middle, 0.001)).toBeLessThan(0.5 - MOUTH_LEAD)
  expect(opening).toBeLessThan(closing)
})

test('moves the mouth 10 to 40 ms before the sound', () => {
  const plan = planOf('aa 120 b 70 iy 120 m 80 ow 150 p 90 eh 110 f 90 aa 120')
  const { leads } = lintSpeech(compileSpeech(plan), plan.phones)
  expect(leads).toHaveLength(4)
  for (const lead of leads) {
    expect(lead).toBeGreaterThan(0.01)
    expect(lead).toBeLessThan(0.04)
  }
})

test('opens wider when it is louder', () => {
  const [quiet, loud] = [0.05, 1].map((loudness) => peak(compileSpeech(planOf('hh 60 aa 200', loudness)), 'aa'))
  expect(loud!).toBeGreaterThan(1.5 * quiet!)
  expect(loud!).toBeGreaterThan(0.7)
})

test('opens less when it is faster', () => {
  const slow = peak(compileSpeech(planOf('s 90 aa 180 s 90')), 'aa')
  const fast = peak(compileSpeech(planOf('s 45 aa 60 s 45')), 'aa')
  expect(fast).toBeLessThan(0.8 * slow)
})

test('splits a diphthong into its two shapes, in order', () => {
  const tracks = compileSpeech(planOf('ay 240'))
  const timeOf = (viseme: VisemeName) => {
    let best = 0
    for (let t = 0; t < 1; t += 0.005) if (weight(tracks, viseme, t) > weight(tracks, viseme, best)) best = t
    return best
  }
  expect(peak(tracks, 'aa')).toBeGreaterThan(0.5)
  expect(peak(tracks, 'ih')).toBeGreaterThan(0.25)
  expect(timeOf('aa')).toBeLessThan(timeOf('ih'))
})

test('takes the lips of the neighbours for sounds of the tongue', () => {
  const tracks = compileSpeech(planOf('uw 120 t 60 uw 120'))
  expect(weight(tracks, 'ou', 0.2 + 0.15 - MOUTH_LEAD)).toBeGreaterThan(
    2 * weight(tracks, 'DD', 0.2 + 0.15 - MOUTH_LEAD),
  )
})

test('rounds early for w', () => {
  const tracks = compileSpeech(planOf('s 120 w 100 iy 120'))
  expect(weight(tracks, 'ou', 0.2 + 0.09 - MOUTH_LEAD)).toBeGreaterThan(0.1)
})

test('holds the mouth in a short pause, relaxes it in a longer one and closes it in a long one', () => {
  const openIn = (pause: number) =>
    openness(compileSpeech(planOf(`aa 200 pau ${pause} aa 200`)), 0.4 + pause / 2000 - MOUTH_LEAD)
  expect(openIn(90)).toBeGreaterThan(0.5)
  expect(openIn(220)).toBeLessThan(0.5)
  expect(openIn(220)).toBeGreaterThan(0.02)
  expect(openIn(700)).toBeLessThan(0.001)
})

test('is at rest before and after the part, and starts before its first sound', () => {
  const plan = planOf('w 80 ah 150')
  const tracks = compileSpeech(plan)
  for (const track of tracks) {
    expect(track.values[0]).toBe(0)
    expect(track.values.at(-1)).toBe(0)
  }
  expect(weight(tracks, 'ou', 0.2 - 0.08)).toBeGreaterThan(0.02)
  expect(openness(tracks, plan.duration + 0.15)).toBe(0)
})

test('keeps still for a part without sound', () => {
  for (const plan of [planOf(''), { ...planOf(''), phones: [], loudness: { rate: 50, values: [] } } as Plan]) {
    const tracks = compileSpeech(plan)
    expect(tracks).toHaveLength(VISEMES.length)
    for (const track of tracks) expect(track.values.every((value) => value === 0)).toBe(true)
  }
})

test('refuses a phone it has no shape for, by name', () => {
  expect(() => compileSpeech(planOf('xx 80'))).toThrow('"xx"')
})

test('gives the same bits for the same plan', () => {
  expect(compileSpeech(planOf('m 80 aa 90 f 80'))).toEqual(compileSpeech(planOf('m 80 aa 90 f 80')))
})
