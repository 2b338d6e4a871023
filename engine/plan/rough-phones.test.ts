import { expect, test } from 'vitest'
import { visemeIndex } from '../rig/visemes.ts'
import { sampleTrack } from '../tracks/sample.ts'
import { lintSpeech } from './lint-speech.ts'
import type { Plan, Word } from './plan.ts'
import { estimatePhones, hasRoughLips } from './rough-phones.ts'
import { compileSpeech } from './speech.ts'

const word = (text: string, start: number, end: number, source: Word['source'] = 'even'): Word => ({
  text,
  start,
  end,
  source,
  emphasis: 0,
})

/** Two seconds of four swells of loudness, with silence around them. */
function planOf(words: Word[]): Plan {
  const values = Array.from({ length: 100 }, (_, i) =>
    i < 20 || i > 90 ? 0 : Math.max(0, [0.2, 0.6, 1, 0.6, 0.2][(i % 20) >> 2]!),
  )
  return {
    version: 1,
    text: '',
    language: 'en',
    duration: 2,
    pause: 0,
    words,
    phones: [],
    loudness: { rate: 50, values },
  }
}

test('spells words, with pauses between them', () => {
  const phones = estimatePhones(planOf([word('Map,', 0.3, 0.6), word('shoes', 0.9, 1.4)]))
  expect(phones.map(({ phone }) => phone)).toEqual(['pau', 'm', 'ae', 'p', 'pau', 'sh', 'ow', 'eh', 's'])
  phones.forEach(({ start }, i) => {
    if (i > 0) expect(start).toBeCloseTo(phones[i - 1]!.end, 10)
  })
})

test('closes lips by spelling', () => {
  const plan = planOf([word('maybe', 0.3, 0.8), word('fünf', 0.8, 1.3), word('papa', 1.3, 1.8)])
  expect(lintSpeech(compileSpeech(plan), estimatePhones(plan)).problems).toEqual([])
})

test('opens once for each swell where letters say nothing or there are no words', () => {
  for (const words of [[], [word('こんにちは', 0.2, 1.9)]]) {
    const plan = planOf(words)
    const opens = estimatePhones(plan).filter(({ phone }) => phone === 'ah')
    expect(opens).toHaveLength(4)
    const aa = compileSpeech(plan)[visemeIndex('aa')]!
    for (const { start, end } of opens) expect(sampleTrack(aa, (start + end) / 2)).toBeGreaterThan(0.2)
  }
})

test('leaves out words that are only shown', () => {
  const phones = estimatePhones(planOf([word('hi', 0.3, 0.5), word('bombom', 0.5, 1, 'shown')]))
  expect(phones.some(({ phone }) => phone === 'b')).toBe(false)
})

test('says that such lips are rough', () => {
  expect(hasRoughLips(planOf([]))).toBe(true)
  expect(hasRoughLips({ ...planOf([]), phones: [{ phone: 'aa', start: 0, end: 1 }] })).toBe(false)
})
