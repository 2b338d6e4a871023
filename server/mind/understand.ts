import { createFactFinder, type Told } from './facts.ts'
import { createIntentMatcher, type Meaning } from './intents.ts'
import type { Persona } from './persona.ts'
import { readText, type Sentence } from './read-text.ts'

/** A sentence, and what was made out of it. */
export type Understood = {
  readonly sentence: Sentence
  readonly meant: Meaning | undefined
  /** What it tells of who says it. */
  readonly told: Told | undefined
}

/** Likeness from which on a sentence is meant for itself, whatever was asked before or seems to be told. */
const SURE = 0.8
/** Likeness from which on a sentence is something else than an answer to what was asked. */
const OWN = 0.68
/** What is said by the way: the topic stays, and where more is said it needs no answer. */
const ASIDES = new Set(['greet', 'okay', 'cool', 'laugh', 'really', 'bad', 'agree', 'thanks', 'sorry', 'welcome'])
/** "Sorry, I was late": so is what is said by the way before the rest. */
const OPENING = /^\s*(sorry|hi|hello|hey|thanks|thank you|wow|haha|okay|ok|great|cool|oh no)[,!]\s+/i
/** "Fine, and you?": the echo is a sentence of its own. */
const ECHO =
  /(\w)(?:[,;.!]?\s+(?:and|what about|how about)\s+(?:you|yourself)|[,;.!]\s+(?:do|are|have|would|can) you)\s*\??\s*$/i

/** @returns  A function that reads a text and understands it sentence by sentence. */
export function createUnderstanding({ name, phrases }: Persona): (text: string) => readonly Understood[] {
  const intents = Object.entries(phrases.intents).map(([intent, examples]) => ({ name: intent, examples }))
  const match = createIntentMatcher(intents, name)
  const findFact = createFactFinder(phrases.facts)
  return (text) =>
    readText(text.replace(OPENING, '$1. ').replace(ECHO, '$1. What about you?')).map((sentence) => {
      const found = match(sentence)
      const meant = found !== undefined && BRIEF.has(found.name) && asksAtLength(sentence) ? undefined : found
      const told = findFact(sentence.text, meant === undefined)
      return { sentence, meant, told: isSure(meant) ? undefined : told }
    })
}

/** Those of a text's parts that are answered: what is said by the way is not, where there is more. */
export function essentialOf(parts: readonly Understood[], most: number): readonly Understood[] {
  const understood = parts.filter(({ meant, told }) => meant !== undefined || told !== undefined)
  const weighty = understood.filter(({ meant, told }) => told !== undefined || !isAside(meant?.name ?? ''))
  return (weighty.length > 0 ? weighty : understood).slice(0, most)
}

export const isAside = (intent: string): boolean => ASIDES.has(intent)

/** Meanings that no long question has, though it may use their words: "What do you do at night?" is no goodbye. */
const BRIEF = new Set(['greet', 'bye', 'okay', 'cool', 'laugh', 'yes', 'no'])
const ASKING = /^(?:and |but |so )?(?:who|what|where|when|why|how|which|do|does|did|are|is|can|could|would|will)\b/i
const LONG = 4

const asksAtLength = ({ text, words }: Sentence): boolean => ASKING.test(text) && words.length >= LONG

/** Words in a tale of oneself, at least, and how many of them may be in no dictionary, as a share. */
const TALE_WORDS = 3
const TALE_UNKNOWN = 0.34
const TALE =
  /^(?:and |but |so |then |well,? |oh,? )*(?:i|my|we|our|it|he|she|his|her|they|because|yesterday|today|last)\b[^?]*$/i

/** Whether someone tells something of themselves that is not understood: one can listen all the same. */
export const isTale = ({ sentence: { text, words, unknown } }: Understood): boolean =>
  TALE.test(text) && words.length >= TALE_WORDS && unknown.size <= words.length * TALE_UNKNOWN

/** Whether a sentence may be taken as the answer to a question. */
export const isPlain = ({ meant }: Understood): boolean => (meant?.score ?? 0) < OWN || isAside(meant?.name ?? '')

const isSure = (meant: Meaning | undefined): boolean => (meant?.score ?? 0) >= SURE
