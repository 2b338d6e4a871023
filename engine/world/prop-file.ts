import * as z from 'zod'
import { materialSchema, shapeSchema } from './shapes.ts'

const vector = z.tuple([z.number(), z.number(), z.number()])

/** How a left hand takes a prop; the right hand takes it as in a mirror, at x = 0. In the prop's own axes, metres. */
const gripSchema = z.strictObject({
  hand: z.string().describe('Shape of the hand that holds it, in content/poses/hands.json'),
  palm: vector.describe('Where the middle of the palm lies'),
  fingers: vector.describe('Direction in which the hand points'),
  facing: vector.describe('Direction in which the palm faces'),
  from: vector.describe('Where the hand comes from, beside the palm'),
  swivelDegrees: z
    .tuple([z.number().min(-180).max(0), z.number().min(0).max(180)])
    .default([0, 0])
    .describe('How far about the prop, as seen from above, the hand may take it otherwise'),
  opening: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('How far the hand opens towards a flat one as it comes and goes'),
})

/** `content/props/<name>.json`: a thing that is put somewhere, and taken if it has grips. Its origin is where it stands. */
export const propFileSchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string().min(1).describe('What people call it'),
    description: z.string().min(1),
    licence: z.string().min(1).describe('SPDX id'),
    materials: z.record(z.string(), materialSchema),
    shapes: z.array(shapeSchema).min(1).max(200),
    grips: z.array(gripSchema).max(8).default([]),
  })
  .refine(
    ({ shapes, materials }) => shapes.every(({ material }) => material in materials),
    'shapes must be of its materials',
  )

export type PropFile = z.infer<typeof propFileSchema>
export type GripFile = z.infer<typeof gripSchema>
