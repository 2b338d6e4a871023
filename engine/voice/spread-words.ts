import type { Span } from './align.ts'

/** A word of a transcript. */
export type SpreadWord = {
  /** How long it takes against the others, > 0. */
  readonly weight: number
  /** A pause after it is likely: it ends a sentence or a clause. */
  readonly endsClause: boolean
}

/** Seconds by which a pause may lie off its even place to fall after a comma or a full stop. */
const CLAUSE_PULL = 0.8

/**
 * Spreads words evenly over the spoken stretches of a recording, each by its weight and none across a pause.
 *
 * @param spans  At least one, ascending.
 * @returns      For each span the spans of its words; together as many as there are words, in their order. A span has
 *               none where there are fewer words than spans.
 */
export function spreadWords(words: readonly SpreadWord[], spans: readonly Span[]): Span[][] {
  const ends = cumulate(words.map(({ weight }) => weight))
  const total = ends.at(-1) ?? 0
  const spoken = cumulate(spans.map(({ start, end }) => end - start))
  const scale = total === 0 ? 0 : spoken.at(-1)! / total
  let first = 0
  return spans.map((span, i) => {
    const isLast = i === spans.length - 1
    const next = isLast ? words.length : cutAfter(words, ends, scale, spoken[i]!, first)
    const inside = words.slice(first, next)
    first = next
    return fill(inside, span)
  })
}

/** How many words to have said when a pause comes, of those not said before: near its even place, gladly after a clause. */
function cutAfter(words: readonly SpreadWord[], ends: readonly number[], scale: number, time: number, first: number) {
  let best = first
  let bestCost = Number.POSITIVE_INFINITY
  for (let count = first; count <= words.length; count++) {
    const distance = Math.abs((ends[count - 1] ?? 0) * scale - time)
    const cost = distance - (words[count - 1]?.endsClause ? CLAUSE_PULL : 0)
    if (cost >= bestCost) continue
    best = count
    bestCost = cost
  }
  return best
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
