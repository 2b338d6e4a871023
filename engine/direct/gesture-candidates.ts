import { random } from '../core/random.ts'
import type { Meaning } from '../tracks/meanings.ts'
import type { DirectingMemory, Performer } from './performer.ts'
import type { Finding } from './read/finding.ts'
import type { Reading, SentenceReading } from './read/read-text.ts'
import { BEAT_MEANS, FEELING_GESTURES, GESTURE_RULES } from './rules.ts'

/** Stress of a word that can carry a beat. */
const BEAT_STRESS = 0.45
const BEAT_INTENSITY = 0.5
const BEAT_PRIORITY = 0.2
const FEELING_PRIORITY = 0.5
/** How much chance reorders what is of like priority. */
const SHUFFLE = 0.15
/** What an exclamation adds to the intensity of its gestures. */
const EXCLAIMED = 0.15

/** Something that hands or head could do. */
export type Candidate = {
  readonly word: number
  /** Seconds from the part's start. */
  readonly at: number
  /** What it is to mean, best first. */
  readonly means: readonly Meaning[]
  readonly priority: number
  readonly intensity: number
  readonly hand: 'left' | 'right' | undefined
  /** What it comes from; undefined for beats and feelings. */
  readonly finding: Finding | undefined
  readonly isBeat: boolean
} & Place

/** Where in the talk: sentences are counted on from part to part, phrases within the part. */
export type Place = { readonly phrase: number; readonly sentence: number }

export type Gathering = {
  readonly performer: Performer
  readonly memory: DirectingMemory
  readonly reading: Reading
  /** Stressed moment of each word, seconds from the part's start. */
  readonly moments: readonly number[]
}

/** What could be done along with a part, by rules, feelings and stress; what matters most first. */
export function gatherCandidates(gathering: Gathering): Candidate[] {
  const { performer, memory, reading } = gathering
  const stream = `gesture/${performer.actor}/${memory.sentences}`
  let index = 0
  const draw = (): number => random(performer.seed, stream, index++)
  return reading.sentences
    .flatMap((sentence) =>
      [...ruled(sentence, draw), ...felt(sentence), ...stressed(sentence, reading.stress)].map((wish) =>
        asCandidate(wish, sentence, gathering, SHUFFLE * draw()),
      ),
    )
    .sort((a, b) => b.priority - a.priority)
}

type Wish = Pick<Candidate, 'word' | 'means' | 'priority' | 'intensity' | 'isBeat'> &
  Partial<Pick<Candidate, 'hand' | 'finding'>>

function ruled({ findings }: SentenceReading, draw: () => number): Wish[] {
  return findings.flatMap((finding) =>
    GESTURE_RULES.filter(
      ({ read, least = 0, chance }) =>
        read === finding.what && finding.strength >= least && draw() < chance * finding.strength,
    ).map(({ means, priority, intensity, hand }) => ({
      word: finding.word,
      means,
      priority,
      intensity,
      hand,
      finding,
      isBeat: false,
    })),
  )
}

function felt({ phrases }: SentenceReading): Wish[] {
  return phrases.flatMap(({ feelings }) =>
    feelings.flatMap(({ emotion, strength, word }) => {
      const rule = FEELING_GESTURES[emotion]
      if (rule === undefined || strength < rule.least) return []
      return [{ word, means: rule.means, priority: FEELING_PRIORITY, intensity: strength, isBeat: false }]
    }),
  )
}

function stressed({ first, last }: SentenceReading, stress: readonly number[]): Wish[] {
  const wishes: Wish[] = []
  for (let word = first; word <= last; word++) {
    const over = stress[word]! - BEAT_STRESS
    if (over >= 0)
      wishes.push({ word, means: BEAT_MEANS, priority: BEAT_PRIORITY * over, intensity: BEAT_INTENSITY, isBeat: true })
  }
  return wishes
}

function asCandidate(
  wish: Wish,
  sentence: SentenceReading,
  { reading, moments, memory }: Gathering,
  shuffle: number,
): Candidate {
  const isExclaimed = sentence.findings.some(({ what }) => what === 'exclamation')
  const stressed = wish.intensity * (0.8 + 0.25 * reading.stress[wish.word]!)
  return {
    hand: undefined,
    finding: undefined,
    ...wish,
    at: moments[wish.word]!,
    intensity: Math.round(100 * Math.min(1, stressed + (isExclaimed ? EXCLAIMED : 0))) / 100,
    priority: wish.priority + shuffle,
    ...placeOf(reading, memory, wish.word),
  }
}

/** Sentence and phrase of a word. */
export function placeOf({ sentences }: Reading, memory: DirectingMemory, word: number): Place {
  const s = Math.max(
    0,
    sentences.findIndex(({ last }) => last >= word),
  )
  const before = sentences.slice(0, s).reduce((count, { phrases }) => count + phrases.length, 0)
  const within = sentences[s]?.phrases.findIndex(({ last }) => last >= word) ?? 0
  return { phrase: before + within, sentence: memory.sentences + s }
}
