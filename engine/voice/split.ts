/** A stretch of text that is spoken in one breath. */
export type TextPart = {
  /** As written, on one line. */
  readonly text: string
  /** Seconds of silence between this part's last sound and the next part's first. */
  readonly silence: number
}

/** Characters of a part at most: thirteen seconds of speech, what one caption and one plan can carry. */
export const MAX_PART_CHARACTERS = 200

/** Characters of the very first part at most, so that its samples come early. */
export const MAX_FIRST_CHARACTERS = 48

/** A first part cut at a comma should still be a phrase. */
const MIN_FIRST_CHARACTERS = 12

/** Seconds between parts. Source: read speech pauses 0.4–0.6 s at sentence ends; Goldman-Eisler (1968), Campione & Véronis (2002). */
const SILENCE = { paragraph: 0.8, sentence: 0.45, clause: 0.25, word: 0.1 } as const

/** Abbreviations after which a sentence goes on, although a capital follows. */
const ABBREVIATIONS =
  /(?:^|[\s("'“‘])(?:mr|mrs|ms|dr|prof|st|mt|ft|no|nos|vol|fig|vs|etc|approx|dept|est|inc|ltd|co|corp|jr|sr|gen|sen|rep|rev|hon|capt|lt|col|sgt|cmdr|ave|blvd|rd|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|e\.g|i\.e|cf|al|[a-z]|(?:[a-z]\.)+[a-z])\.\s*$/i

/** "no." and "I." end sentences more often than not, unless a number or a name follows at once. */
const ENDS_AFTER_ALL = /(?:^|\s)(?:no|I)\.\s*$/

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Splits a text into parts to be spoken one after the other: sentences, and of long ones clauses or runs of words.
 *
 * A blank line ends a paragraph; a single line break is a space, since files wrap their lines. Parts come as they are
 * asked for, so that the first of a book costs no more than the first of a note.
 */
export function* splitText(text: string): Generator<TextPart> {
  let held: TextPart | undefined
  for (const paragraph of splitParagraphs(text)) {
    if (held !== undefined) held = { ...held, silence: SILENCE.paragraph }
    for (const sentence of splitSentences(paragraph))
      for (const part of splitSentence(sentence, held === undefined)) {
        if (held !== undefined) yield held
        held = part
      }
  }
  if (held !== undefined) yield { ...held, silence: 0 }
}

function* splitParagraphs(text: string): Generator<string> {
  let start = 0
  for (const gap of text.matchAll(/\r?\n\s*\n|\u2029/g)) {
    yield text.slice(start, gap.index)
    start = gap.index + gap[0].length
  }
  yield text.slice(start)
}

/** Joins what Unicode's rules separate and a reader does not. */
function* splitSentences(paragraph: string): Generator<string> {
  let sentence = ''
  for (const { segment } of sentences.segment(paragraph.replace(/\s+/g, ' '))) {
    if (sentence !== '' && !goesOn(sentence, segment)) {
      yield sentence.trim()
      sentence = ''
    }
    sentence += segment
  }
  if (sentence.trim() !== '') yield sentence.trim()
}

/** Whether a sentence that Unicode's rules end goes on: after "Dr.", or in lower case after a quotation. */
function goesOn(before: string, after: string): boolean {
  if (/^\s*\p{Ll}/u.test(after)) return true
  if (!before.trimEnd().endsWith('.')) return false
  if (ENDS_AFTER_ALL.test(before)) return /^\s*\d/.test(after)
  return ABBREVIATIONS.test(before)
}

function splitSentence(sentence: string, isFirst: boolean): TextPart[] {
  const parts: TextPart[] = []
  let rest = sentence
  for (;;) {
    const limit = isFirst && parts.length === 0 ? MAX_FIRST_CHARACTERS : MAX_PART_CHARACTERS
    if (rest.length <= limit) break
    const cut = findCut(rest, limit)
    const text = rest.slice(0, cut).trim()
    parts.push({ text, silence: /[,;:—–)]$/.test(text) ? SILENCE.clause : SILENCE.word })
    rest = rest.slice(cut).trim()
  }
  return [...parts, { text: rest, silence: SILENCE.sentence }]
}

/** Where to cut a text that is too long: after the last clause that fits, else the last word, else in the word. */
function findCut(text: string, limit: number): number {
  const head = text.slice(0, limit + 1)
  const clause = lastMatchEnd(head, /[,;:—–)](?=\s)/g)
  if (clause >= MIN_FIRST_CHARACTERS) return clause
  const word = lastMatchEnd(head, /\s(?=\S)/g)
  if (word > 0) return word
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(text[limit - 1]!) ? limit - 1 : limit
}

function lastMatchEnd(text: string, pattern: RegExp): number {
  let end = 0
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}
