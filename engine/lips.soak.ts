/** Lips on real speech, every sentence by every voice at every speed. */
import { expect, test } from 'vitest'
import { lintSpeech } from './plan/lint-speech.ts'
import { compileSpeech } from './plan/speech.ts'
import { LIP_SENTENCES, speakPlans } from './test-plans.ts'

const SPEAKERS = ['slt', 'rms', 'awb', 'kal16'] as const
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

test.each(SPEAKERS)('%s has lips without fault at every speed', async (speaker) => {
  for (const rate of RATES) {
    for (const text of LIP_SENTENCES) {
      for (const plan of await speakPlans(text, speaker, rate)) {
        expect(lintSpeech(compileSpeech(plan), plan.phones).problems, `${text} at ${rate}`).toEqual([])
      }
    }
  }
})
