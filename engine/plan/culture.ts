import * as z from 'zod'
import type { Manner } from './manner.ts'

const factor = z.number().min(0.5).max(1.5).default(1)
const name = z.string().min(1).max(80)

/** What a culture may say something about; each of it needs a source. */
const TOPICS = ['rate', 'space', 'face', 'gaze', 'nods', 'thinks', 'means', 'vocabulary', 'forbidden'] as const

/**
 * What is usual among people of a place, where it differs from an average speaker; `content/cultures/<id>.json`. A default for
 * who says nothing else, never a judgement of a person: a persona's own habits come on top.
 */
export const cultureSchema = z.strictObject({
  version: z.literal(1),
  title: z.string().min(1).max(60).describe('As people choose it, such as "Japan"'),
  description: z.string().min(1),
  rate: factor.describe('Gestures a second, against the manner'),
  space: factor.describe('Size of gestures, against the manner'),
  face: factor.describe('Strength of expressions shown to others, against the manner'),
  gaze: factor.describe('Share of looking at the other, against the manner'),
  nods: factor.describe('How often a listener nods, against the manner'),
  thinks: z.enum(['up', 'down']).default('up').describe('Where the eyes go to think'),
  means: z
    .record(name, z.array(name))
    .default({})
    .describe('What a gesture means here, by its id, instead of what its file says'),
  vocabulary: z
    .record(name, z.number().min(0).max(4))
    .default({})
    .describe('How readily a gesture is chosen, by its id or by what it means; 1 where nothing is said'),
  forbidden: z.array(name).default([]).describe('Gestures that are never made here, by id or by what they mean'),
  because: z
    .array(
      z.strictObject({
        sets: z.array(z.enum(TOPICS)).min(1),
        says: z.string().min(1).describe('What was found, in a sentence'),
        source: z.string().min(1).describe('Key of the work in "sources"'),
      }),
    )
    .describe('Why each number and name stands here'),
  sources: z.record(z.string(), z.string().min(1)).describe('Works, by a short key'),
})

export type Culture = z.infer<typeof cultureSchema>

/** What no manner goes beyond in any culture: bodies and faces have bounds, and nobody looks at another all the time. */
const MOST = { rate: 0.6, space: 1.5, face: 1.3, gaze: 0.95 } as const

/**
 * A manner as it shows in a culture: rate, size, face and gaze by its factors, vocabularies multiplied, and what is forbidden
 * never chosen.
 */
export function inCulture(manner: Manner, culture: Culture): Manner {
  const gaze = (share: number) => Math.min(MOST.gaze, share * culture.gaze)
  return {
    ...manner,
    rate: Math.min(MOST.rate, manner.rate * culture.rate),
    space: Math.min(MOST.space, manner.space * culture.space),
    face: Math.min(MOST.face, manner.face * culture.face),
    gaze: {
      idle: gaze(manner.gaze.idle),
      listening: gaze(manner.gaze.listening),
      thinking: gaze(manner.gaze.thinking),
      speaking: gaze(manner.gaze.speaking),
    },
    vocabulary: vocabularyIn(manner.vocabulary, culture),
  }
}

/** What a gesture means in a culture. */
export const meansIn = (
  culture: Pick<Culture, 'means'>,
  gesture: string,
  means: readonly string[],
): readonly string[] => culture.means[gesture] ?? means

function vocabularyIn(own: Manner['vocabulary'], { vocabulary, forbidden }: Culture): Manner['vocabulary'] {
  const names = new Set([...Object.keys(own), ...Object.keys(vocabulary)])
  const weights = Object.fromEntries([...names].map((name) => [name, (own[name] ?? 1) * (vocabulary[name] ?? 1)]))
  for (const name of forbidden) weights[name] = 0
  return weights
}
