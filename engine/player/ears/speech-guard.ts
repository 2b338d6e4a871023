import { FRAME_SECONDS } from './sound-frames.ts'

/** What is known of 32 ms of sound. */
export type HeardFrame = {
  /** That it is speech, [0, 1], as the detector says. */
  readonly probability: number
  /** dBFS */
  readonly level: number
  /** Whether an actor's voice is heard meanwhile, which the microphone may pick up. */
  readonly isActorSpeaking: boolean
}

/** Tells when somebody begins to speak, and when they have ended. */
export type SpeechGuard = {
  readonly hear: (frame: HeardFrame) => 'began' | 'ended' | undefined
  readonly reset: () => void
}

const frames = (seconds: number) => Math.round(seconds / FRAME_SECONDS)

/**
 * What counts as speech that begins. Silero's own threshold is 0.5; over an actor's voice, of which an echo may be left
 * however well the browser cancels it, one must be surer, wait longer, and be louder than the echo has been.
 */
const ONSET = {
  inQuiet: { probability: 0.5, frames: frames(0.13) },
  overActor: { probability: 0.8, frames: frames(0.25), aboveEcho: 6 },
} as const
/** Speech that goes on may be less clear. Silero's own threshold less 0.15, as its authors do. */
const GOES_ON = 0.35
/** Silence that ends an utterance: longer than the pauses within a sentence. */
const PAUSE = frames(0.7)
/** What a room takes at most, less what it is begun early by. */
const LONGEST = frames(28)
/**
 * The echo's level is learned quickly in the first second of an actor's voice, when nobody is heard over it, and slowly
 * ever after; shares a frame. It is never taken for less than what a browser that cancels well leaves in pauses, dBFS.
 */
const LEARNING = frames(1)
const LEARNS = { atFirst: 0.2, after: 0.02 } as const
const LEAST_ECHO = -45

export function createSpeechGuard(): SpeechGuard {
  let echo = LEAST_ECHO
  /** Frames of an actor's voice so far. */
  let known = 0
  /** Frames of speech, less those of none, before it has begun; frames since it began, and since it was last heard. */
  let onset = 0
  let length = 0
  let silence = 0

  function isOnset({ probability, level, isActorSpeaking }: HeardFrame): boolean {
    if (!isActorSpeaking) return probability >= ONSET.inQuiet.probability
    if (known < LEARNING) return false
    return probability >= ONSET.overActor.probability && level >= echo + ONSET.overActor.aboveEcho
  }

  function learnEcho({ level }: HeardFrame): void {
    const share = known < LEARNING ? LEARNS.atFirst : LEARNS.after
    echo = Math.max(LEAST_ECHO, echo + share * (level - echo))
    known++
  }

  function waitForOnset(frame: HeardFrame): 'began' | undefined {
    onset = isOnset(frame) ? onset + 1 : Math.max(0, onset - 1)
    if (frame.isActorSpeaking) learnEcho(frame)
    if (onset < ONSET[frame.isActorSpeaking ? 'overActor' : 'inQuiet'].frames) return undefined
    length = onset
    silence = 0
    return 'began'
  }

  function waitForEnd({ probability }: HeardFrame): 'ended' | undefined {
    length++
    silence = probability >= GOES_ON ? 0 : silence + 1
    if (silence < PAUSE && length < LONGEST) return undefined
    length = 0
    onset = 0
    return 'ended'
  }

  return {
    hear: (frame) => (length === 0 ? waitForOnset(frame) : waitForEnd(frame)),
    reset() {
      onset = 0
      length = 0
      silence = 0
    },
  }
}
