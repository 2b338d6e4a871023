import * as z from 'zod'
import { lengthSchema as length, materialSchema, placeSchema as point, shapeSchema } from '../../world/shapes.ts'

const lightSchema = z.strictObject({
  at: point,
  source: z.enum(['day', 'lamp']).describe("Whose colour of the look's it takes"),
  intensity: z.number().min(0),
  range: length.describe('Beyond which it lights nothing'),
})

/** The surroundings of a stage, as data; `content/sets/<name>.json`. */
export const setSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  bounds: z.strictObject({ min: point, max: point }).describe('The room inside its walls'),
  materials: z.record(z.string(), materialSchema),
  shapes: z.array(shapeSchema),
  pieces: z
    .array(shapeSchema)
    .default([])
    .describe('Shapes that actors come so near to, as to a chair, that they are hidden where these stand before them'),
  lights: z.array(lightSchema),
})

/** Named so that it does not hide the language's own Set. */
export type StageSet = z.infer<typeof setSchema>
