import type { Emotion } from './emotion-words.ts'
import type { Finding } from './finding.ts'
import { readContrasts } from './read-contrasts.ts'
import { type Feeling, isPraise, readFeelings } from './read-feelings.ts'
import { readLists } from './read-lists.ts'
import { readNumbers } from './read-numbers.ts'
import { readEmoji, readNegations, readPhrases } from './read-phrases.ts'
import { readQuestion } from './read-question.ts'
import { readSarcasm } from './read-sarcasm.ts'
import { splitPhrases, splitSentences } from './sentences.ts'
import { spokenText } from './spoken-text.ts'
import { stressWords } from './stress.ts'
import { type BareWord, bareWord, type Span } from './words.ts'

/** What was read before, so that a text may come part by part. */
export type ReadingMemory = {
  /** Content words said, the latest last. */
  readonly given: readonly string[]
  /** The feeling that goes on; fades sentence by sentence. */
  readonly mood: { readonly emotion: Emotion; readonly strength: number } | undefined
}

export type PhraseReading = Span & {
  /** The strongest two, the stronger first. */
  readonly feelings: readonly Feeling[]
}

export type SentenceReading = Span & {
  /** Word that carries the focus. */
  readonly focus: number
  readonly phrases: readonly PhraseReading[]
  readonly findings: readonly Finding[]
  /** The feeling that goes on after it. */
  readonly mood: ReadingMemory['mood']
}

export type Reading = {
  /** How strongly each word is said, [0, 1]. */
  readonly stress: readonly number[]
  readonly sentences: readonly SentenceReading[]
  readonly memory: ReadingMemory
}

export const NOTHING_READ: ReadingMemory = { given: [], mood: undefined }

/** Share of a feeling that is left one sentence on, and the least that is left of one. */
const MOOD_KEPT = 0.6
const LEAST_MOOD = 0.15

/**
 * Reads a text as somebody who is to say it: what is stressed, asked, listed, set against something else, counted,
 * denied, pointed at and felt.
 *
 * English is read by its words. Of other languages only the signs that all share are read: sentences, questions and
 * exclamations by their marks, digits, capitals, emoji and emoticons; stress falls on the last word of a phrase.
 *
 * @param written   Words with their punctuation.
 * @param language  BCP-47.
 * @param before    What was read before this part of the text.
 */
export function readText(written: readonly string[], language: string, before: ReadingMemory = NOTHING_READ): Reading {
  const words = written.map(bareWord)
  const spans = splitSentences(words)
  const { levels, focus, given } = stressWords(words, spans, before.given)
  const isEnglish = /^en\b/i.test(language)
  let { mood } = before
  const sentences = spans.map((span, i): SentenceReading => {
    const context = { words, stress: levels, focus: Math.max(span.first, focus[i]!), isEnglish }
    const read = readSentence(span, context)
    mood = moodAfter(read.phrases, mood)
    return { ...span, focus: context.focus, ...read, mood }
  })
  return { stress: levels, sentences, memory: { given, mood } }
}

type Context = {
  readonly words: readonly BareWord[]
  readonly stress: readonly number[]
  readonly focus: number
  readonly isEnglish: boolean
}

function readSentence(span: Span, { words, stress, focus, isEnglish }: Context) {
  const spoken = isEnglish ? spokenText(words, span) : undefined
  const findings = [
    ...readQuestion(words, span, { focus, spoken }),
    ...readExclamation(words, span, focus),
    ...readEmoji(words, span),
    ...readNumbers(words, span),
  ]
  if (spoken !== undefined) {
    findings.push(
      ...readSarcasm(words, span, { spoken, isPraise }),
      ...readPhrases(spoken, stress),
      ...readNegations(words, span),
      ...readLists(words, span, stress),
      ...readContrasts(spoken, stress),
    )
  }
  const phrases = splitPhrases(words, span)
  const feelings = readFeelings(words, { ...span, focus }, { phrases, spoken, findings })
  return {
    findings: findings.sort((a, b) => a.word - b.word),
    phrases: phrases.map((phrase, i) => ({ ...phrase, feelings: feelings[i]! })),
  }
}

function readExclamation(words: readonly BareWord[], span: Span, focus: number): Finding[] {
  const marks = words
    .slice(span.first, span.last + 1)
    .reduce((count, { written }) => count + (written.match(/[!！]/g)?.length ?? 0), 0)
  return marks === 0 ? [] : [{ what: 'exclamation', word: focus, ...span, strength: Math.min(1, 0.5 + 0.2 * marks) }]
}

function moodAfter(phrases: readonly PhraseReading[], before: ReadingMemory['mood']): ReadingMemory['mood'] {
  const left = (before?.strength ?? 0) * MOOD_KEPT
  const felt = phrases.flatMap(({ feelings }) => feelings.slice(0, 1)).sort((a, b) => b.strength - a.strength)[0]
  if (felt !== undefined && felt.strength >= left) return { emotion: felt.emotion, strength: felt.strength }
  return before === undefined || left < LEAST_MOOD ? undefined : { emotion: before.emotion, strength: left }
}
