import * as z from 'zod'
import type { Manner } from './manner.ts'

/** What is somebody's own in how they move, whatever their manner: part of a persona. */
export const mannerismsSchema = z.strictObject({
  favourites: z
    .record(z.string().min(1).max(80), z.number().min(0).max(4))
    .default({})
    .describe('How readily it makes a gesture, by id or by what it means, against its manner; 0 never'),
  tilt: z
    .number()
    .min(-8)
    .max(8)
    .default(0)
    .describe('Degrees by which it tilts its head while it listens or thinks: positive lowers its right ear'),
  blinks: z.number().min(0.8).max(1.2).default(1).describe('Blinks against its manner'),
  ponders: z
    .array(z.string().min(1).max(80))
    .default([])
    .describe('Gestures it makes while it thinks about an answer; default: any that say so'),
})

export type Mannerisms = z.infer<typeof mannerismsSchema>

/** Nothing of one's own. */
export const NO_MANNERISMS: Mannerisms = mannerismsSchema.parse({})

/** A manner as this one person has it. What manner or culture never do stays undone. */
export function withMannerisms(manner: Manner, { favourites, blinks }: Mannerisms): Manner {
  const weights = Object.entries(favourites).map(([name, weight]) => [name, (manner.vocabulary[name] ?? 1) * weight])
  return {
    ...manner,
    blinks: manner.blinks * blinks,
    vocabulary: { ...manner.vocabulary, ...Object.fromEntries(weights) },
  }
}
