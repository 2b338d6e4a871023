import type { BareWord, Span } from './words.ts'

/** Words of a phrase at least, on both sides of a conjunction that parts it. */
const LEAST_PHRASE = 3

/** Words with a full stop after which a sentence goes on. */
const ABBREVIATION = /^["'“(]*(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|no|[a-z])\.$/i
/** Conjunctions before which one breathes, in a phrase that is long enough. */
const PARTS = /^(?:and|but|or|because|when|while|if|which|who|whereas|although|though|until|unless|so|then)$/

/** Sentences of a text. What has neither letter nor digit belongs to the sentence before it: "I lost my keys. 😭". */
export function splitSentences(words: readonly BareWord[]): Span[] {
  const sentences: { first: number; last: number }[] = []
  let isOver = true
  for (const [i, word] of words.entries()) {
    const before = sentences.at(-1)
    if (before === undefined || (isOver && word.bare !== '')) sentences.push({ first: i, last: i })
    else before.last = i
    isOver = (isOver && word.bare === '') || endsSentence(words, i)
  }
  return sentences
}

function endsSentence(words: readonly BareWord[], i: number): boolean {
  const { written } = words[i]!
  if (/[。！？؟।]["'”’»)]*$/u.test(written)) return true
  if (!/[.!?…][^\p{L}\p{N}]*$/u.test(written)) return false
  return i === words.length - 1 || !ABBREVIATION.test(written)
}

/** Phrases of a sentence: what one breath holds together, parted at commas, dashes and conjunctions. */
export function splitPhrases(words: readonly BareWord[], { first, last }: Span): Span[] {
  const phrases: Span[] = []
  let from = first
  for (let i = first; i <= last; i++) {
    const isBeforeConjunction =
      i < last && PARTS.test(words[i + 1]!.bare) && i + 1 - from >= LEAST_PHRASE && last - i >= LEAST_PHRASE
    if (i < last && !words[i]!.endsClause && !isBeforeConjunction) continue
    phrases.push({ first: from, last: i })
    from = i + 1
  }
  return phrases
}
