import type { BodyPose } from '../rig/body-pose.ts'
import { type Alphabet, type Sign, signPose } from './alphabet.ts'
import { compileGesture, type Gesture } from './gesture.ts'
import type { GestureFile } from './gesture-file.ts'

/** Letters a second: slow enough to read, and as fast as those who are fluent. Source: D. Quinto-Pozos, "Rates of fingerspelling in American Sign Language" (2010): 5 to 8. */
export const PACES = { least: 1, most: 6, usual: 2.5 } as const
/** More letters than any name has. */
export const MOST_LETTERS = 60

/** Share of a letter's time in which the hand goes on to the next. */
const TRAVEL = 0.4
/** Further time of a letter for each place that it draws, against a letter's own. */
const DRAWN = 0.4
/** A space is this much of a letter. */
const SPACE = 0.6
/** The hand goes up and down. Seconds. */
const PREPARATION = 0.55
const HELD = 0.15
const RETRACTION = 0.6

/** A word as it is spelled. */
export type Spelling = { readonly alphabet: Alphabet; readonly letters: string; readonly pace: number }

/** A letter, from where its shape is there to where the hand leaves it, seconds from the first. */
export type SpelledLetter = { readonly letter: string; readonly start: number; readonly end: number }

/** When each letter is to be seen; spaces are time without one. */
export function layOutSpelling({ alphabet, letters, pace }: Spelling): SpelledLetter[] {
  const laid: SpelledLetter[] = []
  let start = 0
  for (const letter of letters) {
    const time = (letter === ' ' ? SPACE : 1 + DRAWN * alphabet.file.signs[letter]!.path.length) / pace
    if (letter !== ' ') laid.push({ letter, start, end: start + time - TRAVEL / pace })
    start += time
  }
  return laid
}

/**
 * The gesture that spells a word: its stroke is the first letter's shape, and ends with the last.
 *
 * @param spelling  Letters that the alphabet has, as {@link spellable} gives them.
 */
export function compileSpelling(spelling: Spelling): Gesture {
  const { alphabet } = spelling
  const laid = layOutSpelling(spelling)
  const keyframes = laid.flatMap(({ letter, start, end }, i) => {
    const isAgain = laid[i - 1]?.letter === letter
    const places = placesOf(alphabet, alphabet.file.signs[letter]!, isAgain)
    return places.map((bones, place) => ({
      at: PREPARATION + start + (place / (places.length - 1)) * (end - start),
      bones,
      hands: { right: signPose(letter) },
    }))
  })
  const last = PREPARATION + (laid.at(-1)?.end ?? 0)
  const sync = {
    start: 0,
    ready: PREPARATION,
    strokeStart: PREPARATION,
    stroke: PREPARATION,
    strokeEnd: last,
    relax: last + HELD,
    end: last + HELD + RETRACTION,
  } as const
  const file: GestureFile = {
    version: 1,
    unit: 'degrees',
    description: spelling.letters,
    means: [],
    intensity: [1, 1],
    additive: false,
    mirrors: false,
    touches: [],
    sync,
    keyframes,
  }
  return { ...compileGesture(spellingName(spelling), file, alphabet.hands), exact: true }
}

/** Where the hand is while a sign is to be seen: once for each place, twice where it holds still. */
function placesOf({ file }: Alphabet, sign: Sign, isAgain: boolean): BodyPose['bones'][] {
  const here = merge(file.arms[sign.arm]!, sign.bones)
  const places = [here]
  for (const next of sign.path) places.push(merge(places.at(-1)!, next))
  if (places.length === 1) places.push(here)
  return isAgain ? places.map((bones) => add(bones, file.aside)) : places
}

/** What the second says of a bone counts. */
const merge = (first: BodyPose['bones'], second: BodyPose['bones']): BodyPose['bones'] => ({ ...first, ...second })

function add(first: BodyPose['bones'], second: BodyPose['bones']): BodyPose['bones'] {
  const sums = Object.entries(second).map(([bone, { x, y, z }]) => {
    const at = first[bone as keyof typeof first] ?? { x: 0, y: 0, z: 0 }
    return [bone, { x: at.x + x, y: at.y + y, z: at.z + z }]
  })
  return { ...first, ...Object.fromEntries(sums) }
}

const PREFIX = 'spell'

/** A spelling's gesture is made anew from its name wherever it is met. */
export const spellingName = ({ alphabet, letters, pace }: Spelling): string =>
  `${PREFIX}/${alphabet.id}/${pace}/${letters}`

/** What a gesture's name tells of a spelling; undefined for any other gesture, or where content lacks its alphabet or letters. */
export function readSpellingName(name: string, alphabets: ReadonlyMap<string, Alphabet>): Spelling | undefined {
  const [prefix, id = '', paced = '', letters = ''] = name.split('/')
  const alphabet = alphabets.get(id)
  const pace = Number(paced)
  if (prefix !== PREFIX || alphabet === undefined || letters === '' || letters.length > MOST_LETTERS) return undefined
  if (!(pace >= PACES.least && pace <= PACES.most)) return undefined
  return [...letters].every((letter) => letter === ' ' || Object.hasOwn(alphabet.file.signs, letter))
    ? { alphabet, letters, pace }
    : undefined
}
