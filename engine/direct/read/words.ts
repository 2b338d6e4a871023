import { FUNCTION_WORDS, NEGATIONS } from './function-words.ts'

/** A word as it is compared with others. */
export type BareWord = {
  /** As written, with its punctuation. */
  readonly written: string
  /** In lower case, without what stands around it; empty for what is no word. */
  readonly bare: string
  /** Whether it says something by itself, rather than holding a sentence together. */
  readonly isContent: boolean
  /** In capitals, or between asterisks or underscores. */
  readonly isRaised: boolean
  readonly endsClause: boolean
}

/** From one word to another, both among it. */
export type Span = { readonly first: number; readonly last: number }

/** Takes off a word what stands around it. Straight apostrophes, lower case. */
export function bareWord(written: string): BareWord {
  const bare = written
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return {
    written,
    bare,
    isContent: bare !== '' && !FUNCTION_WORDS.has(bare),
    isRaised: /^["'“(]*([*_]).+\1/.test(written) || isInCapitals(written, bare),
    endsClause: /[,;:—–][^\p{L}\p{N}]*$/u.test(written) || /^[—–]|^-+$/.test(written),
  }
}

/** THIS, but not I, and no acronym. */
const isInCapitals = (written: string, bare: string): boolean =>
  /^[^\p{L}]*\p{Lu}[\p{Lu}'’]+[^\p{L}]*$/u.test(written) && (!ACRONYM.test(written) || isShortShout(bare))

/** Capitals of two and three letters, and those with dots, are more often a name than a shout ("TV", "the U.S."). */
const ACRONYM = /^[^\p{L}]*(?:\p{Lu}{2,3}|(?:\p{Lu}\.)+\p{Lu}?)[^\p{L}]*$/u

/** "NO" and "SO" are shouted; "IT" and "US" are names. */
const isShortShout = (bare: string): boolean =>
  bare !== 'it' &&
  bare !== 'us' &&
  (FUNCTION_WORDS.has(bare) || NEGATIONS.test(bare) || /^(?:wow|yes|yay|now|hey)$/.test(bare))
