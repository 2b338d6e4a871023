import { distance } from 'fastest-levenshtein'

/** Shortest word that is put right, and the shortest in which two letters may be wrong. */
const LEAST_LETTERS = 4
const LETTERS_FOR_TWO = 8

/**
 * Puts mistyped words right: "joek" is "joke".
 *
 * @param vocabulary  Words that can be meant.
 * @returns           A function that gives the word meant, or the word as it is: one that a dictionary lists is no slip.
 */
export function createSpelling(vocabulary: Iterable<string>): (word: string, isUnknown: boolean) => string {
  const words = [...new Set(vocabulary)].filter((word) => word.length >= LEAST_LETTERS)
  return (word, isUnknown) => {
    if (!isUnknown || word.length < LEAST_LETTERS) return word
    const most = word.length >= LETTERS_FOR_TWO ? 2 : 1
    let best: { readonly word: string; readonly edits: number } | undefined
    for (const candidate of words) {
      if (Math.abs(candidate.length - word.length) > most) continue
      const edits = isSwapped(word, candidate) ? 1 : distance(word, candidate)
      if (edits <= most && edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = { word: candidate, edits }
    }
    return best?.word ?? word
  }
}

/** Whether two neighbouring letters changed places: one slip, which the plain distance counts as two. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
