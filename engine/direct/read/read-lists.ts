import type { Finding } from './finding.ts'
import { mostStressed } from './read-phrases.ts'
import type { BareWord, Span } from './words.ts'

/** Things in a row that make a list. */
const LEAST_ITEMS = 3
/** Words of one of them at most; what is longer is a clause. */
const LONGEST_ITEM = 5

/** What begins a clause rather than a thing in a row. */
const CLAUSE_START =
  /^(?:i|you|he|she|it|we|they|i'm|you're|he's|she's|it's|we're|they're|but|because|so|which|who|that|when|while|if|although|though|where|since|unless|whereas|then|not|yes|no|well|oh|however|please|there|this)$/
const JOINS = /^(?:and|or|nor|plus)$/

/**
 * Things said in a row: "apples, pears and plums". The last of them follows "and" or "or"; those before it are parted by
 * commas or semicolons, and none is a clause of its own.
 */
export function readLists(words: readonly BareWord[], { first, last }: Span, stress: readonly number[]): Finding[] {
  for (let i = first + 1; i < last; i++) {
    if (!JOINS.test(words[i]!.bare)) continue
    const items = itemsAround(words, i, { first, last })
    if (items.length < LEAST_ITEMS) continue
    return items.map((span, k) => ({
      what: 'item',
      word: mostStressed(stress, span),
      ...span,
      strength: 0.7,
      value: k + 1,
    }))
  }
  return []
}

function itemsAround(words: readonly BareWord[], join: number, { first, last }: Span): Span[] {
  const isThing = (span: Span) =>
    span.last >= span.first && span.last - span.first < LONGEST_ITEM && !CLAUSE_START.test(words[span.first]!.bare)
  const after = { first: join + 1, last: clauseEnd(words, join + 1, last) }
  if (!isThing({ first: after.first, last: Math.min(after.last, after.first + LONGEST_ITEM - 1) })) return []
  const items: Span[] = [{ first: after.first, last: Math.min(after.last, after.first + LONGEST_ITEM - 1) }]
  let end = join - 1
  while (end >= first) {
    const start = clauseStart(words, end, first)
    const span = { first: start, last: end }
    const isHead = start === first || !words[start - 1]!.written.match(/[,;]\W*$/)
    if (isHead || CLAUSE_START.test(words[start]!.bare)) {
      // What leads up to the row belongs to its first thing: "I like apples".
      if (words[end]!.endsClause && isWorthy(words, span)) items.unshift({ first: Math.max(start, end - 1), last: end })
      break
    }
    if (!isThing(span)) return []
    items.unshift(span)
    end = start - 1
  }
  return items
}

/** Whether a chunk ends in a thing, and is not only "Well," or "Yesterday,". */
function isWorthy(words: readonly BareWord[], { first, last }: Span): boolean {
  if (!words[last]!.isContent) return false
  return (
    last === first ||
    !/^(?:when|if|while|although|as|because|after|before|since|on|in|at|yes|no|well)$/.test(words[first]!.bare)
  )
}

function clauseEnd(words: readonly BareWord[], from: number, last: number): number {
  for (let i = from; i < last; i++) if (words[i]!.endsClause) return i
  return last
}

/** First word of the chunk that ends at a word: after the comma before it. */
function clauseStart(words: readonly BareWord[], end: number, first: number): number {
  for (let i = end; i > first; i--) if (words[i - 1]!.endsClause) return i
  return first
}
