import type { Finding } from './finding.ts'
import { mostStressed } from './read-phrases.ts'
import { type SpokenText, spanOf } from './spoken-text.ts'
import type { Span } from './words.ts'

/** How two sides are set against each other: the first in `one`, the second in `other`. */
const CONTRASTS: readonly (readonly [strength: number, said: RegExp])[] = [
  [
    1,
    /\b(?:on (?:the )?one hand|for one thing),? (?<one>[^.!?;]*?)(?:[,;.]? but)?(?:[,;.]? on the other(?: hand)?,? (?<other>[^.!?;]*)|$|[.!?;])/g,
  ],
  [1, /\bon the other(?: hand)?,? (?<other>[^.!?;]*)/g],
  [0.9, /\bnot (?:only )?(?<one>[^,.!?;]+?),? but (?:also )?(?<other>[^,.!?;]+)/g],
  [
    0.8,
    /(?<one>[^.!?;]+?),? (?:whereas|unlike|as opposed to|rather than|instead of|compared (?:to|with)|versus|vs) (?<other>[^,.!?;]+)/g,
  ],
  [0.8, /\beither (?<one>[^,.!?;]+?),? or (?<other>[^,.!?;]+)/g],
  [0.7, /\bsome (?<one>[^,.!?;]+?)[,;]? (?:and |but |while )?others (?<other>[^,.!?;]+)/g],
  [0.7, /(?<one>[^,.!?;]+?), (?:but|yet|while|not) (?<other>[^,.!?;]+)/g],
  [0.6, /(?<one>[^,.!?;]{8,}?) but (?<other>[^,.!?;]+)/g],
  [0.5, /^(?:but|however|instead|yet),? (?<other>[^.!?;]+)/g],
]

/** The two sides of a contrast: "not tea but coffee", "on the one hand". The surest is read, once a sentence. */
export function readContrasts(spoken: SpokenText, stress: readonly number[]): Finding[] {
  for (const [strength, said] of CONTRASTS) {
    const match = said.exec(spoken.text)
    said.lastIndex = 0
    if (match === null) continue
    const { one, other } = match.groups ?? {}
    const found: Finding[] = []
    if (one !== undefined && one.trim() !== '') found.push(side('oneSide', one, match))
    if (other !== undefined && other.trim() !== '') found.push(side('otherSide', other, match, one?.length ?? 0))
    return found

    function side(what: 'oneSide' | 'otherSide', text: string, { 0: all, index }: RegExpExecArray, after = 0): Finding {
      const span: Span = spanOf(spoken, index + all.indexOf(text, after), text.length)
      return { what, word: mostStressed(stress, span), ...span, strength }
    }
  }
  return []
}
