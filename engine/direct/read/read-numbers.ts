import type { Finding } from './finding.ts'
import type { BareWord, Span } from './words.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const RANKS = 'first second third fourth fifth sixth seventh eighth ninth tenth'

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, i): [string, number] => [word, i]),
  ...TENS.split(' ').map((word, i): [string, number] => [word, 20 + 10 * i]),
  ['dozen', 12],
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
])
const RANK_WORDS: ReadonlyMap<string, number> = new Map([
  ...RANKS.split(' ').flatMap((word, i): [string, number][] => [
    [word, i + 1],
    [`${word}ly`, i + 1],
  ]),
])

/** Words shortly before "one" that make it stand for something else. */
const NOT_A_COUNT =
  /^(?:the|a|an|this|that|no|any|some|every|each|another|which|other|only|per|my|your|his|her|our|their|someone)$/
/** Digits with what may stand about them: "1,000", "3.5", "20%", "£5". */
const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/
const DIGIT_RANK = /^(\d+)(?:st|nd|rd|th)$/
/** Ranks before this are counted out; later ones are only numbers. */
const BIGGEST = 1e15

/** Numbers of a sentence with their values, and ordinals with their ranks. Digits in any language, words in English. */
export function readNumbers(words: readonly BareWord[], { first, last }: Span): Finding[] {
  const found: Finding[] = []
  for (let i = first; i <= last; i++) {
    const before = i > first ? words[i - 1]!.bare : ''
    const rank = rankOf(words[i]!.bare, before)
    if (rank !== undefined) {
      found.push({ what: 'ordinal', word: i, first: i, last: i, strength: 0.8, value: rank })
      continue
    }
    const number = numberAt(words, i, last)
    if (number === undefined || (words[i]!.bare === 'one' && isPronoun(words, i, first))) continue
    found.push({ what: 'number', word: i, first: i, last: number.last, strength: 0.7, value: number.value })
    i = number.last
  }
  return found
}

/** "The best one", "no one", but not "one of them". */
const isPronoun = (words: readonly BareWord[], i: number, first: number): boolean =>
  [i - 1, i - 2].some((k) => k >= first && NOT_A_COUNT.test(words[k]!.bare))

function rankOf(bare: string, before: string): number | undefined {
  const digits = DIGIT_RANK.exec(bare)
  if (digits !== null) return Number(digits[1])
  if (bare === 'second' && /^(?:a|one|per|this|split|every|half)$/.test(before)) return undefined
  if (bare === 'first' && before === 'at') return undefined
  return RANK_WORDS.get(bare)
}

/** The number that begins at a word: digits, or as many words as make one: "two hundred and five", "twenty-one". */
function numberAt(words: readonly BareWord[], at: number, last: number): { value: number; last: number } | undefined {
  const digits = words[at]!.bare.replace(/^[^\d]+(?=\d)|%$/g, '')
  if (DIGITS.test(digits)) {
    const value = Number(digits.replaceAll(',', ''))
    const scale = at < last ? (SCALES.get(words[at + 1]!.bare) ?? 1) : 1
    return { value: Math.min(BIGGEST, value * scale), last: scale === 1 ? at : at + 1 }
  }
  let total = 0
  let group: number | undefined
  let end = at
  for (let i = at; i <= last; i++) {
    const { bare, endsClause } = words[i]!
    const scale = SCALES.get(bare)
    if (scale !== undefined && (group !== undefined || (bare !== 'hundred' && total > 0))) {
      if (scale === 100) group = (group ?? 1) * scale
      else {
        total += (group ?? 1) * scale
        group = undefined
      }
    } else if (
      bare === 'and' &&
      i > at &&
      SCALES.has(words[i - 1]!.bare) &&
      i < last &&
      valueOfWord(words[i + 1]!.bare)
    )
      continue
    else {
      const value = valueOfWord(bare)
      if (value === undefined || (group !== undefined && (group % 100 !== 0 || group === 0))) break
      group = (group ?? 0) + value
    }
    end = i
    if (endsClause) break
  }
  const value = total + (group ?? 0)
  return group === undefined && total === 0 ? undefined : { value, last: end }
}

/** Of "seven", "seventy" and "seventy-seven". */
function valueOfWord(bare: string): number | undefined {
  const [tens, ones, ...more] = bare.split('-')
  if (ones === undefined) return NUMBER_WORDS.get(bare)
  const high = NUMBER_WORDS.get(tens!)
  const low = NUMBER_WORDS.get(ones)
  return more.length > 0 || high === undefined || low === undefined || high < 20 || low > 9 ? undefined : high + low
}
