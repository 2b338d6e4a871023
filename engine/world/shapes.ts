import * as z from 'zod'

export const placeSchema = z.tuple([z.number(), z.number(), z.number()]).describe('Metres, +Y up, actors face +Z')
export const lengthSchema = z.number().positive().describe('Metres')
const colour = z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)]).describe('Linear sRGB')

export const materialSchema = z.strictObject({
  colour,
  roughness: z.number().min(0).max(1).default(0.85),
  glow: z.number().min(0).default(0).describe('Light of its own: this many times its colour'),
})

const placed = {
  material: z.string().describe('A name in materials'),
  at: placeSchema.describe('Centre, metres'),
  turnDegrees: placeSchema.optional().describe('About X, then Y, then Z'),
}

/** The simple parts that sets and props are put together from. */
export const shapeSchema = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('box'), size: z.tuple([lengthSchema, lengthSchema, lengthSchema]), ...placed }),
  z.strictObject({
    shape: z.literal('cylinder'),
    top: lengthSchema.describe('Diameter'),
    bottom: lengthSchema.describe('Diameter'),
    height: lengthSchema,
    ...placed,
  }),
  z.strictObject({
    shape: z.literal('ball'),
    size: z.tuple([lengthSchema, lengthSchema, lengthSchema]).describe('Diameters'),
    ...placed,
  }),
  z.strictObject({
    shape: z.literal('lathe'),
    profile: z
      .array(z.tuple([z.number().min(0), z.number()]))
      .min(2)
      .max(100)
      .describe('Radius and height, from the bottom up outside and down again inside, metres; turned about Y'),
    ...placed,
  }),
  z.strictObject({
    shape: z.literal('slab'),
    size: z.tuple([lengthSchema, lengthSchema, lengthSchema]),
    corner: lengthSchema.describe('Radius of its four upright edges'),
    ...placed,
  }),
  z.strictObject({
    shape: z.literal('tube'),
    path: z.array(placeSchema).min(2).max(100).describe('Its middle, from `at`'),
    thickness: lengthSchema.describe('Diameter'),
    ...placed,
  }),
])

export type Shape = z.infer<typeof shapeSchema>
export type ShapeMaterial = z.infer<typeof materialSchema>
