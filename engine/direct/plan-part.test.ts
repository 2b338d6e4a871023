import { expect, test } from 'vitest'
import { planSchema } from '../plan/plan.ts'
import { planPart as plan, type SpokenPart } from './plan-part.ts'

const planPart = (part: SpokenPart, language: string) => plan(part, { language }).plan

const part: SpokenPart = {
  text: 'Hello, garden 😀.',
  samples: new Float32Array(16000).map((_, i) => (i < 8000 ? 0.4 : 0.2) * (i % 2 === 0 ? 1 : -1)),
  sampleRate: 16000,
  words: [
    { text: 'Hello,', start: 0.0123456, end: 0.4, source: 'aligned', emphasis: 0 },
    { text: 'garden', start: 0.4, end: 0.9, source: 'aligned', emphasis: 0 },
    { text: '😀.', start: 0.9, end: 1, source: 'shown', emphasis: 0 },
  ],
  phones: [{ phone: 'pau', start: 0, end: 1.00000001 }],
  pause: 0.3,
  removed: [],
}

test('a plan is what its schema says', () => {
  expect(planSchema.parse(planPart(part, 'en-US'))).toEqual(planPart(part, 'en-US'))
})

test('what was taken out of the text is kept by name, where anything was', () => {
  expect(planPart({ ...part, removed: ['U+0007'] }, 'en-US').removed).toEqual(['U+0007'])
  expect(planPart(part, 'en-US')).not.toHaveProperty('removed')
})

test('loudness is against the loudest 20 ms', () => {
  const { values } = planPart(part, 'en-US').loudness
  expect(values).toHaveLength(50)
  expect(values[0]).toBe(1)
  expect(values[40]).toBe(0.5)
})

test('a last moment shorter than 20 ms counts too, and silence is 0', () => {
  const values = (samples: Float32Array) => planPart({ ...part, samples }, 'en-US').loudness.values
  expect(values(new Float32Array(16010).fill(1))).toHaveLength(51)
  expect(values(new Float32Array(640))).toEqual([0, 0])
})

test('words get emphasis, but for those nobody hears', () => {
  const [hello, garden, smile] = planPart(part, 'en-US').words
  expect(hello!.emphasis).toBeGreaterThan(0)
  expect(garden!.emphasis).toBeGreaterThan(hello!.emphasis)
  expect(smile!.emphasis).toBe(0)
})

test('times are rounded and never pass the end', () => {
  const plan = planPart(part, 'en-US')
  expect(plan.words[0]!.start).toBe(0.0123)
  expect(plan.phones[0]!.end).toBe(1)
})
