import type { BlobHash, CueId } from '../core/ids.ts'
import type { CompiledLine } from '../plan/compile.ts'
import type { Plan } from '../plan/plan.ts'
import type { Expression } from '../rig/expressions.ts'
import type { Gesture } from '../tracks/gesture.ts'

/** No end yet: the cue has not been released. */
export const NEVER = 0x7fffffff

type Cue = {
  readonly id: CueId
  /** Tick at which the cue's own clock reads zero. */
  readonly start: number
  /** Tick at which it is over. */
  readonly end: number
  /** Tick at which it was told to let go; NEVER while it plays on. */
  readonly released: number
}

/** One part of a line being spoken. */
export type LineCue = Cue & {
  readonly line: string
  readonly part: number
  readonly audio: BlobHash
  /** Seconds of silence after it. */
  readonly pause: number
  /** Tick from which head and breath are at rest again: some time after `end`, when the sound is over. */
  readonly rest: number
  /** Tick at which the part arrived. */
  readonly born: number
  readonly plan: Plan
  readonly compiled: CompiledLine
}

/** What goes along with a part of a line is dropped with it, where it has not begun. */
type Along = { readonly line?: string | undefined }

export type GestureCue = Cue & Along & { readonly gesture: Gesture; readonly intensity: number }

export type ExpressionCue = Cue &
  Along & { readonly name: string; readonly expression: Expression; readonly intensity: number }
