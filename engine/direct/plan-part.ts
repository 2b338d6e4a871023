import type { Phone, Plan, Word } from '../plan/plan.ts'
import { emphasizeWords } from './emphasis.ts'

/** What planning needs to know of a part that was spoken; a voice's parts have it. */
export type SpokenPart = {
  readonly text: string
  /** Mono, [−1, 1]. */
  readonly samples: Float32Array
  /** Hertz. */
  readonly sampleRate: number
  readonly words: readonly Word[]
  readonly phones: readonly Phone[]
  /** Seconds. */
  readonly pause: number
  readonly removed: readonly string[]
}

/** Values of loudness a second, as the plan's schema has it. */
const LOUDNESS_RATE = 50

/**
 * Makes the plan of a part that was spoken: its words with emphasis, its phones and its loudness.
 *
 * Times are kept to a tenth of a millisecond, loudness to a thousandth, so that a plan reads well as JSON.
 *
 * @param language  BCP-47.
 */
export function planPart(part: SpokenPart, language: string): Plan {
  const { text, samples, sampleRate, words, phones, pause, removed } = part
  const duration = samples.length / sampleRate
  const within = (time: number) => Math.min(duration, Math.round(time * 1e4) / 1e4)
  const emphasis = emphasizeWords(words.map((word) => word.text))
  return {
    version: 1,
    text,
    language,
    duration,
    pause,
    words: words.map((word, i) => ({
      ...word,
      start: within(word.start),
      end: within(word.end),
      emphasis: word.source === 'shown' ? 0 : emphasis[i]!,
    })),
    phones: phones.map(({ phone, start, end }) => ({ phone, start: within(start), end: within(end) })),
    loudness: { rate: LOUDNESS_RATE, values: measureLoudness(samples, sampleRate) },
    ...(removed.length === 0 ? {} : { removed: [...removed] }),
  }
}

/** RMS of each 20 ms against the loudest of the part; all 0 for silence. */
function measureLoudness(samples: Float32Array, sampleRate: number): number[] {
  const count = Math.ceil((samples.length * LOUDNESS_RATE) / sampleRate)
  const levels = Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * sampleRate) / LOUDNESS_RATE)
    const end = Math.min(samples.length, Math.floor(((i + 1) * sampleRate) / LOUDNESS_RATE))
    let sum = 0
    for (let k = start; k < end; k++) sum += samples[k]! * samples[k]!
    return Math.sqrt(sum / Math.max(1, end - start))
  })
  const loudest = levels.reduce((max, level) => Math.max(max, level), 0)
  return levels.map((level) => (loudest === 0 ? 0 : Math.round((1000 * level) / loudest) / 1000))
}
