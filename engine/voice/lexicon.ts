import type { Phone } from '../plan/plan.ts'
import { parsePhones } from './flite-phones.ts'
import type { Flite } from './flite-wasi.ts'

/** How words sound when they are said alone: phones without silences, each word from 0, in the pace of one speaker. */
export type Lexicon = {
  readonly pronounce: (words: readonly string[]) => (readonly Phone[])[]
}

/** The speaker who reads the words: the quickest to compute, and its dictionary is that of all. */
const READER = 'kal16'

/** Words read in one run. A run costs about as much as four words. */
const BATCH = 32

/** Words kept at most; a long text has some thousands. */
const CAPACITY = 20_000

/**
 * Makes a lexicon that asks Flite once for each word and remembers the answer.
 *
 * Words of a batch are read as a list, one breath each. Where the breaths do not come out one a word (a date is read
 * in three), each word of the batch is read alone.
 */
export function createLexicon(flite: Flite): Lexicon {
  const known = new Map<string, readonly Phone[]>()

  function learn(words: readonly string[]): void {
    const breaths = readAloud(flite, words.map(bareWord).join('; '))
    const isOneEach = breaths.length === words.length
    words.forEach((word, i) => {
      known.set(word, isOneEach ? breaths[i]! : readAloud(flite, bareWord(word)).flat())
    })
  }

  return {
    pronounce(words) {
      if (known.size + words.length > CAPACITY) known.clear()
      const unknown = [...new Set(words)].filter((word) => !known.has(word))
      for (let i = 0; i < unknown.length; i += BATCH) learn(unknown.slice(i, i + BATCH))
      return words.map((word) => known.get(word) ?? [])
    },
  }
}

/** Phones of each breath, each from 0. */
function readAloud(flite: Flite, text: string): Phone[][] {
  const phones = parsePhones(flite.run(['-voice', READER, '-psdur', '-t', text, '-o', 'none']).printed)
  const breaths: Phone[][] = []
  let start = 0
  let isSilent = true
  for (const phone of phones) {
    if (phone.phone === 'pau') {
      isSilent = true
      continue
    }
    if (isSilent) {
      breaths.push([])
      start = phone.start
      isSilent = false
    }
    breaths.at(-1)!.push({ phone: phone.phone, start: phone.start - start, end: phone.end - start })
  }
  return breaths
}

/** Without the punctuation around it, but for the dot that makes "Dr." a doctor. */
function bareWord(word: string): string {
  const bare = word.replace(/^["'(]+/, '').replace(/[,;:!?"')]+$/, '')
  return /^[a-z']+\.+$/.test(bare) ? bare.replace(/\.+$/, '') : bare
}
