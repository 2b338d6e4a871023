import type { Span } from './align.ts'

/** A word of a transcript. */
export type SpreadWord = {
  /** How long it takes against the others, > 0. */
  readonly weight: number
  /** What ends with it. */
  readonly ends: 'word' | 'clause' | 'sentence'
}

/** Seconds² of difference that a second of speech brings: how uneven speakers are. Costs below are in units of it. */
const UNEVENNESS = 0.08

/** What it costs to pause after a word: speakers rarely do within a clause. */
const PAUSE_COST = { word: 2, clause: 0.3, sentence: 0 } as const
/** What it costs not to pause after a word: speakers nearly always do after a sentence. */
const HURRY_COST = { word: 0, clause: 0.1, sentence: 1.5 } as const

/** Seconds by which a pause may lie off its even place. */
const REACH = 8

/** The cheapest way to have said a number of words by the end of a span, and how many had been said before it. */
type Way = { readonly cost: number; readonly before: number }

/**
 * Spreads words over the spoken stretches of a recording, evenly within each and none across a pause.
 *
 * Which words fall in which stretch is the cheapest of all ways, by dynamic programming: each stretch as long as its
 * words take on the average, pauses where the text has punctuation.
 *
 * @param spans  At least one, ascending.
 * @returns      For each span the spans of its words; together as many as there are words, in their order. A span has
 *               none where there are fewer words than spans.
 */
export function spreadWords(words: readonly SpreadWord[], spans: readonly Span[]): Span[][] {
  const counts = splitCounts(words, spans)
  return spans.map((span, i) => fill(words.slice(i === 0 ? 0 : counts[i - 1]!, counts[i]!), span))
}

/** How many words have been said by the end of each span. */
function splitCounts(words: readonly SpreadWord[], spans: readonly Span[]): number[] {
  const lengths = spans.map(({ start, end }) => end - start)
  const spoken = cumulate(lengths)
  const weights = [0, ...cumulate(words.map(({ weight }) => weight))]
  const pace = spoken.at(-1)! / Math.max(weights.at(-1)!, Number.MIN_VALUE)
  const hurry = [0, ...cumulate(words.map(({ ends }) => HURRY_COST[ends]))]

  /** What it costs to say words in a span: those from `before` up to `count`. */
  function costOf(before: number, count: number, length: number): number {
    const difference = (weights[count]! - weights[before]!) * pace - length
    const hurried = count > before ? hurry[count - 1]! - hurry[before]! : 0
    const pause = count === words.length || count === 0 ? 0 : PAUSE_COST[words[count - 1]!.ends]
    return (difference * difference) / (length * UNEVENNESS) + hurried + pause
  }

  const ways: Map<number, Way>[] = []
  let reached = new Map<number, Way>([[0, { cost: 0, before: 0 }]])
  lengths.forEach((length, i) => {
    const isLast = i === lengths.length - 1
    const next = new Map<number, Way>()
    for (const count of isLast ? [words.length] : countsNear(weights, spoken[i]! / pace, REACH / pace))
      for (const [before, way] of reached) {
        if (before > count) continue
        const cost = way.cost + costOf(before, count, length)
        if (cost < (next.get(count)?.cost ?? Number.POSITIVE_INFINITY)) next.set(count, { cost, before })
      }
    ways.push(next)
    reached = next
  })
  return traceBack(ways, words.length)
}

/** Numbers of words whose weight lies near a target; at the least the nearest below it. */
function countsNear(weights: readonly number[], target: number, reach: number): number[] {
  const near = weights.flatMap((weight, count) => (Math.abs(weight - target) <= reach ? [count] : []))
  return near.length > 0 ? near : [weights.findLastIndex((weight) => weight <= target)]
}

function traceBack(ways: readonly Map<number, Way>[], total: number): number[] {
  const counts: number[] = []
  let count = total
  for (const way of ways.toReversed()) {
    counts.unshift(count)
    count = way.get(count)!.before
  }
  return counts
}

function fill(words: readonly SpreadWord[], span: Span): Span[] {
  const ends = cumulate(words.map(({ weight }) => weight))
  const total = ends.at(-1) ?? 0
  const at = (share: number) => span.start + ((span.end - span.start) * share) / total
  return ends.map((end, i) => ({ start: i === 0 ? span.start : at(ends[i - 1]!), end: at(end) }))
}

function cumulate(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}
