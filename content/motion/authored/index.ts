import { march } from './march.ts'
import { stretch } from './stretch.ts'
import { weightShift } from './weight-shift.ts'

/** The clips that come with the engine. */
export const AUTHORED = [march, stretch, weightShift] as const
