import type { BlobHash } from '../core/ids.ts'
import type { Plan } from '../plan/plan.ts'

/** How a line is spoken. */
export type SpeakOptions = {
  /** Voice, or voice and speaker: "slt", "flite/rms". Default: the actor's own. */
  readonly voice?: string
  /** Speed against the speaker's own, [0.5, 2]. Default 1. */
  readonly rate?: number
  /** Height against the speaker's own, [0.5, 2]. Default 1. */
  readonly pitch?: number
  readonly signal?: AbortSignal
}

/** A part as the host prepared it: complete and immutable, its samples kept under their hash. */
export type SpokenPart = { readonly plan: Plan; readonly audio: BlobHash }

/** What a stage asks of its host to let actors speak: text in, prepared parts out, in order. */
export type Speaker = {
  readonly speak: (
    text: string,
    options: Required<Omit<SpeakOptions, 'signal'>> & { signal: AbortSignal },
  ) => AsyncIterable<SpokenPart>
}
