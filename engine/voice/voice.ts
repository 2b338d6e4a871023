import type { Phone, Word } from '../plan/plan.ts'

/** Speech for one stretch of text, spoken in one breath. */
export type SpeechPart = {
  /** What of the text this part speaks, as written. */
  readonly text: string
  /** Mono, [−1, 1]. */
  readonly samples: Float32Array
  /** Hertz. */
  readonly sampleRate: number
  /** Seconds from the first sample, ascending, inside the samples. */
  readonly words: readonly Word[]
  /** Seconds, ascending, without gaps; empty when the voice knows none. */
  readonly phones: readonly Phone[]
  /** Seconds of silence that belong after the part. */
  readonly pause: number
  /** Characters taken out of the text, by their names ("U+0007"), each once: they can be neither said nor shown. */
  readonly removed: readonly string[]
}

export type SpeechOptions = {
  readonly speaker: string
  /** Speed against the speaker's own, [0.5, 2]. */
  readonly rate: number
  /** Height against the speaker's own, [0.5, 2]. */
  readonly pitch: number
  readonly signal: AbortSignal
}

/** A speech provider: text in, samples with times out, part by part. */
export type Voice = {
  readonly name: string
  readonly speakers: readonly string[]
  /** BCP-47 codes it speaks. */
  readonly languages: readonly string[]
  /** Parts arrive in order, each as soon as it is spoken; the first does not wait for the last. Refuses text it cannot speak at all. */
  readonly synthesize: (text: string, options: SpeechOptions) => AsyncIterable<SpeechPart>
}

export const defineVoice = (voice: Voice): Voice => voice
