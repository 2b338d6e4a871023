import type { MicMode } from './hearing.ts'
import { createHoldToTalk } from './hold-to-talk.ts'
import type { Microphone, MicrophoneOptions } from './microphone.ts'
import { microphoneTrouble } from './microphone-trouble.ts'
import { createOpenMicrophone, type OpenMicrophoneOptions } from './open-microphone.ts'
import type { PageRecogniser } from './recogniser.ts'
import type { Ear, EarEvents } from './talk.ts'

const NOBODY_LISTENS = 'Neither this browser nor this server understands speech. Type instead.'

export type EarsOptions = OpenMicrophoneOptions & {
  readonly openMicrophone: (options: Omit<MicrophoneOptions, 'id'>) => Promise<Microphone>
  /** What understands people; undefined where nothing does. */
  readonly findRecogniser: () => Promise<PageRecogniser | undefined>
  readonly isSecure: boolean
  readonly mode: () => MicMode
}

/** Hears a person, in the way they have chosen. */
export type Ears = {
  /** The microphone's button or key goes down: hears from now on, or opens or shuts what stays open. Needs a gesture. */
  readonly press: () => Promise<void>
  /** It goes up. */
  readonly release: () => Promise<void>
  /** Whether a press is heard until its release. */
  readonly isHeld: () => boolean
  /** Forgets what is being said. */
  readonly cancel: () => void
  /** Shuts every microphone. */
  readonly close: () => void
}

export function createEars(options: EarsOptions, events: EarEvents): Ears {
  const { openMicrophone, findRecogniser, isSecure, mode } = options

  async function openEar(onFrame: (frame: Float32Array) => void, onLost: () => void): Promise<Ear> {
    const recogniser = await findRecogniser()
    if (recogniser === undefined) throw new Error(NOBODY_LISTENS)
    try {
      return { recogniser, microphone: await openMicrophone({ onFrame, onLost }) }
    } catch (fault) {
      throw new Error(microphoneTrouble(fault, isSecure), { cause: fault })
    }
  }

  const hold = createHoldToTalk(openEar, events)
  const open = createOpenMicrophone(openEar, events, options)
  return {
    async press() {
      if (mode() === 'hold') await hold.press()
      if (mode() === 'open') await open.toggle()
    },
    release: hold.release,
    isHeld: hold.isHeld,
    cancel() {
      hold.cancel()
      open.cancel()
    },
    close() {
      hold.cancel()
      open.shut()
    },
  }
}
