/**
 * What Flite should read where it would misread the written form, on ASCII text after folding.
 * Measured on its build of 2022: it says "ampersand", "asterisk" and "hash five", and stumbles over a bare "24/7".
 */
const READINGS: readonly (readonly [written: RegExp, read: string])[] = [
  [/&/g, ' and '],
  [/#(?=\d)/g, 'number '],
  [/(?<=\d)\s*[*]\s*(?=\d)/g, ' times '],
  [/(?<=[A-Za-z])\/(?=[A-Za-z])/g, ' '],
  [/(?<=\d)-(?=\d{4}\b)/g, ' '],
  // Marks of Markdown and of code, which are to be seen and not heard.
  [/[*_~|`^<>\\{}[\]#]+/g, ' '],
]

/** Currency signs Flite does not know stand before or after the number; the word comes after it. */
const CURRENCIES: readonly (readonly [sign: string, word: string])[] = [
  ['€', 'euros'],
  ['£', 'pounds'],
  ['¥', 'yen'],
]

/** Letters and signs that Unicode does not take apart into ASCII and marks. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'th', Ð: 'Th', þ: 'th', Þ: 'Th',
  ł: 'l', Ł: 'L', ı: 'i', ħ: 'h', Ħ: 'H', '⁄': '/', '×': ' times ', '÷': ' divided by ', '−': '-', '°': ' degrees ',
  '€': ' euros ', '£': ' pounds ', '¥': ' yen ', '‘': "'", '’': "'", 'ʼ': "'", '“': '"', '”': '"', '‐': '-', '‑': '-',
} // biome-ignore format: a table

/** Abbreviations that are said letter by letter and that Flite reads as words ("cheeo" for CEO). */
const SPELLED_ALOUD = /\b(AI|API|AR|CEO|CIA|DIY|EU|FYI|GUI|ID|IRS|OS|QA|SUV|UAE|UI|UN|URL|US|UX)(s?)\b/g

/**
 * The ASCII a grapheme is read as.
 *
 * @returns  '' for punctuation that is not read; undefined for what has no Latin reading (emoji, other scripts).
 */
export function foldGrapheme(grapheme: string): string | undefined {
  let folded = ''
  for (const character of grapheme.normalize('NFKD')) {
    const ascii = FOLDED[character] ?? (isAscii(character) ? character : undefined)
    if (ascii !== undefined) folded += ascii
    else if (/[—―]/.test(character)) folded += '--'
    else if (character === '–') folded += '-'
    else if (!/[\p{M}\p{P}\p{Z}\p{Cf}]/u.test(character)) return undefined
  }
  return folded
}

/**
 * The words that Flite should be given for a stretch of written text.
 *
 * @param isShouted  The text around is all capitals, so that "US" is more likely a word than a country.
 */
export function spokenForm(written: string, isShouted: boolean): string {
  let text = written
  for (const [sign, word] of CURRENCIES)
    text = text.replaceAll(new RegExp(`${sign}\\s?(\\d[\\d.,]*)`, 'g'), `$1 ${word}`)
  text = Array.from(text, (character) => foldGrapheme(character) ?? ' ').join('')
  // A dash between words is a pause; between numbers it is "to", which Flite says by itself.
  text = text.replace(/(?<=\d)--?(?=\d)/g, '-').replace(/--+|\s-\s|(?<=\w)-$/g, ', ')
  for (const [pattern, reading] of READINGS) text = text.replace(pattern, reading)
  if (!isShouted) text = text.replace(SPELLED_ALOUD, (_, letters: string, plural) => spell(letters, plural !== ''))
  return text.replace(/\s+/g, ' ').trim()
}

/** Whether anything of a spoken form is heard: signs alone are not, but for those Flite has a word for. */
export const isHeard = (spoken: string): boolean => /[A-Za-z0-9]|^[@%$+=/]$/.test(spoken)

const isAscii = (character: string): boolean => character >= ' ' && character <= '~'

const spell = (letters: string, isPlural: boolean): string => `${[...letters].join('.')}.${isPlural ? "'s" : ''}`
