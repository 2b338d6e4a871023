import type { Phone } from '../plan/plan.ts'

/** Seconds. */
export type Span = { readonly start: number; readonly end: number }

/** Cost of a sound with no partner. */
const GAP = 1
/** Cost of pairing vowels that differ: words said alone are not reduced ("a" is "ey" alone, "ax" in a sentence). */
const OTHER_VOWEL = 0.5
/** Cost of pairing a vowel with a consonant, or two consonants that differ; cheaper than two gaps. */
const OTHER_SOUND = 1.5

/**
 * Finds when each word is said from the phones of the whole and the phones of each word said alone.
 *
 * Dynamic programming over the edits between both rows of phones; silences belong to no word. Sounds that no word
 * claims go to the word before them. A word none of whose sounds were found shares the span of the word before it.
 *
 * @param words   Of each word its phones, said alone, without "pau".
 * @param phones  What was said, ascending.
 * @returns       A span for each word, ascending, none overlapping.
 */
export function alignWords(words: readonly (readonly string[])[], phones: readonly Phone[]): Span[] {
  const sounds = phones.filter((phone) => phone.phone !== 'pau')
  const expected = words.flatMap((word, index) => word.map((phone) => ({ phone, index })))
  const owner = new Int32Array(sounds.length).fill(-1)
  for (const [i, j] of pairUp(expected, sounds)) owner[j] = expected[i]!.index
  claimOrphans(owner)
  const spans = words.map((_, index): Span | undefined => {
    const first = owner.indexOf(index)
    if (first === -1) return undefined
    return { start: sounds[first]!.start, end: sounds[owner.lastIndexOf(index)]!.end }
  })
  return placeMissing(spans, sounds)
}

/** Pairs of indices along the cheapest path, last first. */
function pairUp(expected: readonly { phone: string }[], sounds: readonly Phone[]): [number, number][] {
  const width = sounds.length + 1
  const cost = new Float64Array((expected.length + 1) * width)
  for (let i = 0; i <= expected.length; i++)
    for (let j = 0; j < width; j++) {
      if (i === 0 || j === 0) cost[i * width + j] = (i + j) * GAP
      else cost[i * width + j] = Math.min(...steps(i, j))
    }

  function steps(i: number, j: number): [number, number, number] {
    return [
      cost[(i - 1) * width + j - 1]! + mismatch(expected[i - 1]!.phone, sounds[j - 1]!.phone),
      cost[(i - 1) * width + j]! + GAP,
      cost[i * width + j - 1]! + GAP,
    ]
  }

  const pairs: [number, number][] = []
  for (let i = expected.length, j = sounds.length; i > 0 && j > 0; ) {
    const [pair, skipExpected] = steps(i, j)
    const best = cost[i * width + j]
    if (best === pair) pairs.push([--i, --j])
    else if (best === skipExpected) i--
    else j--
  }
  return pairs
}

function mismatch(a: string, b: string): number {
  if (a === b) return 0
  return isVowel(a) && isVowel(b) ? OTHER_VOWEL : OTHER_SOUND
}

/** ARPAbet's vowels begin with a vowel letter, and none of its consonants does. */
const isVowel = (phone: string): boolean => /^[aeiou]/.test(phone)

/** Gives sounds without a word to the word before them, at the beginning to the first. */
function claimOrphans(owner: Int32Array): void {
  const first = owner.find((index) => index !== -1) ?? -1
  for (let j = 0; j < owner.length; j++) if (owner[j] === -1) owner[j] = j === 0 ? first : owner[j - 1]!
}

/** Words that were not found take equal shares of the span of the word before, or after at the beginning. */
function placeMissing(spans: readonly (Span | undefined)[], sounds: readonly Phone[]): Span[] {
  const placed: Span[] = []
  const whole = { start: sounds[0]?.start ?? 0, end: sounds.at(-1)?.end ?? 0 }
  for (let i = 0; i < spans.length; ) {
    let next = i + 1
    const leading = spans[i] === undefined
    while (next < spans.length && spans[next] === undefined) next++
    // Missing words at the very beginning share the span of the first found.
    const holder = leading ? (spans[next] ?? whole) : spans[i]!
    const count = leading && next < spans.length ? next - i + 1 : next - i
    const share = (holder.end - holder.start) / count
    for (let k = 0; k < count; k++)
      placed.push({
        start: holder.start + k * share,
        end: k === count - 1 ? holder.end : holder.start + (k + 1) * share,
      })
    i += count
  }
  return placed
}
