import * as z from 'zod'
import type { BlendshapeName } from './blendshapes.ts'

/** The shapes of one eye's lids besides the blink, without their side. */
export const LID_SHAPES = [
  'eyeSquint',
  'cheekSquint',
  'mouthSmile',
  'browDown',
  'eyeLookDown',
  'eyeLookUp',
  'eyeWide',
] as const
export type LidShape = (typeof LID_SHAPES)[number]

/** How much of an eye's opening each shape closes at full weight, below nothing opens. A shape left out moves no lid. */
export const lidsSchema = z.partialRecord(z.enum(LID_SHAPES), z.number().min(-1).max(1))
export type Lids = z.infer<typeof lidsSchema>

/** The shape on one side. */
export const sidedLidShape = (shape: LidShape, side: 'Left' | 'Right'): BlendshapeName => `${shape}${side}`
