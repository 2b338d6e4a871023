import { EMOJI_FEELINGS, EMOTICONS } from './emoji.ts'
import { DEGREES, EMOTION_PHRASES, EMOTION_WORDS, type Emotion } from './emotion-words.ts'
import type { Finding } from './finding.ts'
import { NEGATIONS } from './function-words.ts'
import { IDIOMS } from './idioms.ts'
import { type SpokenText, spanOf } from './spoken-text.ts'
import type { BareWord, Span } from './words.ts'

/** A feeling that a text shows, and the word that shows it most. */
export type Feeling = {
  readonly emotion: Emotion
  /** (0, 1] */
  readonly strength: number
  readonly word: number
}

/** What is left of a feeling that is denied: "not happy" is a little sad, "not angry" nothing. */
const DENIED: Partial<Record<Emotion, readonly [Emotion, number]>> = {
  happy: ['sad', 0.55],
  proud: ['sad', 0.4],
  fearful: ['proud', 0.4],
  amused: ['angry', 0.4],
}
/** What a feeling is when the opposite is meant. */
const REVERSED: Partial<Record<Emotion, readonly [Emotion, number]>> = {
  happy: ['amused', 0.6],
  proud: ['amused', 0.6],
  tender: ['amused', 0.5],
  interested: ['amused', 0.5],
  friendly: ['amused', 0.5],
  surprised: ['amused', 0.5],
}

/** Words back to which a denial or a degree reaches. Source: VADER looks back three (Hutto and Gilbert, 2014). */
const REACH = 3
/** What each exclamation mark adds, up to three; and capitals. Source: VADER's boosters, 0.29 and 0.73 of a scale to 4. */
const EXCLAIMED = 0.1
const CAPITALS = 0.25
/** Letters drawn out: "sooo", "yaaay". */
const DRAWN_OUT = 0.2
/** What is left of a feeling that is asked for, supposed, or somebody else's. */
const ASKED = 0.5
const SUPPOSED = 0.7
const TOLD = 0.65

/** What is read before single words: figures of speech, then phrases. A word belongs to the first that has it. */
const SAYINGS = [...IDIOMS, ...EMOTION_PHRASES]
const WORD_FEELINGS: ReadonlyMap<string, readonly [Emotion, number]> = collectWords()

/**
 * Feelings of a sentence, phrase by phrase: of each the strongest two, the stronger first.
 *
 * Denials flip or damp, degrees scale, and so do exclamation marks and capitals. Emoji colour their whole sentence.
 *
 * @param spoken  Undefined where the language is not read: then only signs count.
 */
export function readFeelings(
  words: readonly BareWord[],
  sentence: Span & { readonly focus: number },
  context: {
    readonly phrases: readonly Span[]
    readonly spoken: SpokenText | undefined
    readonly findings: readonly Finding[]
  },
): Feeling[][] {
  const { phrases, spoken, findings } = context
  const signs = readSigns(words, sentence)
  const said = spoken === undefined ? [] : readWords(words, sentence, spoken)
  const isSarcastic = findings.some(({ what }) => what === 'sarcasm')
  const loudness = 1 + EXCLAIMED * Math.min(3, countExclamations(words, sentence))
  return phrases.map((phrase) => {
    const here = said.filter(({ word }) => word >= phrase.first && word <= phrase.last)
    const scaled = here.map((feeling) => (isSarcastic ? turn(feeling, REVERSED) : feeling))
    return combine(
      [...scaled, ...signs.map((sign) => ({ ...sign, word: placeOf(sign.word, phrase, sentence) }))],
      loudness,
    )
  })
}

/** Whether a word by itself praises. */
export const isPraise = (bare: string): boolean => /^(?:happy|proud|tender|interested)$/.test(lookUp(bare)?.[0] ?? '')

/** A sign stands at the end; the face is to go along with what was said. */
const placeOf = (sign: number, { first, last }: Span, { focus }: { focus: number }): number =>
  sign >= first && sign <= last
    ? focus >= first && focus <= last
      ? focus
      : sign
    : focus >= first && focus <= last
      ? focus
      : first

/** Emoji and emoticons. */
function readSigns(words: readonly BareWord[], { first, last }: Span): Feeling[] {
  const found: Feeling[] = []
  for (let word = first; word <= last; word++) {
    const { written } = words[word]!
    if (/\p{Extended_Pictographic}/u.test(written))
      for (const [emotion, strength, signs] of EMOJI_FEELINGS)
        if (signs.split(' ').some((sign) => written.includes(sign))) found.push({ emotion, strength, word })
    for (const [emotion, strength, sign] of EMOTICONS) if (sign.test(written)) found.push({ emotion, strength, word })
  }
  return found
}

