import { knownNames } from '../../core/suggest.ts'
import { type Alphabet, spellable } from '../../tracks/alphabet.ts'
import { MOST_LETTERS, PACES, type Spelling } from '../../tracks/spelling.ts'

/** The alphabet of who names none. */
const DEFAULT_ALPHABET = 'asl'

/**
 * Reads what the fingers are to spell: "Milla", "Milla 4" (letters a second), "asl/Milla".
 *
 * @returns  The spelling, or a sentence that tells what is wrong.
 */
export function readSpelling(written: string, alphabets: ReadonlyMap<string, Alphabet>): Spelling | string {
  const [, id = DEFAULT_ALPHABET, text = '', paced] =
    /^(?:([a-z-]+)\/)?(.*?)(?:\s+(\d+(?:\.\d+)?))?$/.exec(written.trim()) ?? []
  const alphabet = alphabets.get(id)
  if (alphabet === undefined) return `Nobody spells in "${id}". ${knownNames(id, [...alphabets.keys()])}`
  const { letters, unknown } = spellable(alphabet, text)
  const pace = paced === undefined ? PACES.usual : Number(paced)
  if (unknown.length > 0)
    return `"${text}" cannot be spelled: ${alphabet.file.name} has no sign for ${unknown.join(' ')}.`
  if (letters === '' || letters.length > MOST_LETTERS)
    return `"${text.slice(0, 40)}" cannot be spelled: fingers spell from 1 to ${MOST_LETTERS} letters.`
  if (!(pace >= PACES.least && pace <= PACES.most))
    return `"${written}" asks for ${pace} letters a second; fingers spell ${PACES.least} to ${PACES.most}.`
  return { alphabet, letters, pace }
}
