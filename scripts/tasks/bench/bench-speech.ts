import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Figure, median } from './figures.ts'

const ROUNDS = 3
/** CPU-seconds until the first samples after the text is given; and for a minute of speech planned, spoken and compiled. */
const FIRST_LIMIT = 0.08
const MINUTE_LIMIT = 2.5

const MINUTE = `${'The evening light fell through the tall window and lay on the books like a warm hand. She looked up, smiled, and began to tell the story from the beginning. Nobody had asked for it, but everybody listened. '.repeat(5)}`
const HUGE = 'and then we walked on along the river and talked about the weather '.repeat(1400)

type Cost = { readonly first: number; readonly all: number; readonly seconds: number }

/** First samples with the voice loaded, whatever the length, and a whole minute from a cold process. */
export async function benchSpeech(): Promise<Figure[]> {
  const minutes = Array.from({ length: ROUNDS }, () => speak(MINUTE))
  const first = (text: string, ...more: string[]) =>
    median(Array.from({ length: ROUNDS }, () => speak(text, ...more).first))
  return [
    { what: 'first samples of "Hello!"', value: first('Hello!', 'warm'), unit: 'CPU-s', limit: FIRST_LIMIT },
    {
      what: `first samples of ${MINUTE.length} characters`,
      value: first(MINUTE, 'warm'),
      unit: 'CPU-s',
      limit: FIRST_LIMIT,
    },
    {
      what: `first samples of ${HUGE.length} characters, no full stop`,
      value: first(HUGE, 'warm'),
      unit: 'CPU-s',
      limit: FIRST_LIMIT,
    },
    { what: 'first samples from a cold process', value: median(minutes.map((run) => run.first)), unit: 'CPU-s' },
    {
      what: '60 s planned, spoken and compiled, cold',
      value: median(minutes.map(({ all, seconds }) => (all * 60) / seconds)),
      unit: 'CPU-s',
      limit: MINUTE_LIMIT,
    },
  ]
}

const SCRIPT = fileURLToPath(new URL('./speak-once.ts', import.meta.url))

const speak = (text: string, ...more: string[]): Cost =>
  JSON.parse(execFileSync(process.execPath, [SCRIPT, text, ...more], { encoding: 'utf8' }))
