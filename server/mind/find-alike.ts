import { readText } from './read-text.ts'

/** Words by which nothing is told apart. */
const COMMON = new Set(
  'the a an of to my your i you be have do that this it and for with on in at about like is'.split(' '),
)

/** Those whose text has every word that matters of some words, in whatever form: "calling Ben" is "call Ben". */
export function findAlike<T>(words: string, among: readonly T[], textOf: (one: T) => string): readonly T[] {
  const all = stems(words)
  const telling = [...all].filter((stem) => !COMMON.has(stem))
  const wanted = telling.length > 0 ? telling : [...all]
  if (wanted.length === 0) return []
  return among.filter((one) => {
    const known = stems(textOf(one))
    return wanted.every((stem) => known.has(stem))
  })
}

const stems = (text: string): ReadonlySet<string> => new Set(readText(text).flatMap(({ words }) => words))
