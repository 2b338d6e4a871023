/**
 * Words of grammar, which are said lightly. English; auxiliaries and their contractions among them.
 * Source: the closed classes of Quirk et al., "A Comprehensive Grammar of the English Language" (1985), 2.39.
 */
const FUNCTION_WORDS = new Set(
  `a an the and or but nor so yet if than that because while as though although unless until since whether
  of to in on at by for from with without into onto over under about after before between through during against
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  this these those there here who whom whose which what when where why how some any each every such
  am is are was were be been being do does did have has had having will would shall should can could may might must
  let just too also then well oh um uh i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd he's he'll
  he'd she's she'll she'd it's it'll they're they've they'll they'd that's there's here's what's who's let's gonna`.split(
    /\s+/,
  ),
)

/** Words that deny: said with some weight, and what they deny with more. */
const NEGATIONS = /^(?:not|no|never|nothing|nobody|none|cannot|\w+n't)$/
/** Words that set what follows against something else. */
const CONTRASTS = /^(?:but|only|even|instead|rather|really|very|actually|exactly|especially)$/

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

type SpokenWord = { readonly bare: string; readonly written: string; readonly isContent: boolean }

/**
 * Guesses how strongly each word of a text is said.
 *
 * The focus is the last content word of each sentence; words set against others by "not" or "but", words in capitals
 * and words between asterisks stand out; a content word said before is given, and light.
 *
 * @param words  As written, with punctuation; sentences end where it says so.
 * @returns      For each word [0, 1]: 0.1 a word of grammar, 0.45 a content word, 0.85 and above the focus.
 * @source       Focus: the nuclear stress rule, Chomsky and Halle (1968). Given and contrast: J. Hirschberg, "Pitch
 *               accent in context", Artificial Intelligence 63 (1993).
 */
export function emphasizeWords(words: readonly string[]): number[] {
  const said = new Set<string>()
  return splitSentences(words).flatMap((sentence) => emphasizeSentence(sentence.map(describe), said))
}

function emphasizeSentence(words: readonly SpokenWord[], said: Set<string>): number[] {
  const isExclaimed = words.at(-1)?.written.includes('!') ?? false
  const isShouted = words.length > 1 && words.every(({ written }) => written === written.toUpperCase())
  const focus = words.findLastIndex((word) => word.isContent)
  let isContrasted = false
  return words.map((word, i) => {
    let level: number = LEVEL.function
    if (isMarked(word, isShouted)) level = LEVEL.marked
    else if (i === focus) level = LEVEL.focus
    else if (word.isContent && isContrasted) level = LEVEL.contrast
    else if (word.isContent && said.has(word.bare)) level = LEVEL.given
    else if (word.isContent && endsClause(word.written)) level = LEVEL.clauseEnd
    else if (word.isContent) level = LEVEL.content
    if (word.isContent) {
      said.add(word.bare)
      isContrasted = false
    }
    if (NEGATIONS.test(word.bare) || CONTRASTS.test(word.bare)) isContrasted = true
    return isExclaimed && level > LEVEL.function ? Math.min(1, level + EXCLAIMED) : level
  })
}

function describe(written: string): SpokenWord {
  const bare = written
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return { written, bare, isContent: bare !== '' && !FUNCTION_WORDS.has(bare) }
}

/** *this*, _this_ and THIS, but not I, and no capitals where all are. */
function isMarked({ written }: SpokenWord, isShouted: boolean): boolean {
  if (/^["'(]*([*_]).+\1/.test(written)) return true
  return !isShouted && /^[^\p{L}]*\p{Lu}{2,}[^\p{L}]*$/u.test(written) && !ACRONYM.test(written)
}

/** Capitals of two and three letters, and those with dots, are more often a name than a shout ("TV", "the U.S."). */
const ACRONYM = /^[^\p{L}]*(?:\p{Lu}{2,3}|(?:\p{Lu}\.)+\p{Lu}?)[^\p{L}]*$/u

const endsClause = (written: string): boolean => /[,;:—–][^\p{L}\p{N}]*$/u.test(written)

function splitSentences(words: readonly string[]): string[][] {
  const sentences: string[][] = [[]]
  for (const word of words) {
    sentences.at(-1)!.push(word)
    if (/[.!?…][^\p{L}\p{N}]*$/u.test(word)) sentences.push([])
  }
  return sentences
}
