import type { Act } from '../plan/acts.ts'
import type { Phone, Plan, Word } from '../plan/plan.ts'
import { directPart } from './direct-part.ts'
import { type DirectingMemory, NEW_ACTOR, type Performer } from './performer.ts'
import { type LineAct, placeLineActs } from './place-line-acts.ts'
import { readText } from './read/read-text.ts'

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

export type Planning = {
  /** BCP-47. */
  readonly language: string
  /** Who acts it out; default: nobody, and the plan has no acts but those asked for. */
  readonly performer?: Performer | undefined
  /** What was said and done before. */
  readonly memory?: DirectingMemory | undefined
  /** Acts that its author or a model asked for, on its words. */
  readonly asked?: readonly Act[]
  /** Stress that its author asked for, by index of word. */
  readonly emphasis?: ReadonlyMap<number, number>
  /** What goes along with the line as a whole; given with its first part. */
  readonly lineActs?: readonly LineAct[]
  /** Who asked for that. Default 'author'. */
  readonly by?: Act['by']
  /** Whether it begins a line. Default true. */
  readonly isFirst?: boolean
}

/** A plan, and what to remember for the part that follows. */
export type Planned = { readonly plan: Plan; readonly memory: DirectingMemory }

/** Values of loudness a second, as the plan's schema has it. */
const LOUDNESS_RATE = 50

/**
 * Makes the plan of a part that was spoken: its words with emphasis, its phones, its loudness, and what its performer does
 * along with it.
 *
 * Times are kept to a tenth of a millisecond, loudness to a thousandth, so that a plan reads well as JSON.
 */
export function planPart(part: SpokenPart, planning: Planning): Planned {
  const { language, performer, memory = NEW_ACTOR, lineActs = [], by = 'author', isFirst = true } = planning
  const reading = readText(
    part.words.map((word) => word.text),
    language,
    memory.reading,
  )
  const stress = reading.stress.map((level, i) => planning.emphasis?.get(i) ?? level)
  const gestures = performer?.gestures ?? new Map()
  const asked = [...(planning.asked ?? []), ...placeLineActs(lineActs, { ...reading, stress }, { gestures, by })]
  const plan = planSound(part, language, stress)
  if (performer === undefined) {
    const acts = asked.length === 0 ? {} : { acts: asked }
    return { plan: { ...plan, ...acts }, memory: { ...memory, reading: reading.memory } }
  }
  const directed = directPart({ plan, reading: { ...reading, stress }, asked, isFirst }, performer, memory)
  return { plan: { ...plan, acts: [...directed.acts] }, memory: directed.memory }
}

function planSound(part: SpokenPart, language: string, stress: readonly number[]): Plan {
  const { text, samples, sampleRate, words, phones, pause, removed } = part
  const duration = samples.length / sampleRate
  const within = (time: number) => Math.min(duration, Math.round(time * 1e4) / 1e4)
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
      emphasis: word.source === 'shown' ? 0 : stress[i]!,
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
