import * as z from 'zod'
import { EngineError } from '../core/errors.ts'
import { knownNames } from '../core/suggest.ts'
import { bodyPoseSchema } from '../rig/body-pose.ts'
import { type HandPoses, handPoseSchema } from '../rig/hand-poses.ts'

const bones = bodyPoseSchema.shape.bones

/** One letter or digit, by the right hand. */
const signSchema = z.strictObject({
  arm: z.string().describe('Name of one of the arms of the file'),
  bones: bones.describe(
    'What else the sign turns, the hand above all: x rolls the palm to the viewer, z bends the wrist',
  ),
  hand: z.union([z.string(), handPoseSchema]).describe('A pose of content/poses/hands.json, or one of its own'),
  path: z.array(bones).max(8).default([]).describe('What is drawn in the air: where the hand goes on to'),
})

/** `content/alphabets/<name>.json`: how words are spelled with the fingers. Degrees. */
export const alphabetSchema = z
  .strictObject({
    version: z.literal(1),
    unit: z.literal('degrees'),
    name: z.string().min(1),
    description: z.string().min(1),
    source: z.string().min(1),
    arms: z.record(z.string(), bones).describe('Where the right arm holds the hand'),
    aside: bones.describe('Added where a letter comes twice: the hand slides'),
    signs: z.record(z.string().length(1), signSchema),
  })
  .refine(
    ({ arms, signs }) => Object.values(signs).every(({ arm }) => Object.hasOwn(arms, arm)),
    'every arm must be there',
  )

export type AlphabetFile = z.infer<typeof alphabetSchema>
export type Sign = z.infer<typeof signSchema>

/** An alphabet, with the hand poses of its signs beside all others. */
export type Alphabet = { readonly id: string; readonly file: AlphabetFile; readonly hands: HandPoses }

/** @throws `pose/unknown-hand` where a sign names a pose that is not there. */
export function compileAlphabet(id: string, file: AlphabetFile, hands: HandPoses): Alphabet {
  const poses = { ...hands.poses }
  for (const [letter, { hand }] of Object.entries(file.signs)) {
    const pose = typeof hand === 'string' ? hands.poses[hand] : hand
    if (pose === undefined) {
      throw new EngineError(
        'pose/unknown-hand',
        `No hand pose "${hand}", asked for by "${letter}" of the alphabet "${id}". ${knownNames(String(hand), Object.keys(hands.poses))}`,
      )
    }
    poses[signPose(letter)] = pose
  }
  return { id, file, hands: { ...hands, poses } }
}

/** What a sign's pose is called among those of the hands. */
export const signPose = (letter: string): string => `sign ${letter}`

/**
 * Brings a text to the letters of an alphabet: lower case, without accents, words apart by one space.
 *
 * @returns  The text, and what of it the alphabet has no sign for.
 */
export function spellable(
  { file }: Alphabet,
  text: string,
): { readonly letters: string; readonly unknown: readonly string[] } {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’.,!?_-]+/gu, ' ')
    .trim()
  const unknown = [...new Set(plain)].filter((letter) => letter !== ' ' && !Object.hasOwn(file.signs, letter))
  return { letters: plain, unknown }
}
