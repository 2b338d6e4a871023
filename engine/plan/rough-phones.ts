import { isSpoken, type Phone, type Plan, type Word } from './plan.ts'

/** Letters, longest first, and the sounds they most often stand for in European spelling. */
const SPELLINGS: readonly (readonly [string, readonly string[]])[] = [
  ['sch', ['sh']],
  ['tch', ['ch']],
  ['ch', ['ch']],
  ['sh', ['sh']],
  ['th', ['th']],
  ['ph', ['f']],
  ['ck', ['k']],
  ['ng', ['ng']],
  ['qu', ['k', 'w']],
  ['wh', ['w']],
  ['oo', ['uw']],
  ['ou', ['aw']],
  ['ow', ['ow']],
  ['ee', ['iy']],
  ['ea', ['iy']],
  ['ai', ['ey']],
  ['ay', ['ey']],
  ['ei', ['ay']],
  ['ie', ['iy']],
  ['eu', ['oy']],
  ['au', ['aw']],
  ['oi', ['oy']],
  ['oy', ['oy']],
  ['a', ['ae']],
  ['b', ['b']],
  ['c', ['k']],
  ['d', ['d']],
  ['e', ['eh']],
  ['f', ['f']],
  ['g', ['g']],
  ['h', ['hh']],
  ['i', ['ih']],
  ['j', ['jh']],
  ['k', ['k']],
  ['l', ['l']],
  ['m', ['m']],
  ['n', ['n']],
  ['o', ['ow']],
  ['p', ['p']],
  ['q', ['k']],
  ['r', ['r']],
  ['s', ['s']],
  ['t', ['t']],
  ['u', ['uh']],
  ['v', ['v']],
  ['w', ['w']],
  ['x', ['k', 's']],
  ['y', ['y']],
  ['z', ['z']],
]

const VOWEL_LETTERS = /[aeiou]/
/** A vowel lasts about twice as long as a consonant. */
const VOWEL_LENGTH = 2

/** Softer than this, sound counts as silence. Share of the part's loudest. */
const SILENCE = 0.06
/** Syllables come no faster than this. Seconds. Source: 4 to 7 syllables a second in fluent speech. */
const SYLLABLE = 0.16

/**
 * Guesses phones where a voice knows none. Rough: lips open and close in time with the sound, and shapes follow the
 * spelling of words in Latin letters; other words, and sound without words, open once for each swell of loudness.
 */
export function estimatePhones(plan: Plan): Phone[] {
  const spoken = plan.words.filter((word) => isSpoken(word) && word.end > word.start)
  const stretches = spoken.length > 0 ? spoken.map((word) => spell(word, plan)) : [swells(0, plan.duration, plan)]
  const phones: Phone[] = []
  for (const phone of stretches.flat()) {
    const free = phones.at(-1)?.end ?? 0
    if (phone.start > free) phones.push({ phone: 'pau', start: free, end: phone.start })
    if (phone.end > free) phones.push({ ...phone, start: Math.max(free, phone.start) })
  }
  return phones
}

/** True where lips are estimated rather than known. */
export const hasRoughLips = (plan: Plan): boolean => plan.phones.length === 0

function spell(word: Word, plan: Plan): Phone[] {
  const letters = word.text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  if (letters === '') return swells(word.start, word.end, plan)
  const sounds = soundsOf(letters)
  const total = sounds.reduce((sum, { length }) => sum + length, 0)
  let passed = 0
  return sounds.map(({ phone, length }) => {
    const start = word.start + ((word.end - word.start) * passed) / total
    passed += length
    return { phone, start, end: word.start + ((word.end - word.start) * passed) / total }
  })
}

function soundsOf(letters: string): { phone: string; length: number }[] {
  const sounds: { phone: string; length: number }[] = []
  for (let i = 0; i < letters.length; ) {
    const [spelling, phones] = SPELLINGS.find(([s]) => letters.startsWith(s, i))!
    const length = VOWEL_LETTERS.test(spelling) ? VOWEL_LENGTH : 1 / phones.length
    const isDouble = i > 0 && letters[i] === letters[i - 1]
    if (!isDouble) for (const phone of phones) sounds.push({ phone, length })
    i += spelling.length
  }
  return sounds
}

/** One open vowel around each peak of loudness, and the tongue between them. */
function swells(start: number, end: number, { loudness }: Plan): Phone[] {
  const { rate, values } = loudness
  const phones: Phone[] = []
  let last = start
  for (let at = nextPeak(values, start, end, rate); at < end; at = nextPeak(values, at + SYLLABLE, end, rate)) {
    const from = Math.max(last, at - SYLLABLE / 2)
    const to = Math.min(end, at + SYLLABLE / 3)
    if (to <= from) continue
    phones.push({ phone: 'ah', start: from, end: to })
    const closed = Math.min(end, at + SYLLABLE / 2)
    if (closed > to) phones.push({ phone: 'd', start: to, end: closed })
    last = closed
  }
  return phones
}

/** Seconds of the first local peak of loudness from a time on, or `end`. */
function nextPeak(values: readonly number[], from: number, end: number, rate: number): number {
  for (let i = Math.max(1, Math.ceil(from * rate)); i < Math.min(values.length, Math.floor(end * rate)); i++) {
    const value = values[i]!
    if (value > SILENCE && value >= values[i - 1]! && value > (values[i + 1] ?? 0)) return (i + 0.5) / rate
  }
  return end
}
