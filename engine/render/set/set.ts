import * as z from 'zod'

const point = z.tuple([z.number(), z.number(), z.number()]).describe('Metres, +Y up, actors face +Z')
const colour = z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)]).describe('Linear sRGB')
const length = z.number().positive().describe('Metres')

const materialSchema = z.strictObject({
  colour,
  roughness: z.number().min(0).max(1).default(0.85),
  glow: z.number().min(0).default(0).describe('Light of its own: this many times its colour'),
})

const placed = {
  material: z.string().describe('A name in materials'),
  at: point.describe('Centre, metres'),
  turnDegrees: point.optional().describe('About X, then Y, then Z'),
}

const shapeSchema = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('box'), size: z.tuple([length, length, length]), ...placed }),
  z.strictObject({
    shape: z.literal('cylinder'),
    top: length.describe('Diameter'),
    bottom: length.describe('Diameter'),
    height: length,
    ...placed,
  }),
  z.strictObject({
    shape: z.literal('ball'),
    size: z.tuple([length, length, length]).describe('Diameters'),
    ...placed,
  }),
])

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
  lights: z.array(lightSchema),
})

/** Named so that it does not hide the language's own Set. */
export type StageSet = z.infer<typeof setSchema>
export type SetShape = StageSet['shapes'][number]
