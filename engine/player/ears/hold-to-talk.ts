import { NOT_HEARING } from './hearing.ts'
import { FRAME_SECONDS, levelOf, meterOf } from './sound-frames.ts'
import { type Ear, type EarEvents, startTalk, type Talk } from './talk.ts'

/** Milliseconds in which a key that was let go still listens: people let go on their last syllable. */
const TAIL = 200
/** Frames after which a held key counts as let go: what a room takes, less the tail. */
const LONGEST = Math.round(29 / FRAME_SECONDS)

const LET_GO = 'The microphone was not open yet. Hold the button, or the Space key, until you have spoken.'

/** Hears a person for as long as they hold a key or a button. */
export type HoldToTalk = {
  readonly press: () => Promise<void>
  readonly release: () => Promise<void>
  /** Forgets what is being said. */
  readonly cancel: () => void
  readonly isHeld: () => boolean
}

/** One time that the key is held, from before its microphone is open. */
type Hold = { open?: { readonly ear: Ear; readonly talk: Talk } }

/** @param openEar  Throws in a sentence for people. */
export function createHoldToTalk(
  openEar: (onFrame: (frame: Float32Array) => void, onLost: () => void) => Promise<Ear>,
  events: EarEvents,
): HoldToTalk {
  let hold: Hold | undefined

  function shut({ open }: Hold): void {
    open?.ear.microphone.close()
    events.onLevel(0)
  }

  function cancel(): void {
    const mine = hold
    hold = undefined
    if (mine === undefined) return
    shut(mine)
    if (mine.open === undefined) events.onEnd()
    else mine.open.talk.drop()
    events.onHearing(NOT_HEARING)
  }

  function fail(trouble: string): void {
    cancel()
    events.onHearing({ ...NOT_HEARING, state: 'trouble', trouble })
    events.onEarcon('trouble')
  }

  async function release(): Promise<void> {
    const mine = hold
    hold = undefined
    if (mine === undefined) return
    if (mine.open === undefined) {
      // The browser was still asking.
      events.onHearing({ ...NOT_HEARING, trouble: LET_GO })
      events.onEnd()
      return
    }
    await new Promise((resolve) => setTimeout(resolve, TAIL))
    shut(mine)
    events.onEarcon('close')
    await mine.open.talk.end()
  }

  async function press(): Promise<void> {
    if (hold !== undefined) return
    const mine: Hold = {}
    hold = mine
    events.onBegin()
    events.onHearing({ ...NOT_HEARING, state: 'asking' })
    let length = 0
    try {
      const ear = await openEar(
        (frame) => {
          events.onLevel(meterOf(levelOf(frame)))
          mine.open?.talk.write(frame)
          if (++length === LONGEST && hold === mine) void release()
        },
        () => fail('The microphone is gone: it was unplugged or taken away. Plug it in and try again, or type.'),
      )
      if (hold !== mine) {
        ear.microphone.close()
        return
      }
      events.onEarcon('open')
      const talk = startTalk({
        ...events,
        recogniser: ear.recogniser,
        track: ear.microphone.track,
        rest: 'off',
        toActor: (text) => text,
        isForActor: true,
      })
      mine.open = { ear, talk }
    } catch (fault) {
      if (hold === mine) fail((fault as Error).message)
    }
  }

  return { press, release, cancel, isHeld: () => hold !== undefined }
}
