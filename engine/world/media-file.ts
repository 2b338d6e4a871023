import * as z from 'zod'

/** Sides of a picture, pixels: enough for a screen that fills a film, little enough for any page. */
const SIDE = { min: 64, max: 2048 } as const
const side = z.int().min(SIDE.min).max(SIDE.max)

/** `content/media/<name>/media.json`: a picture that an actor can show. The picture lies beside it. */
export const mediaFileSchema = z.strictObject({
  version: z.literal(1),
  title: z.string().min(1).max(60).describe('As it stands in a list'),
  alt: z.string().min(1).max(300).describe('What is seen, in a sentence, for who cannot see it'),
  file: z.enum(['picture.webp', 'picture.png']).describe('Its file, in the same folder'),
  width: side.describe('Pixels'),
  height: side.describe('Pixels'),
  licence: z.string().min(1).max(60).describe('SPDX identifier, e.g. "CC0-1.0"'),
})

/** Something to be shown on a stage's screen. */
export type Media = z.infer<typeof mediaFileSchema>
