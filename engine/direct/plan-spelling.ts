import type { Plan } from '../plan/plan.ts'
import { layOutSpelling, type Spelling, spellingName } from '../tracks/spelling.ts'

/** The hand goes up before the first letter, and down after the last. Seconds. */
const BEFORE = 0.6
const AFTER = 0.5
/** Nothing is heard, and little of it is kept. Hertz. */
const SAMPLE_RATE = 8000

/** A word that the fingers spell, as a part of a line: letter by letter in the captions, silence in the sound. */
export function planSpelling(spelling: Spelling): { plan: Plan; samples: Float32Array; sampleRate: number } {
  const laid = layOutSpelling(spelling)
  const samples = new Float32Array(Math.ceil((BEFORE + laid.at(-1)!.end + AFTER) * SAMPLE_RATE))
  const duration = samples.length / SAMPLE_RATE
  const plan: Plan = {
    version: 1,
    text: spelling.letters.toUpperCase(),
    language: 'ase',
    duration,
    pause: 0,
    words: laid.map(({ letter, start, end }) => ({
      text: letter.toUpperCase(),
      start: BEFORE + start,
      end: BEFORE + end,
      source: 'signed',
      emphasis: 0,
    })),
    phones: [{ phone: 'pau', start: 0, end: duration }],
    loudness: { rate: 50, values: [] },
    acts: [{ type: 'gesture', name: spellingName(spelling), word: 0, intensity: 1, by: 'author' }],
  }
  return { plan, samples, sampleRate: SAMPLE_RATE }
}
