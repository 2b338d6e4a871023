import { EngineError } from '../core/errors.ts'
import { foldGrapheme, isHeard, spokenForm } from './spoken-form.ts'

/** One word of the captions. */
export type Token = {
  /** As written, with its punctuation. */
  readonly written: string
  /** What the voice reads, in ASCII; empty where it cannot and the word is only shown. */
  readonly spoken: string
}

/** Text a voice may be given. */
export type CleanText = {
  readonly text: string
  /** Names of the characters taken out ("U+0007"), each once. */
  readonly removed: readonly string[]
}

/** Reading speed of words that are shown in silence: characters a second, as subtitles are timed. */
export const SHOWN_CHARACTERS_PER_SECOND = 15

/** Control characters but tab, line feed and carriage return; invisible marks of text direction; what decoding could not read. */
const UNWANTED = /(?![\t\n\r])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Takes out of a text what can be neither spoken nor shown. */
export function cleanText(text: string): CleanText {
  const removed = new Set<string>()
  const clean = text.toWellFormed().replace(UNWANTED, (character) => {
    removed.add(`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    return ''
  })
  return { text: clean.normalize('NFC'), removed: [...removed] }
}

/**
 * Refuses a text of which nothing would be heard. Reads no further than the first word that is.
 *
 * @throws  `voice/nothing-to-speak`
 */
export function assertSpeakable(text: string): void {
  if (text.trim() === '')
    throw new EngineError(
      'voice/nothing-to-speak',
      'The text is empty; the voice needs at least one word. Give it one.',
    )
  for (const chunk of text.matchAll(/\S+/g)) if (tokenize(chunk[0]).some((token) => token.spoken !== '')) return
  throw new EngineError(
    'voice/nothing-to-speak',
    `Nothing in the text "${text.trim().slice(0, 40)}" can be spoken; the voice reads words and numbers in Latin letters. Add some.`,
  )
}

/**
 * Splits text into the words of its captions, each with what the voice reads for it.
 *
 * Emoji and other scripts become words of their own, shown and not spoken. Punctuation that stands alone joins the
 * word before it (the first word, if there is none), since it has no time of its own.
 */
export function tokenize(text: string): Token[] {
  const isShouted = text === text.toUpperCase() && /[A-Z]{2}.*\s.*[A-Z]{2}/.test(text)
  const tokens: Token[] = []
  let opening = ''
  for (const chunk of text.split(/\s+/)) {
    let gap = ' '
    for (const run of splitByReading(chunk)) {
      const spoken = run.isForeign ? '' : spokenForm(run.text, isShouted)
      const last = tokens.at(-1)
      if (run.isForeign || isHeard(spoken)) {
        tokens.push({ written: opening + run.text, spoken })
        opening = ''
      } else if (last === undefined) opening += run.text + gap
      else tokens[tokens.length - 1] = withPunctuation(last, gap + run.text, spoken)
      gap = ''
    }
  }
  return tokens
}

/** Seconds for which a word that is not spoken is shown. */
export const shownSeconds = (written: string): number =>
  [...graphemes.segment(written)].length / SHOWN_CHARACTERS_PER_SECOND

type Run = { text: string; isForeign: boolean }

/** Splits a chunk where Latin text meets what cannot be read; punctuation stays with what stands before it. */
function splitByReading(chunk: string): Run[] {
  const runs: Run[] = []
  for (const { segment } of graphemes.segment(chunk)) {
    const folded = foldGrapheme(segment)
    const isForeign = folded === undefined
    const last = runs.at(-1)
    if (last !== undefined && (folded === '' || last.isForeign === isForeign)) last.text += segment
    else runs.push({ text: segment, isForeign })
  }
  return runs
}

/** A dash that stands alone is heard as a pause after the word before it. */
function withPunctuation(token: Token, mark: string, spoken: string): Token {
  const isPause = /[-–—:;,]/.test(mark) && spoken !== '' && /[A-Za-z0-9]$/.test(token.spoken)
  return { written: token.written + mark, spoken: isPause ? `${token.spoken},` : token.spoken }
}
