import type { Finding } from './finding.ts'
import type { SpokenText } from './spoken-text.ts'
import { spanOf } from './spoken-text.ts'
import type { BareWord, Span } from './words.ts'

/** Turns that say the opposite of what they mean. */
const TURNS = [
  /(?:^|[.,!?] )yeah,? (?:right|sure)(?=[.,!]|$)/g,
  /^(?:oh|well|wow)?,? ?(?:great|good|lovely|wonderful|fantastic|perfect|brilliant|nice|awesome|super)[,.!] (?:another|more|now|just|that(?:'s| is) (?:just|all)|as if|here we go|what else|not again)\b/g,
  /^oh,? (?:great|joy|wonderful|brilliant|perfect|goody)[,.]/g,
  /\b(?:just what (?:i|we) (?:needed|wanted)|thanks for nothing|big deal|how original|what a surprise(?=\.)|as if(?=[.!]|$)|tell me about it(?=[.!]|$)|like (?:that's|that is) going to|because that (?:always|never)|no kidding|i(?:'m| am) sure(?=,)|much fun, not|, not!)/g,
  /\bso (?:much )?(?:fun|helpful|useful|clever|original), (?:really|truly|not)\b/g,
]
/** Words of praise in quotes are meant otherwise: a “helpful” answer. */
const SCARE_QUOTED = /^["“'‘](?!s\b)[\p{L}-]+["”'’][.,!?]?$/u
const TAGGED = /(?:^|\s)\/s[.!]?$/i

/** Signs that what is said is not what is meant. */
export function readSarcasm(
  words: readonly BareWord[],
  { first, last }: Span,
  { spoken, isPraise }: { readonly spoken: SpokenText; readonly isPraise: (bare: string) => boolean },
): Finding[] {
  for (const turn of TURNS) {
    for (const match of spoken.text.matchAll(turn)) {
      const span = spanOf(spoken, match.index, match[0].length)
      return [{ what: 'sarcasm', word: span.last, ...span, strength: 0.8 }]
    }
  }
  for (let word = first; word <= last; word++) {
    const { written, bare } = words[word]!
    const isMeantOtherwise = TAGGED.test(written) || (SCARE_QUOTED.test(written) && isPraise(bare))
    if (isMeantOtherwise) return [{ what: 'sarcasm', word, first, last, strength: TAGGED.test(written) ? 1 : 0.6 }]
  }
  return []
}
