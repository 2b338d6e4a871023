import bm25Vectorizer from 'wink-nlp/utilities/bm25-vectorizer.js'
import similarity from 'wink-nlp/utilities/similarity.js'
import { readText, type Sentence } from './read-text.ts'
import { createSpelling } from './spelling.ts'

/** What people may mean, with examples of how they say it. */
export type Intent = { readonly name: string; readonly examples: readonly string[] }

/** An intent that a sentence may have; `score` says how like an example of it the sentence is, [0, 1]. */
export type Meaning = { readonly name: string; readonly score: number }

/** Least likeness at which a sentence counts as meant; chosen on phrases that no test holds. */
export const LEAST_LIKENESS = 0.5
/** Share of the likeness that any of an intent’s words make, beside those of the one example. */
const COVER_SHARE = 0.3
/** Share of the likeness that the order of words makes. */
const ORDER_SHARE = 0.25
/** What is left of the likeness where one sentence says no, or one is about me and the other about you. */
const OTHER_SENSE = 0.55
/** Words said to be polite or to gain time, by stem. */
const FILLERS = new Set('pleas oh ah so just actual then hmm hm um uh now veri realli quit mayb ok hey'.split(' '))

/** What links a longer sentence to the one before. */
const LINKS = new Set(['and', 'but', 'so', 'then'])

type Learned = Sentence & { readonly name: string; readonly weights: Weights; readonly pairs: ReadonlySet<string> }
/** Words by their share of what is said; the squares sum to 1. */
type Weights = Readonly<Record<string, number>>

/**
 * Learns what people say by examples; rare words count more (BM25).
 *
 * @param called  The actor's name: to say it changes no meaning.
 * @returns       A function that finds the intent whose example is most like a sentence, if any is like enough.
 */
export function createIntentMatcher(
  intents: readonly Intent[],
  called = '',
): (sentence: Sentence) => Meaning | undefined {
  const own = new Set(readText(called).flatMap(({ words }) => words))
  const examples = intents.flatMap(({ name, examples }) =>
    examples.map((text) => ({ ...join(readText(text)), name })).map((one) => ({ ...one, words: tell(one.words, own) })),
  )
  const vectorizer = bm25Vectorizer({ norm: 'none', k: 1, k1: 1.2, b: 0 })
  for (const own of Map.groupBy(examples, (one) => one.name).values())
    vectorizer.learn([...new Set(own.flatMap(({ words }) => words))])
  const known = new Set(examples.flatMap(({ words }) => words))
  const correct = createSpelling(known)
  /** What a word weighs that was never learned: as much as the rarest, or half of it where it only colours. */
  const rarest = Math.log(intents.length)

  const vocabularies = new Map(
    [...Map.groupBy(examples, (one) => one.name)].map(([name, own]) => [
      name,
      new Set(own.flatMap(({ words }) => words)),
    ]),
  )

  function weigh(words: readonly string[], modifiers: ReadonlySet<string>): Weights {
    const bow = vectorizer.bowOf([...words], true)
    const raw = Object.entries(bow).map(
      ([word, weight]) => [word, known.has(word) ? weight : modifiers.has(word) ? rarest / 2 : rarest] as const,
    )
    const length = Math.hypot(...raw.map(([, weight]) => weight))
    return Object.fromEntries(raw.map(([word, weight]) => [word, weight / length]))
  }

  const shelf: readonly Learned[] = examples.map((one) => ({
    ...one,
    weights: weigh(one.words, one.modifiers),
    pairs: pairsOf(one.words),
  }))
  return (sentence) => {
    const words = tell(sentence.words, own).map((word) =>
      known.has(word) ? word : correct(word, sentence.unknown.has(word)),
    )
    if (words.length === 0) return undefined
    const said = { ...sentence, words, pairs: pairsOf(words) }
    const weights = Object.entries(weigh(words, sentence.modifiers))
    const covered = new Map(
      [...vocabularies].map(([name, vocabulary]) => [
        name,
        weights.reduce((sum, [word, weight]) => sum + (vocabulary.has(word) ? weight * weight : 0), 0),
      ]),
    )
    let best: Meaning | undefined
    for (const example of shelf) {
      const alike = weights.reduce((sum, [word, weight]) => sum + weight * (example.weights[word] ?? 0), 0)
      const cover = covered.get(example.name)!
      if ((1 - COVER_SHARE) * alike + COVER_SHARE * cover <= (best?.score ?? 0)) continue
      const sense = senseOf(said, example)
      const score = ((1 - COVER_SHARE) * alike + COVER_SHARE * cover) * sense
      if (score > (best?.score ?? 0)) best = { name: example.name, score }
    }
    return best !== undefined && best.score >= LEAST_LIKENESS ? best : undefined
  }
}

type Told = Pick<Learned, 'words' | 'pairs' | 'isNegated'>

/** What is left of the likeness of two sentences, (0, 1]: their words may stand in another order, or in another sense. */
function senseOf(a: Told, b: Told): number {
  const order = 1 - ORDER_SHARE + ORDER_SHARE * similarity.set.oo(a.pairs, b.pairs)
  const polarity = a.isNegated === b.isNegated ? 1 : OTHER_SENSE
  return order * polarity * (contradict(personsOf(a.words), personsOf(b.words)) ? OTHER_SENSE : 1)
}

/** Without the actor’s name and without fillers, unless nothing else was said. */
function tell(words: readonly string[], own: ReadonlySet<string>): readonly string[] {
  const named = words.filter((word, at) => !own.has(word) && !(at === 0 && LINKS.has(word) && words.length > 3))
  const kept = named.filter((word) => !FILLERS.has(word))
  return kept.length > 0 ? kept : named
}

/** Neighbouring words, the beginning and the end among them. */
const pairsOf = (words: readonly string[]): Set<string> =>
  new Set([...words, '.'].map((word, at) => `${words[at - 1] ?? '.'} ${word}`))

type Persons = 'none' | 'me' | 'you' | 'both'

function personsOf(words: readonly string[]): Persons {
  const isMe = words.includes('i') || words.includes('my')
  const isYou = words.includes('you') || words.includes('your')
  return isMe ? (isYou ? 'both' : 'me') : isYou ? 'you' : 'none'
}

const contradict = (a: Persons, b: Persons): boolean => (a === 'me' && b === 'you') || (a === 'you' && b === 'me')

/** An example of two sentences is compared as one. */
const join = (sentences: readonly Sentence[]): Sentence => ({
  text: sentences.map(({ text }) => text).join(' '),
  words: sentences.flatMap(({ words }) => words),
  isNegated: sentences.some(({ isNegated }) => isNegated),
  isQuestion: false,
  unknown: new Set(),
  modifiers: new Set(),
})
