/** Plans made by rule, for tests. */
import type { Word } from '../plan/plan.ts'
import type { SpokenPart } from './caption-words.ts'

/**
 * Says a text at an even pace: 0.06 s a letter, 0.25 s of silence after a comma.
 *
 * @param start  Seconds.
 */
export function sayEvenly(
  text: string,
  start: number,
  source: Word['source'] = 'aligned',
  language = 'en',
): SpokenPart {
  let time = 0.1
  const words = text.split(' ').map((word) => {
    const from = time
    time += 0.06 * word.length + 0.05
    const spoken = { text: word, start: from, end: time, source, emphasis: 0 }
    if (word.endsWith(',')) time += 0.25
    return spoken
  })
  const plan = {
    version: 1,
    text,
    language,
    duration: time + 0.1,
    pause: 0.3,
    words,
    phones: [],
    loudness: { rate: 50, values: [] },
  } as const
  return { start, plan: { ...plan, phones: [], loudness: { rate: 50, values: [] } } }
}
