/** Lips on real speech: what Flite says, compiled and checked. The whole sweep of voices and speeds is `lips.soak.ts`. */
import { expect, test } from 'vitest'
import { lintSpeech } from './plan/lint-speech.ts'
import { compileSpeech } from './plan/speech.ts'
import { LIP_SENTENCES, speakPlans } from './test-plans.ts'

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
