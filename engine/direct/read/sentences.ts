import type { BareWord, Span } from './words.ts'

/** Words of a phrase at least, on either side of what parts it. */
const LEAST_PHRASE = 3

/** Words with a full stop after which a sentence goes on. */
const ABBREVIATION = /^["'“(]*(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|no|[a-z])\.$/i
/** Conjunctions before which one breathes, in a phrase that is long enough. */
const CONJUNCTION = /^(?:and|but|or|because|when|while|if|which|who|whereas|although|though|until|unless|so|then)$/

const PREPOSITION =
  /^(?:in|on|at|by|for|from|with|without|into|onto|over|under|about|after|before|between|through|during|against|behind|across|around|towards?|upon|like|than|to)$/

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

/** Phrases of a sentence: what one accent holds together, parted at commas, dashes and conjunctions, long ones before prepositions. */
export function splitPhrases(words: readonly BareWord[], { first, last }: Span): Span[] {
  const phrases: Span[] = []
  let from = first
  for (let i = first; i <= last; i++) {
    if (i < last && !words[i]!.endsClause && !partsBefore(words, i + 1, { from, last })) continue
    phrases.push({ first: from, last: i })
    from = i + 1
  }
  return phrases
}

function partsBefore(words: readonly BareWord[], i: number, { from, last }: { from: number; last: number }): boolean {
  const { bare } = words[i]!
  const [before, after] = [i - from, last - i + 1]
  if (CONJUNCTION.test(bare)) return before >= LEAST_PHRASE && after > LEAST_PHRASE
  return PREPOSITION.test(bare) && before > LEAST_PHRASE && after >= LEAST_PHRASE && words[i - 1]!.isContent
}
