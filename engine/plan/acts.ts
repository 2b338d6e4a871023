import * as z from 'zod'

const name = z.string().min(1).max(80)
/** Index of a word of the part. An act lands on the loudest moment of its stressed vowel. */
const word = z.int().min(0).describe('Index of the word of the part on whose stressed vowel it lands')
const until = z.int().min(0).optional().describe('Index of the word at whose end it lets go; default: in its own time')
const strength = z.number().min(0).max(1).describe('How strongly, 0 to 1')
/** Who asked for it, so that what an author wrote is told from what rules guessed. */
const by = z.enum(['rules', 'author', 'model']).default('rules')

const metres = z.number().min(-50).max(50)
/** What of a stage a hand points at: in the set, metres. */
const pointedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('screen') }),
  z.strictObject({ kind: z.literal('actor'), actor: name }),
  z.strictObject({ kind: z.literal('point'), x: metres, y: metres, z: metres }),
])

/** A gesture whose stroke lands on a word. */
const gestureActSchema = z.strictObject({
  type: z.literal('gesture'),
  name: name.describe('Gesture id from content/gestures'),
  word,
  until,
  intensity: strength,
  hand: z.enum(['left', 'right']).optional().describe('The hand that carries it; default: as it was authored'),
  at: pointedSchema.optional().describe('What it points at; default: nothing in particular, aside'),
  by,
})

/** A face that comes with a word. */
const expressActSchema = z.strictObject({
  type: z.literal('express'),
  name: name.describe('Expression id from content/expressions'),
  word,
  until,
  intensity: strength,
  micro: z.boolean().optional().describe('Flashes for less than half a second over the face that stays'),
  with: z
    .strictObject({ name, intensity: strength })
    .optional()
    .describe('A second expression that makes one face with it'),
  by,
})

/** Where the eyes go with a word: back to whom one talks with, or away in one of the directions of thought. */
const lookActSchema = z.strictObject({
  type: z.literal('look'),
  at: z.enum(['listener', 'screen', 'up', 'down', 'left', 'right']),
  word,
  until,
  by,
})

/** What hands, face and eyes do along with a part of a line: chosen before the freeze, anchored to its words. */
export const actSchema = z.discriminatedUnion('type', [gestureActSchema, expressActSchema, lookActSchema])

/** A place in the text that somebody waits for, as SSML's `mark`: told when it is reached. */
export const markSchema = z.strictObject({ name, word: word.describe('Index of the word before which it stands') })

export type Act = z.infer<typeof actSchema>
export type GestureAct = z.infer<typeof gestureActSchema>
export type ExpressAct = z.infer<typeof expressActSchema>
export type LookAct = z.infer<typeof lookActSchema>
export type Pointed = z.infer<typeof pointedSchema>
export type Mark = z.infer<typeof markSchema>
