import type { BareWord, Span } from './words.ts'

/** A sentence as patterns read it: bare words, each with the mark that ends its clause, and where each begins. */
export type SpokenText = { readonly text: string; readonly starts: readonly number[]; readonly first: number }

/** Words of a span in lower case, with `, ; . ! ?` where they end a clause. What is no word is left empty. */
export function spokenText(words: readonly BareWord[], { first, last }: Span): SpokenText {
  const starts: number[] = []
  let text = ''
  for (let i = first; i <= last; i++) {
    const { bare, written, endsClause } = words[i]!
    if (text !== '' && bare !== '') text += ' '
    starts.push(text.length)
    text += bare + closingMark(written, endsClause)
  }
  return { text, starts, first }
}

function closingMark(written: string, endsClause: boolean): string {
  const tail = /[^\p{L}\p{N}]*$/u.exec(written)![0]
  const mark = /[?!;.…]/.exec(tail)?.[0]
  if (mark !== undefined) return mark === '…' ? '.' : mark
  return endsClause ? ',' : ''
}

/** Words that a match covers. */
export function spanOf({ starts, first }: SpokenText, from: number, length: number): Span {
  const until = from + Math.max(1, length)
  const begin = starts.findLastIndex((start) => start <= from)
  const end = starts.findLastIndex((start) => start < until)
  return { first: first + Math.max(0, begin), last: first + Math.max(0, end) }
}