function readWords(words: readonly BareWord[], sentence: Span, spoken: SpokenText): Feeling[] {
  const found: Feeling[] = []
  const read = new Set<number>()
  for (const [emotion, strength, said] of SAYINGS) {
    for (const match of spoken.text.matchAll(said)) {
      const { first, last } = spanOf(spoken, match.index, match[0].length)
      if (read.has(first)) continue
      for (let i = first; i <= last; i++) read.add(i)
      if (emotion === undefined) continue
      const feeling = { emotion, strength, word: last }
      found.push(isDenied(words, first, sentence.first) ? turn(feeling, DENIED, 0) : feeling)
    }
  }
  for (let word = sentence.first; word <= sentence.last; word++) {
    if (read.has(word)) continue
    const feeling = feelingAt(words, word, sentence.first)
    if (feeling !== undefined) found.push(feeling)
  }
  const share = shareOf(spoken.text)
  return found.map((feeling) => ({ ...feeling, strength: feeling.strength * share }))
}

function feelingAt(words: readonly BareWord[], word: number, first: number): Feeling | undefined {
  const { bare, isRaised } = words[word]!
  const short = bare.replace(/(\p{L})\1{2,}/gu, '$1')
  const known = lookUp(bare) ?? lookUp(short) ?? lookUp(bare.replace(/(\p{L})\1{2,}/gu, '$1$1'))
  if (known === undefined) return undefined
  let [, strength] = known
  if (isRaised) strength *= 1 + CAPITALS
  if (short !== bare) strength *= 1 + DRAWN_OUT
  for (const before of reached(words, word, first)) strength *= DEGREES[before.bare] ?? 1
  const feeling = { emotion: known[0], strength, word }
  return isDenied(words, word, first) ? turn(feeling, DENIED, 0) : feeling
}

/** The words of its clause that reach a word, the nearest first. */
function reached(words: readonly BareWord[], word: number, first: number): readonly BareWord[] {
  const before = words.slice(Math.max(first, word - REACH), word).reverse()
  const end = before.findIndex(({ endsClause }) => endsClause)
  return end < 0 ? before : before.slice(0, end)
}

const isDenied = (words: readonly BareWord[], word: number, first: number): boolean =>
  reached(words, word, first).some(({ bare }, i) => NEGATIONS.test(bare) && words[word - i]!.bare !== 'only')

/** Feelings that are asked for, supposed or told of others are only hinted at. */
function shareOf(text: string): number {
  const isTold = /\b(?:he|she|they|his|her|their)\b/.test(text) && !/\b(?:i|we|you|my|me)\b/.test(text)
  return (
    (text.includes('?') ? ASKED : 1) *
    (/\b(?:if|would|could|imagine)\b/.test(text) ? SUPPOSED : 1) *
    (isTold ? TOLD : 1)
  )
}

/** What a feeling turns into; one that turns into nothing keeps a share of itself, or is gone. */
function turn(feeling: Feeling, table: typeof DENIED, kept = 1): Feeling {
  const [emotion, share] = table[feeling.emotion] ?? [feeling.emotion, kept]
  return { ...feeling, emotion, strength: feeling.strength * share }
}

/** Several words of one feeling add up, never beyond 1. The two strongest. */
function combine(feelings: readonly Feeling[], loudness: number): Feeling[] {
  const byEmotion = new Map<Emotion, Feeling>()
  for (const feeling of feelings) {
    const strength = Math.min(1, feeling.strength * loudness)
    const before = byEmotion.get(feeling.emotion)
    const both = 1 - (1 - strength) * (1 - (before?.strength ?? 0))
    const word = before !== undefined && before.strength >= strength ? before.word : feeling.word
    byEmotion.set(feeling.emotion, { ...feeling, word, strength: both })
  }
  return [...byEmotion.values()]
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 2)
}

function countExclamations(words: readonly BareWord[], { first, last }: Span): number {
  let count = 0
  for (let i = first; i <= last; i++) count += words[i]!.written.match(/!/g)?.length ?? 0
  return count
}

/** A word, or the word it is a form of. */
function lookUp(bare: string): readonly [Emotion, number] | undefined {
  const known = WORD_FEELINGS.get(bare)
  if (known !== undefined || bare.length < 5) return known
  for (const [ending, stem] of ENDINGS) {
    const form = bare.endsWith(ending) ? WORD_FEELINGS.get(bare.slice(0, -ending.length) + stem) : undefined
    if (form !== undefined) return form
  }
  return undefined
}

const ENDINGS: readonly (readonly [ending: string, stem: string])[] = [
  ["'s", ''],
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['d', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['ily', 'y'],
  ['ier', 'y'],
  ['iest', 'y'],
]

/** Each word's strongest feeling. */
function collectWords(): Map<string, readonly [Emotion, number]> {
  const known = new Map<string, readonly [Emotion, number]>()
  for (const [emotion, groups] of Object.entries(EMOTION_WORDS) as [Emotion, (typeof EMOTION_WORDS)[Emotion]][])
    for (const [strength, list] of groups)
      for (const word of list.split(' '))
        if ((known.get(word)?.[1] ?? 0) < strength) known.set(word, [emotion, strength])
  return known
}
