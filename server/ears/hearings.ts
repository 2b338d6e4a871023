import { type ClientMessages, EngineError, MAX_HEARD, PCM_RATE, type RoomMessages } from '../../engine/api/host.ts'
import { createRateLimit, type RateLimit } from '../rooms/rate-limit.ts'
import type { Listening, Recogniser } from './recogniser.ts'

/** Seconds without sound after which an utterance is forgotten: its page is gone, or held up for good. */
const SILENT = 10
/** Utterances one session may begin: at once, and a second in the long run. Each may cost a process. */
const BEGIN = [4, 0.5] as const

type Speaker = { readonly id: string; readonly tell: (type: 'heard', message: RoomMessages['heard']) => void }

/** What the people of a room are saying to the server's recogniser. */
export type Hearings = {
  /** Takes sound of an utterance; a higher number begins the next one. What becomes of it is told as `heard`. */
  readonly hear: (from: Speaker, message: ClientMessages['hear']) => void
  /** Forgets what someone is saying, who has left. */
  readonly leave: (id: string) => void
  readonly close: () => void
}

export type HearingsOptions = {
  /** Undefined where the server understands no speech. */
  readonly recogniser: Recogniser | undefined
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Told how each utterance ended, for counting. */
  readonly onEnd: (result: 'understood' | 'nothing' | 'failed' | 'dropped') => void
}

type Hearing = { readonly listening: Listening; bytes: number; timer: NodeJS.Timeout }
type Session = { readonly begin: RateLimit; utterance: number; hearing: Hearing | undefined }

export function createHearings({ recogniser, now, onEnd }: HearingsOptions): Hearings {
  const sessions = new Map<string, Session>()

  function sessionOf(id: string): Session {
    const known = sessions.get(id) ?? { begin: createRateLimit(...BEGIN, now), utterance: -1, hearing: undefined }
    sessions.set(id, known)
    return known
  }

  function begin({ tell }: Speaker, session: Session, utterance: number): void {
    if (recogniser === undefined)
      throw new EngineError('ears/none', 'This server understands no speech: nothing that could is installed. Type.')
    if (!session.begin.take())
      throw new EngineError('ears/busy', 'That was a lot at once. Wait a moment and say it again.')
    const listening = recogniser.listen((text) => {
      if (session.utterance === utterance) tell('heard', { utterance, text, final: false })
    })
    const timer = setTimeout(() => {
      drop(session)
      const fault = `No sound came any more for ${SILENT} s. Say it again, or type.`
      tell('heard', { utterance, text: '', final: true, fault })
    }, SILENT * 1000)
    session.hearing = { listening, bytes: 0, timer }
  }

  function drop(session: Session): void {
    const { hearing } = session
    if (hearing === undefined) return
    clearTimeout(hearing.timer)
    session.hearing = undefined
    hearing.listening.drop()
    onEnd('dropped')
  }

  async function finish({ tell }: Speaker, session: Session, { listening, timer }: Hearing): Promise<void> {
    const { utterance } = session
    clearTimeout(timer)
    session.hearing = undefined
    try {
      const text = await listening.finish()
      onEnd(text === '' ? 'nothing' : 'understood')
      tell('heard', { utterance, text, final: true })
    } catch (error) {
      fail(tell, utterance, error as Error)
    }
  }

  function fail(tell: Speaker['tell'], utterance: number, { message: fault }: Error): void {
    onEnd('failed')
    tell('heard', { utterance, text: '', final: true, fault })
  }

  return {
    hear(from, { utterance, pcm, end }) {
      const session = sessionOf(from.id)
      // Sound of an utterance that is over, or was refused, is still on its way when its end is told.
      if (utterance < session.utterance || (utterance === session.utterance && session.hearing === undefined)) return
      if (utterance > session.utterance) {
        drop(session)
        session.utterance = utterance
        try {
          begin(from, session, utterance)
        } catch (error) {
          fail(from.tell, utterance, error as Error)
          return
        }
      }
      const hearing = session.hearing!
      hearing.timer.refresh()
      hearing.bytes += pcm.byteLength
      if (end === 'dropped') {
        drop(session)
        return
      }
      hearing.listening.write(pcm)
      if (end === 'said' || hearing.bytes >= MAX_HEARD * PCM_RATE) void finish(from, session, hearing)
    },
    leave(id) {
      const session = sessions.get(id)
      if (session !== undefined) drop(session)
      sessions.delete(id)
    },
    close() {
      for (const session of sessions.values()) drop(session)
      sessions.clear()
    },
  }
}
