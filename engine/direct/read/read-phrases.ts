import { EMOJI_FINDINGS } from './emoji.ts'
import type { Finding } from './finding.ts'
import { NEGATIONS } from './function-words.ts'
import { PHRASEBOOK } from './phrasebook.ts'
import { type SpokenText, spanOf } from './spoken-text.ts'
import type { BareWord, Span } from './words.ts'

/** What the phrasebook reads in a sentence. What is read in a word once is not read in it again. */
export function readPhrases(spoken: SpokenText, stress: readonly number[]): Finding[] {
  const found: Finding[] = []
  for (const [what, strength, said] of PHRASEBOOK) {
    for (const match of spoken.text.matchAll(said)) {
      const span = spanOf(spoken, match.index, match[0].length)
      if (found.some((one) => one.what === what && one.first <= span.last && one.last >= span.first)) continue
      found.push({ what, word: mostStressed(stress, span), ...span, strength })
    }
  }
  return found
}

/** What emoji say, in any language. */
export function readEmoji(words: readonly BareWord[], { first, last }: Span): Finding[] {
  const found: Finding[] = []
  for (let word = first; word <= last; word++) {
    const { written } = words[word]!
    if (!/\p{Extended_Pictographic}/u.test(written)) continue
    for (const [what, signs] of EMOJI_FINDINGS)
      if (signs.split(' ').some((sign) => written.includes(sign)))
        found.push({ what, word, first: word, last: word, strength: 0.8 })
  }
  return found
}

/** Words that deny. */
export function readNegations(words: readonly BareWord[], { first, last }: Span): Finding[] {
  const found: Finding[] = []
  for (let word = first; word <= last; word++)
    if (NEGATIONS.test(words[word]!.bare))
      found.push({ what: 'negation', word, first: word, last: word, strength: 0.6 })
  return found
}

/** The most stressed word of a span, the last of several. */
export function mostStressed(stress: readonly number[], { first, last }: Span): number {
  let best = first
  for (let i = first; i <= last; i++) if (stress[i]! >= stress[best]!) best = i
  return best
}
