import * as z from 'zod'
import { ARKIT_BLENDSHAPES, type BlendshapeName, faceChannel } from './blendshapes.ts'

/** A named mix of blendshapes; `content/expressions/<name>.json`. */
export const expressionSchema = z.strictObject({
  version: z.literal(1),
  description: z.string().min(1),
  weights: z.partialRecord(z.enum(ARKIT_BLENDSHAPES), z.number().min(0).max(1)),
})

export type ExpressionFile = z.infer<typeof expressionSchema>

/** An expression ready to be mixed into a face row. */
export type Expression = { readonly channels: Uint8Array; readonly weights: Float32Array }

export function compileExpression(file: ExpressionFile): Expression {
  const entries = Object.entries(file.weights) as [BlendshapeName, number][]
  return {
    channels: Uint8Array.from(entries, ([name]) => faceChannel(name)),
    weights: Float32Array.from(entries, ([, weight]) => weight),
  }
}
