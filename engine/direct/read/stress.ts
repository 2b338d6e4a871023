import { LIFTS, LIGHT_ENDS, NEGATIONS, WH_WORD } from './function-words.ts'
import type { BareWord, Span } from './words.ts'

/** Emphasis by what a word does in its sentence. */
const LEVEL = {
  function: 0.1,
  given: 0.25,
  content: 0.45,
  clauseEnd: 0.6,
  contrast: 0.8,
  focus: 0.85,
  marked: 1,
} as const
/** What an exclamation adds to every stressed word. */
const EXCLAIMED = 0.15
/** Content words remembered as said: about six sentences. */
const GIVEN_KEPT = 40

export type Stress = {
  /** Of each word, [0, 1]. */
  readonly levels: readonly number[]
  /** Word that carries each sentence's focus; −1 where it has no word. */
  readonly focus: readonly number[]
  /** Content words said so far, the latest last. */
  readonly given: readonly string[]
}

/**
 * Guesses how strongly each word of a text is said.
 *
 * The focus is the last new content word of each sentence; words set against others by "not" or "but", words in capitals
 * and words between asterisks stand out; a content word said before is given, and light.
 *
 * @param given  Content words that were said before the text.
 * @returns      For each word [0, 1]: 0.1 a word of grammar, 0.45 a content word, 0.85 and above the focus.
 * @source       Focus: the nuclear stress rule, Chomsky and Halle (1968). Given and contrast: J. Hirschberg, "Pitch
 *               accent in context", Artificial Intelligence 63 (1993).
 */
export function stressWords(
  words: readonly BareWord[],
  sentences: readonly Span[],
  given: readonly string[] = [],
): Stress {
  const said = new Set(given)
  const levels: number[] = []
  const focus: number[] = []
  for (const { first, last } of sentences) {
    const sentence = words.slice(first, last + 1)
    const at = findFocus(sentence, said)
    focus.push(at < 0 ? -1 : first + at)
    levels.push(...stressSentence(sentence, at, said))
  }
  return { levels, focus, given: [...said].slice(-GIVEN_KEPT) }
}

/** The last content word that is new and not said by the way, else the last; of a sentence without any, what it turns on. */
function findFocus(whole: readonly BareWord[], said: ReadonlySet<string>): number {
  const sentence = whole.slice(0, tagStart(whole))
  const isNew = ({ bare, isContent }: BareWord) => isContent && !said.has(stemOf(bare)) && !LIGHT_ENDS.has(bare)
  const fresh = sentence.findLastIndex(isNew)
  if (fresh >= 0) return fresh
  const content = sentence.findLastIndex((word) => word.isContent)
  if (content >= 0) return content
  const asking = sentence.findIndex(({ bare }) => WH_WORD.test(bare))
  if (asking >= 0 && AUXILIARY.test(sentence[asking + 1]?.bare ?? '')) return asking + 1
  return sentence.findLastIndex(({ bare }) => bare !== '')
}

const AUXILIARY = /^(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)$/
const TAG_WORD = /^(?:\w+n't|not|right|okay|ok|yeah|eh|huh|remember|correct)$/
const LONGEST_TAG = 3

/** Where a tag begins, which asks for assent and carries no focus: ", don't you?", ", right?"; the length where there is none. */
function tagStart(sentence: readonly BareWord[]): number {
  const comma = sentence.slice(0, -1).findLastIndex(({ endsClause }) => endsClause)
  const tag = sentence.slice(comma + 1)
  const isTag = tag.length <= LONGEST_TAG && tag.every(({ bare, isContent }) => !isContent || TAG_WORD.test(bare))
  return comma > 0 && isTag && sentence.at(-1)!.written.includes('?') ? comma + 1 : sentence.length
}

function stressSentence(sentence: readonly BareWord[], focus: number, said: Set<string>): number[] {
  const isExclaimed = sentence.some(({ written }) => written.includes('!'))
  const spoken = sentence.filter(({ bare }) => bare !== '')
  const isShouted = spoken.length > 1 && spoken.every(({ written }) => written === written.toUpperCase())
  let isLifted = false
  return sentence.map((word, i) => {
    const stem = stemOf(word.bare)
    let level: number = LEVEL.function
    if (word.bare !== '' && word.isRaised && !isShouted) level = LEVEL.marked
    else if (i === focus) level = LEVEL.focus
    else if (word.isContent && isLifted) level = LEVEL.contrast
    else if (word.isContent && said.has(stem)) level = LEVEL.given
    else if (word.isContent && word.endsClause) level = LEVEL.clauseEnd
    else if (word.isContent) level = LEVEL.content
    if (word.isContent) {
      // In the order of saying: a word said again is the latest.
      said.delete(stem)
      said.add(stem)
      isLifted = false
    }
    if (NEGATIONS.test(word.bare) || LIFTS.test(word.bare)) isLifted = true
    return isExclaimed && level > LEVEL.function ? Math.min(1, level + EXCLAIMED) : level
  })
}

/** "gardens" was said when "garden" was. */
const stemOf = (bare: string): string => (bare.length > 3 ? bare.replace(/(?:'s|(?<!s)s)$/, '') : bare)
