import { expect, test } from 'vitest'
import { degrees } from '../../core/math/scalar.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import type { Track } from '../../tracks/track.ts'
import type { Plan, Word } from '../plan.ts'
import { blendLine, compileLineLife, LINE_SIGNALS } from './line-life.ts'

/** Two phrases, 0.1–1.5 and 1.9–3.4 s, of words of half a second with the loudest moment in their middle. */
function planOf(emphases: readonly number[] = [], text = 'One two three. Four five six.'): Plan {
  const starts = [0.1, 0.6, 1.1, 1.9, 2.4, 2.9]
  const words = starts.map(
    (start, i): Word => ({ text: 'word', start, end: start + 0.45, source: 'voice', emphasis: emphases[i] ?? 0 }),
  )
  const values = Array.from({ length: 180 }, (_, i) => {
    const word = words.find(({ start, end }) => i / 50 >= start && i / 50 < end)
    return word ? 1 - Math.abs((i + 0.5) / 50 - (word.start + 0.22)) * 3 : 0
  })
  return {
    version: 1,
    text,
    language: 'en',
    duration: 3.6,
    pause: 0,
    words,
    phones: [],
    loudness: { rate: 50, values },
  }
}

const lifeOf = (plan: Plan, line = 'line/0') => compileLineLife({ seed: 5, actor: 'ana', line, plan })
const valuesOf = (track: Track, from: number, to: number): number[] =>
  Array.from({ length: Math.round((to - from) * 60) + 1 }, (_, i) => sampleTrack(track, from + i / 60))

test('breathes in for 0.3 to 0.6 s before the first sound, starting before the part', () => {
  const { breath } = lifeOf(planOf()).signals
  const [start, full] = breath.times
  expect(start).toBeLessThan(0)
  expect(full! - start!).toBeGreaterThanOrEqual(0.299)
  expect(full! - start!).toBeLessThanOrEqual(0.6)
  expect(full).toBeLessThan(0.1)
  expect(breath.values[1]! - breath.values[0]!).toBeGreaterThan(0.4)
})

test('breathes out slowly while it speaks and catches breath in a long pause', () => {
  const { breath } = lifeOf(planOf()).signals
  for (const [from, to] of [
    [0.1, 1.5],
    [1.9, 3.3],
  ] as const) {
    const values = valuesOf(breath, from, to)
    for (let i = 1; i < values.length; i++) expect(values[i]!).toBeLessThanOrEqual(values[i - 1]!)
  }
  expect(sampleTrack(breath, 1.9)).toBeGreaterThan(sampleTrack(breath, 1.55) + 0.1)
})

test('nods with the stressed word, deepest within 80 ms of its loudest moment', () => {
  const flat = lifeOf(planOf([0.31])).signals.headPitch
  const nodding = lifeOf(planOf([0, 0, 0, 0, 1, 0])).signals.headPitch
  const stressed = 2.4 + 0.22
  const nod = (seconds: number) => sampleTrack(nodding, seconds) - sampleTrack(flat, seconds)
  let deepest = 1.9
  for (let t = 1.9; t < 3.4; t += 1 / 120) if (nod(t) > nod(deepest)) deepest = t
  expect(Math.abs(deepest - stressed)).toBeLessThan(0.08)
  expect(degrees(nod(deepest))).toBeGreaterThan(2)
  expect(degrees(nod(deepest))).toBeLessThan(6)
})

test('raises the brows with the strongest stress only', () => {
  const { browRaise } = lifeOf(planOf([0.4, 0, 0, 0, 1, 0])).signals
  expect(sampleTrack(browRaise, 2.62)).toBeGreaterThan(0.3)
  expect(sampleTrack(browRaise, 0.32)).toBe(0)
})

test('finds a stress in each phrase where none is marked', () => {
  const { browRaise } = lifeOf(planOf()).signals
  expect(Math.max(...valuesOf(browRaise, 0, 1.6))).toBeGreaterThan(0.2)
})

test('lifts chin and brows at the end of a question', () => {
  const [statement, question] = ['Is it so.', 'Is it so?'].map((text) => lifeOf(planOf([0.31], text)).signals)
  expect(sampleTrack(question!.headPitch, 3.4)).toBeLessThan(sampleTrack(statement!.headPitch, 3.4) - 0.02)
  expect(sampleTrack(question!.browRaise, 3.4)).toBeGreaterThan(0.3)
})

test('blinks as often as in talk, mostly at the borders of phrases', () => {
  const plan = planOf()
  let blinks = 0
  let atBorders = 0
  let seconds = 0
  for (let i = 0; i < 200; i++) {
    const {
      weight,
      signals: { blink },
    } = lifeOf(plan, `line/${i}`)
    const closings = [...blink.times].filter((_, k) => blink.values[k] === 0 && (blink.values[k + 1] ?? 0) > 0)
    expect(blink.times.every((time, k) => k === 0 || time >= blink.times[k - 1]!)).toBe(true)
    blinks += closings.length
    atBorders += closings.filter((t) =>
      [0.1 - 0.18, 1.55 + 0.03, 3.35 + 0.03].some((border) => Math.abs(t - border) < 0.01),
    ).length
    seconds += weight.times.at(-1)! - weight.times[0]!
  }
  expect((blinks / seconds) * 60).toBeGreaterThan(26 * 0.8)
  expect((blinks / seconds) * 60).toBeLessThan(26 * 1.2)
  expect(atBorders / blinks).toBeGreaterThan(0.5)
})

test('begins and ends with nothing of it left, and moves without jumps', () => {
  const { weight, signals } = lifeOf(planOf([0.5, 0, 1, 0, 0.8, 0], 'Really?'))
  expect(weight.values[0]).toBe(0)
  expect(weight.values.at(-1)).toBe(0)
  for (const signal of ['headYaw', 'headPitch', 'headRoll', 'browRaise'] as const) {
    expect(signals[signal].values[0]).toBeCloseTo(0, 5)
    expect(signals[signal].values.at(-1)).toBeCloseTo(0, 5)
    const values = valuesOf(signals[signal], -0.5, 4.5)
    const limit = signal === 'browRaise' ? 0.08 : 0.012
    values.forEach((value, i) => {
      if (i > 0) expect(Math.abs(value - values[i - 1]!)).toBeLessThan(limit)
    })
  }
})

test('keeps still where the part says nothing', () => {
  const { weight, signals } = lifeOf({ ...planOf(), words: [], duration: 0, loudness: { rate: 50, values: [] } })
  expect(Math.max(...weight.values)).toBe(0)
  for (const signal of LINE_SIGNALS) expect(Math.max(...signals[signal].values)).toBe(0)
})

test('another part is another life, the same part the same bits', () => {
  expect(lifeOf(planOf())).toEqual(lifeOf(planOf()))
  expect(lifeOf(planOf(), 'line/1').signals.headYaw).not.toEqual(lifeOf(planOf()).signals.headYaw)
})

test('replaces breath and lids, adds to the head, takes the higher brow', () => {
  expect(blendLine('breath', 0.2, 0.8, 0.5, 1)).toBeCloseTo(0.5, 10)
  expect(blendLine('blink', 1, 0, 1, 1)).toBe(0)
  expect(blendLine('headYaw', 0.1, 0.2, 1, 0.5)).toBeCloseTo(0.2, 10)
  expect(blendLine('browRaise', 0.3, 0.2, 1, 1)).toBe(0.3)
})
