import { distance } from 'fastest-levenshtein'

/** What one says before a name to call somebody. */
const CALLS = ['hey', 'hi', 'hello', 'ok', 'okay']
/** Letters that a recogniser may get wrong of a name that follows a call: it knows few names. */
const SLIPS = 2
/** Shortest name of which so many may be wrong. */
const LONG_NAME = 5
/** Milliseconds in which one is listened to after calling a name and saying no more. */
const AWAKE = 10_000

/** Lets through what is said to someone by name. */
export type WakeWord = {
  /** @returns  What was said to them; empty where they were only called; undefined where it was not to them. */
  readonly hear: (text: string, name: string) => string | undefined
}

/** @param now  Milliseconds of a clock that never goes back. */
export function createWakeWord(now: () => number): WakeWord {
  let awakeUntil = Number.NEGATIVE_INFINITY
  return {
    hear(text, name) {
      const rest = addressed(text, name)
      if (rest === undefined) return now() < awakeUntil ? text : undefined
      awakeUntil = rest === '' ? now() + AWAKE : Number.NEGATIVE_INFINITY
      return rest
    },
  }
}

/** What follows a call by name; the whole text where the name stands within or behind it. */
function addressed(text: string, name: string): string | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const plain = words.map(lettersOf)
  const wanted = lettersOf(name)
  const isCalled = CALLS.includes(plain[0] ?? '') && isNearly(plain[1] ?? '', wanted)
  if (isCalled) return words.slice(2).join(' ')
  if (plain[0] === wanted) return words.slice(1).join(' ')
  return plain.includes(wanted) ? text : undefined
}

const lettersOf = (word: string): string => word.toLowerCase().replace(/[^\p{L}]/gu, '')

function isNearly(word: string, name: string): boolean {
  return word[0] === name[0] && distance(word, name) <= (name.length >= LONG_NAME ? SLIPS : 1)
}
