import type { BlobHash } from '../core/ids.ts'
import type { Vocabulary } from '../direct/markup/script.ts'
import type { DirectingMemory, Performer } from '../direct/performer.ts'
import type { LineAct } from '../direct/place-line-acts.ts'
import type { Plan } from '../plan/plan.ts'

/** How a line is spoken. */
export type SpeakOptions = {
  /** Voice, or voice and speaker: "slt", "flite/rms". Default: the actor's own. */
  readonly voice?: string
  /** Speed against the speaker's own, [0.5, 2]. Default 1. */
  readonly rate?: number
  /** Height against the speaker's own, [0.5, 2]. Default 1. */
  readonly pitch?: number
  /**
   * Which directions in the text are followed: those in brackets and between asterisks alone, or SSML, BML and plans in JSON
   * too. Default 'all'; for words of strangers 'inline'.
   */
  readonly markup?: 'all' | 'inline'
  /** What to do along with it as a whole: gestures land where the text says what they mean, faces stay to the end of its first part. */
  readonly acts?: readonly LineAct[]
  /** Who asked for those. Default 'author'. */
  readonly by?: 'author' | 'model'
  /** Whether hands, face and eyes act the text out. Default true; without, only what the text itself asks for is acted. */
  readonly acting?: boolean
  readonly signal?: AbortSignal
}

/** Who speaks, as far as it shows in what is planned. */
export type SpeakingActor = {
  readonly performer: Performer
  /** What was said and done in the lines before. Each part writes what follows it. */
  readonly memory: { kept?: DirectingMemory }
}

/** What a voice is asked to say, and for whom. */
export type SpeechAsked = Required<Pick<SpeakOptions, 'voice' | 'rate' | 'pitch'>> &
  Pick<SpeakOptions, 'acts' | 'by' | 'markup'> & {
    readonly signal: AbortSignal
    /** Names that directions in the text may use; without, the text is said as it stands. */
    readonly vocabulary?: Vocabulary | undefined
    /** Default: nobody acts it out. */
    readonly actor?: SpeakingActor | undefined
  }

/** A part as the host prepared it: complete and immutable, its samples kept under their hash. */
export type SpokenPart = { readonly plan: Plan; readonly audio: BlobHash }

/** What a stage asks of its host to let actors speak: text in, prepared parts out, in order. */
export type Speaker = {
  readonly speak: (text: string, options: SpeechAsked) => AsyncIterable<SpokenPart>
}
