/** What people may mean, with examples of how they say it. */
type Intent = { readonly name: string; readonly examples: readonly string[] }

/** Words that say nothing about what is meant. */
const EMPTY = new Set(
  'a an the is are am do does did you your i me my to of and or it this that please can could would'.split(' '),
)
/** Least likeness at which a text counts as meant: half of what an example says. */
const LEAST = 0.5

/** @returns  A function that finds the intent whose example is most like a text, if any is like enough. */
export function createIntentMatcher<T extends Intent>(intents: readonly T[]): (text: string) => T | undefined {
  const examples = intents.flatMap((intent) => intent.examples.map((example) => ({ intent, words: wordsOf(example) })))
  return (text) => {
    const words = wordsOf(text)
    let best: { intent: T; score: number } | undefined
    for (const { intent, words: example } of examples) {
      const score = likeness(words, example)
      if (score >= LEAST && score > (best?.score ?? 0)) best = { intent, score }
    }
    return best?.intent
  }
}

/** Share of words in common, empty ones counting a quarter (a weighted Dice coefficient), [0, 1]. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + (EMPTY.has(word) ? 0.25 : 1), 0)
  const shared = weigh([...a].filter((word) => b.has(word)))
  return (2 * shared) / (weigh(a) + weigh(b) || 1)
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
