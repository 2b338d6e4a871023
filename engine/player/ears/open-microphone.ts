import { type Hearing, NOT_HEARING } from './hearing.ts'
import type { SpeechDetector } from './silero.ts'
import { FRAME_SECONDS, levelOf, meterOf } from './sound-frames.ts'
import { createSpeechGuard } from './speech-guard.ts'
import { type Ear, type EarEvents, startTalk, type Talk } from './talk.ts'

/** Frames from before somebody was noticed to speak that belong to what they say: half a second. */
const BEFORE = Math.round(0.5 / FRAME_SECONDS)

const WAITING: Hearing = { ...NOT_HEARING, state: 'waiting' }

export type OpenMicrophoneOptions = {
  readonly loadDetector: () => Promise<SpeechDetector>
  readonly isActorSpeaking: () => boolean
  /** Whether only what is said to an actor by name is for her. */
  readonly needsName: () => boolean
  /** What of a text is said to her by name; empty where she was only called; undefined where it is not to her. */
  readonly byName: (text: string) => string | undefined
}

/** Hears whoever speaks, until it is shut. */
export type OpenMicrophone = {
  readonly toggle: () => Promise<void>
  /** Forgets what is being said; the microphone stays open. */
  readonly cancel: () => void
  readonly shut: () => void
  readonly isOpen: () => boolean
}

/** @param openEar  Throws in a sentence for people. */
export function createOpenMicrophone(
  openEar: (onFrame: (frame: Float32Array) => void, onLost: () => void) => Promise<Ear>,
  events: EarEvents,
  { loadDetector, isActorSpeaking, needsName, byName }: OpenMicrophoneOptions,
): OpenMicrophone {
  const guard = createSpeechGuard()
  let detector: Promise<SpeechDetector> | undefined
  let isWanted = false
  let ear: Ear | undefined
  let talk: Talk | undefined
  let before: readonly Float32Array[] = []
  /** Frames are looked at one after another, however fast they come. */
  let looking = Promise.resolve()

  function begin({ microphone, recogniser }: Ear): void {
    const isByName = needsName()
    if (!isByName) events.onBegin()
    const mine: Talk = startTalk({
      ...events,
      recogniser,
      track: microphone.lateTrack,
      rest: 'waiting',
      toActor: isByName ? byName : (text) => text,
      isForActor: !isByName,
      // The next one may be speaking already when this one is understood.
      onHearing: (hearing) => {
        if (isWanted && (talk === undefined || talk === mine)) events.onHearing(hearing)
      },
    })
    talk = mine
    for (const frame of before) mine.write(frame)
  }

  async function look(frame: Float32Array): Promise<void> {
    if (detector === undefined || ear === undefined) return
    const probability = await (await detector).probability(frame)
    if (ear === undefined) return
    const event = guard.hear({ probability, level: levelOf(frame), isActorSpeaking: isActorSpeaking() })
    if (event === 'began') begin(ear)
    before = [...before, frame].slice(-BEFORE)
    talk?.write(frame)
    if (event !== 'ended') return
    void talk?.end()
    talk = undefined
  }

  function shut(): void {
    isWanted = false
    talk?.drop()
    talk = undefined
    ear?.microphone.close()
    ear = undefined
    before = []
    guard.reset()
    events.onLevel(0)
    events.onHearing(NOT_HEARING)
  }

  function fail(trouble: string): void {
    shut()
    events.onHearing({ ...NOT_HEARING, state: 'trouble', trouble })
    events.onEarcon('trouble')
  }

  async function open(): Promise<void> {
    isWanted = true
    events.onHearing({ ...NOT_HEARING, state: 'asking' })
    try {
      const opened = await openEar(
        (frame) => {
          events.onLevel(meterOf(levelOf(frame)))
          looking = looking.then(() => look(frame))
        },
        () => fail('The microphone is gone: it was unplugged or taken away. Plug it in and try again, or type.'),
      )
      if (!isWanted) {
        opened.microphone.close()
        return
      }
      ear = opened
      detector ??= loadDetector()
      await detector.catch((fault: Error) => {
        detector = undefined
        throw new Error(`The open microphone does not work here (${fault.message}). Hold the button while you speak.`)
      })
      if (!isWanted) return
      events.onEarcon('open')
      events.onHearing(WAITING)
    } catch (fault) {
      if (isWanted) fail((fault as Error).message)
    }
  }

  return {
    shut,
    isOpen: () => isWanted,
    async toggle() {
      if (!isWanted) return open()
      shut()
      events.onEarcon('close')
    },
    cancel() {
      talk?.drop()
      talk = undefined
      guard.reset()
    },
  }
}
