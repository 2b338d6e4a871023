/** Lips on real speech: what Flite says, compiled and checked. The whole sweep of voices and speeds is `lips.soak.ts`. */
import { expect, test } from 'vitest'
import { lintSpeech } from './plan/lint-speech.ts'
import { MOUTH_LEAD } from './plan/mouth-segments.ts'
import type { Plan } from './plan/plan.ts'
import { compileSpeech } from './plan/speech.ts'
import { VISEMES, type VisemeName } from './rig/visemes.ts'
import { LIP_SENTENCES, speakPlans } from './test-plans.ts'
import { sampleTrack } from './tracks/sample.ts'
import type { Track } from './tracks/track.ts'

const SPEAKERS = ['slt', 'rms', 'awb', 'kal16'] as const
const RATES = [1, 0.8, 1, 1.5, 2] as const

test('closes, bites and leads on every sound of twenty sentences', async () => {
  const leads: number[] = []
  for (const [i, text] of LIP_SENTENCES.entries()) {
    const rate = RATES[i % RATES.length]!
    for (const plan of await speakPlans(text, SPEAKERS[i % SPEAKERS.length]!, rate)) {
      const lint = lintSpeech(compileSpeech(plan), plan.phones)
      expect(lint.problems, text).toEqual([])
      if (rate <= 1) leads.push(...lint.leads)
    }
  }
  leads.sort((a, b) => a - b)
  expect(leads.length).toBeGreaterThan(50)
  // Bars: mouth early by 10–40 ms, spread within 25 ms.
  const [least, most] = [leads[Math.floor(leads.length * 0.05)]!, leads[Math.floor(leads.length * 0.95)]!]
  expect(least).toBeGreaterThan(0.01)
  expect(most).toBeLessThan(0.04)
  expect(most - least).toBeLessThan(0.025)
}, 30_000)

test('opens the jaw with loudness, correlated by 0.55 or more', async () => {
  const correlations: number[] = []
  for (const [i, text] of LIP_SENTENCES.entries()) {
    for (const plan of await speakPlans(text, SPEAKERS[i % SPEAKERS.length]!, 1))
      correlations.push(jawWithLoudness(plan))
  }
  expect(correlations.reduce((sum, r) => sum + r, 0) / correlations.length).toBeGreaterThan(0.55)
}, 30_000)

/** How far a jaw is turned by each viseme, degrees; about what the default character's shapes have. */
const JAW: Partial<Record<VisemeName, number>> = {
  FF: 1.5,
  TH: 4.5,
  DD: 4.5,
  kk: 6,
  CH: 3,
  SS: 1.5,
  nn: 4,
  RR: 4,
  aa: 12,
  E: 7,
  ih: 4,
  oh: 10,
  ou: 5,
}

/** Correlation of the jaw with the loudness of the tenth of a second around what it leads to. */
function jawWithLoudness(plan: Plan): number {
  const tracks = compileSpeech(plan)
  const { values, rate } = plan.loudness
  const around = (k: number) => [-2, -1, 0, 1, 2].reduce((sum, i) => sum + (values[k + i] ?? 0), 0) / 5
  const jaw = values.map((_, k) => jawAt(tracks, (k + 0.5) / rate - MOUTH_LEAD))
  return correlation(
    jaw,
    values.map((_, k) => around(k)),
  )
}

const jawAt = (tracks: readonly Track[], seconds: number): number =>
  VISEMES.reduce((sum, viseme, v) => sum + (JAW[viseme] ?? 0) * sampleTrack(tracks[v]!, seconds), 0)

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const together = mean(a.map((value, i) => (value - meanA) * (b[i]! - meanB)))
  const spread = (values: readonly number[], middle: number) => Math.sqrt(mean(values.map((v) => (v - middle) ** 2)))
  return together / (spread(a, meanA) * spread(b, meanB))
}
