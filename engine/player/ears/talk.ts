import type { Earcon } from './earcons.ts'
import { type Hearing, NOT_HEARING } from './hearing.ts'
import type { Microphone } from './microphone.ts'
import { createPauseSense } from './pause-sense.ts'
import type { PageRecogniser } from './recogniser.ts'

const NOTHING = 'Nothing was understood. Say it again, a little closer to the microphone, or type.'

/** An open microphone, and who understands it. */
export type Ear = { readonly microphone: Microphone; readonly recogniser: PageRecogniser }

/** What hearing people comes to. */
export type EarEvents = {
  readonly onHearing: (hearing: Hearing) => void
  /** Told how loud the microphone is, [0, 1]. */
  readonly onLevel: (level: number) => void
  /** Somebody speaks to the actor: if she speaks, she falls silent. */
  readonly onBegin: () => void
  /** They pause, having spoken so many seconds to the actor without a break. */
  readonly onPause: (spoken: number) => void
  readonly onText: (text: string) => void
  /** They speak no more. */
  readonly onEnd: () => void
  readonly onEarcon: (earcon: Earcon) => void
}

export type TalkOptions = Omit<EarEvents, 'onLevel'> & {
  readonly recogniser: PageRecogniser
  readonly track: MediaStreamTrack
  /** What the microphone does afterwards. */
  readonly rest: Hearing['state']
  /** What of a text is for the actor; empty where she was only called; undefined where it is not for her. */
  readonly toActor: (text: string) => string | undefined
  /** Whether it is known to be for her before it is understood: then who spoke is told when nothing was. */
  readonly isForActor: boolean
}

/** One thing that somebody says: heard, understood, acted upon. It ends by `end` or `drop`, once. */
export type Talk = {
  readonly write: (frame: Float32Array) => void
  readonly end: () => Promise<void>
  readonly drop: () => void
}

export function startTalk(options: TalkOptions): Talk {
  const { recogniser, track, rest, toActor, isForActor } = options
  const { onHearing, onBegin, onPause, onText, onEnd, onEarcon } = options
  const pauseAt = createPauseSense()
  let now: Hearing = { ...NOT_HEARING, state: 'hearing' }
  const show = (change: Partial<Hearing>) => {
    now = { ...now, ...change }
    onHearing(now)
  }
  const utterance = recogniser.listen(track, (interim) => show({ interim }))
  show({})

  function finish(state: Hearing['state'], earcon: Earcon | undefined, trouble = ''): void {
    show({ state, interim: '', trouble })
    if (earcon !== undefined) onEarcon(earcon)
  }

  function settle(text: string): void {
    const said = toActor(text)
    if (said === undefined || (text === '' && !isForActor)) finish(rest, undefined)
    else if (text === '') finish(rest === 'off' ? 'trouble' : rest, 'trouble', NOTHING)
    else {
      finish(rest, 'heard')
      if (!isForActor) onBegin()
      if (said !== '') onText(said)
    }
  }

  return {
    write(frame) {
      utterance.write(frame)
      const spoken = pauseAt(frame)
      if (spoken !== undefined && isForActor) onPause(spoken)
    },
    async end() {
      show({ state: 'understanding' })
      try {
        settle(await utterance.finish())
      } catch (fault) {
        finish(rest === 'off' ? 'trouble' : rest, 'trouble', (fault as Error).message)
      }
      onEnd()
    },
    drop() {
      utterance.drop()
      finish(rest, undefined)
      onEnd()
    },
  }
}
