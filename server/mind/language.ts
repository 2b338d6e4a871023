import { detectAll } from 'tinyld'

/** Languages that are told apart, ISO 639-1. Fewer are told apart more surely. */
const KNOWN = 'en de fr es it pt nl pl fi sv da no cs hu ro tr ru uk el ar he hi ja ko zh'.split(' ')
/** What people speak of whom nothing is known yet. */
export const FIRST_LANGUAGE = 'en'
/** Least share that the likeliest language must have. Of 64 phrases of talk, in 21 languages, those below were the wrong ones. */
const LEAST = 0.1
/** How much likelier than the next one it must be. */
const MARGIN = 1.4
/** Short words of English talk, which by their letters might be of many languages. */
const ENGLISH = new Set(
  `a about all am an and are ask bye can do fine for good great haha hello help her hey hi him hm hmm how i i'm im is it
  it's joke like lol me milla morning much my name nice night no not now of oh ok okay on please really right see so sorry
  sure talk tell thank thanks that the this to too very well what when where who why wow yeah yep yes you your`.split(
    /\s+/,
  ),
)

/** @returns  The language of a text, ISO 639-1; undefined where the text is too short or too odd to tell. */
export function detectLanguage(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []
  if (words.length === 0) return undefined
  const english = words.filter((word) => ENGLISH.has(word.replace('’', "'"))).length
  if (english * 2 >= words.length) return 'en'
  const isLatin = /\p{Script=Latin}/u.test(text)
  if (isLatin && words.length < 2) return undefined
  const [first, second] = detectAll(text.slice(0, 400), { only: KNOWN })
  if (first === undefined || first.accuracy < LEAST) return undefined
  return first.accuracy >= MARGIN * (second?.accuracy ?? 0) ? first.lang : undefined
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
