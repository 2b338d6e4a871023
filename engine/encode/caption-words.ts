import type { Plan, Word } from '../plan/plan.ts'

/** One part of what is said, at its place in the film. Seconds. */
export type SpokenPart = {
  /** Negative for one that was being said already when the film began: words that were over by then are not shown. */
  readonly start: number
  readonly plan: Plan
  /** Who says it. Default: the one actor there is. */
  readonly actor?: string
  /** When it fell silent. Default: it was heard out. */
  readonly end?: number
  /** Length of the fade before `end`: words that begin within it are as good as not heard. Default 0. */
  readonly fade?: number
}

/** A word as captions show it, in the film's time. */
export type CaptionWord = {
  /** Without line breaks or control characters; at most a line long. */
  readonly text: string
  /** Its width, in Latin letters. */
  readonly columns: number
  /** Seconds from the start of the film. */
  readonly start: number
  readonly end: number
  readonly source: Word['source']
  /** Who says it; '' where there is but one. */
  readonly actor: string
  /** How well the text can be broken after this word: see `BREAK_COST`. */
  readonly breakAfter: BreakKind
}

export type BreakKind = 'sentence' | 'clause' | 'phrase' | 'plain' | 'bad'

/** Columns of a line of captions. Source: EBU-TT-D and Netflix style guide, 42 for Latin scripts. */
export const LINE_COLUMNS = 42

/** Seconds between two words that are heard as a border. */
const AUDIBLE_PAUSE = 0.2

const SENTENCE_END = /[.!?…。！？]["'”’)\]]*$/u
const CLAUSE_END = /[,;:—–、，；：]["'”’)\]]*$/u

/** English words that begin a phrase: a line may well start with them, and must not end with them. */
const PHRASE_STARTS = new Set(
  'about after and as at because before but by for from if in into like nor of on or over since so than that through to under until when where which while who with without'.split(
    ' ',
  ),
)
/** English words that lean on the next one. */
const LEANING = new Set(
  'a an the my your his her its our their this these those i we you he she they is are was were be not no very'.split(
    ' ',
  ),
)

/** What takes two columns: ideographs, kana, hangul, emoji. Source: Unicode Standard Annex 11, East Asian Wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Columns that a text takes, by its visible characters. */
export function countColumns(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1
  return columns
}

/** Splits a text into the characters a reader sees: letters with their accents, emoji with their parts. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** Lists all words of a film in the order they are shown, none longer than a line. What was cut off is not among them. */
export function listWords(parts: readonly SpokenPart[]): CaptionWord[] {
  const words = parts.flatMap(({ start, plan, actor = '', end = Number.POSITIVE_INFINITY, fade = 0 }) => {
    const heard = plan.words.filter((word) => start + word.start <= end - fade && start + word.end > 0)
    const own = heard.flatMap((word) =>
      splitLongWord({ ...word, start: Math.max(0, start + word.start), end: Math.min(end, start + word.end) }),
    )
    return own.map((word, i) => ({
      ...word,
      actor,
      columns: countColumns(word.text),
      breakAfter: breakKind(word, own[i + 1], plan.language),
    }))
  })
  return words.toSorted((a, b) => a.start - b.start)
}

type TimedText = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly source: Word['source']
}

/** A span without spaces can be as long as a paragraph (Chinese, an address): it is cut, its time shared by columns. */
function splitLongWord({ text, start, end, source }: TimedText): TimedText[] {
  const pieces = clean(text).split(' ').filter(Boolean).flatMap(cutToLine)
  const total = pieces.reduce((sum, piece) => sum + countColumns(piece), 0)
  let columns = 0
  return pieces.map((piece) => {
    const from = start + ((end - start) * columns) / total
    columns += countColumns(piece)
    return { text: piece, start: from, end: start + ((end - start) * columns) / total, source }
  })
}

/** Line breaks would end a cue, and control characters (also those that turn the writing direction) are not seen. */
function clean(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}

function cutToLine(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let columns = 0
  for (const letter of splitGraphemes(text)) {
    const width = countColumns(letter)
    if (columns + width > LINE_COLUMNS) {
      pieces.push(piece)
      piece = ''
      columns = 0
    }
    piece += letter
    columns += width
  }
  return [...pieces, piece]
}

function breakKind(word: TimedText, next: TimedText | undefined, language: string): BreakKind {
  if (next === undefined || SENTENCE_END.test(word.text)) return 'sentence'
  if (CLAUSE_END.test(word.text) || next.start - word.end >= AUDIBLE_PAUSE) return 'clause'
  if (!language.startsWith('en')) return 'plain'
  const [bare, bareNext] = [word, next].map(({ text }) => text.toLowerCase().replace(/[^\p{L}']/gu, '')) as [
    string,
    string,
  ]
  if (LEANING.has(bare) || PHRASE_STARTS.has(bare)) return 'bad'
  return PHRASE_STARTS.has(bareNext) ? 'phrase' : 'plain'
}
