import { detectAll } from 'tinyld'

/** Languages that are told apart, ISO 639-1. Fewer are told apart more surely. */
const KNOWN = 'en de fr es it pt nl pl fi sv da no cs hu ro tr ru uk el ar he hi ja ko zh'.split(' ')
/** What people speak of whom nothing is known yet. */
export const FIRST_LANGUAGE = 'en'
/**
 * Least share that the likeliest language must have. With it 50 of 64 short phrases in 21 languages are told, 13 left open
 * and one of nonsense told wrong; of 1400 English ones a persona understands, one is told wrong (2026-11-20).
 */
const LEAST = 0.1
/** How much likelier than the next one it must be. */
const MARGIN = 1.4
/** Short words of English talk: half of them make a text English, whatever its letters are like. */
const ENGLISH = wordsOf(
  `about again and are ask because but bye can could fine from get go going good goodbye got great has have hello help here
  how i'm it it's joke just know let let's like make morning much name nice night not now please really right see she some
  sure talk tell thank thanks that the their them there these they thing this those too tune very want what when where who
  why with would yeah yep yes you your`,
)
/** Words of several languages, or of all: they tell nothing. */
const SHARED = wordsOf(
  `a ah aha all am an at do for ha haha he her hey hi him hm hmm i if in is lol man me mhm milla my no of oh ok okay on or
  over par so sorry to uh um was we well will wow`,
)

/** @returns  The language of a text, ISO 639-1; undefined where the text is too short or too odd to tell. */
export function detectLanguage(text: string): string | undefined {
  const words = [...wordsOf(text)].filter((word) => !SHARED.has(word))
  if (words.length === 0) return undefined
  if (words.filter((word) => ENGLISH.has(word)).length * 2 >= words.length) return 'en'
  const isLatin = /\p{Script=Latin}/u.test(text)
  if (isLatin && words.length < 2) return undefined
  const [first, second] = detectAll(text.slice(0, 400), { only: KNOWN })
  if (first === undefined || first.accuracy < LEAST) return undefined
  return first.accuracy >= MARGIN * (second?.accuracy ?? 0) ? first.lang : undefined
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu),
  )
}

/** Knows the language that each of several people speaks. */
export type LanguageSense = {
  /** The language of what someone says; where that cannot be told, the one they spoke before. */
  readonly hear: (speaker: string, text: string) => string
}

/** Speakers that are remembered: more than a room holds. */
const MOST_SPEAKERS = 500

export function createLanguageSense(): LanguageSense {
  const spoken = new Map<string, string>()
  return {
    hear(speaker, text) {
      const language = detectLanguage(text) ?? spoken.get(speaker) ?? FIRST_LANGUAGE
      spoken.delete(speaker)
      spoken.set(speaker, language)
      if (spoken.size > MOST_SPEAKERS) spoken.delete(spoken.keys().next().value!)
      return language
    },
  }
}
