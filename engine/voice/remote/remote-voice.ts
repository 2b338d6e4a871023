import { EngineError } from '../../core/errors.ts'
import { defineVoice, type SpeechOptions, type SpeechPart, type Voice } from '../voice.ts'
import { type Answer, fromMessage, type Port, type Request } from './protocol.ts'

/** A thread that speaks. */
export type VoiceThread = Port<Request, Answer> & {
  /** Calls once, should the thread end by itself. */
  readonly onEnd: (handle: (reason: string) => void) => void
}

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

/**
 * A voice that speaks on another thread, so that a long sentence keeps nobody waiting.
 *
 * @param voice  What the other thread serves: name, speakers and languages are taken from it, nothing is asked of it.
 * @param open   Starts the thread at the first line, and again at the next line after it has died.
 */
export function createRemoteVoice(voice: Omit<Voice, 'synthesize'>, open: () => VoiceThread): Voice {
  const waiting = new Map<number, Waiting>()
  let thread: VoiceThread | undefined
  let lines = 0

  function threadOnce(): VoiceThread {
    if (thread !== undefined) return thread
    const opened = open()
    opened.listen((answer) => {
      waiting.get(answer.line)?.resolve(answer)
      waiting.delete(answer.line)
    })
    opened.onEnd((reason) => {
      if (thread === opened) thread = undefined
      for (const { reject } of waiting.values())
        reject(new EngineError('voice/failed', `The thread of voice "${voice.name}" ended: ${reason}. Say it again.`))
      waiting.clear()
    })
    thread = opened
    return opened
  }

  return defineVoice({
    ...voice,
    async *synthesize(text, { signal, ...options }) {
      signal.throwIfAborted()
      const port = threadOnce()
      const line = ++lines
      const ask = () =>
        new Promise<Answer>((resolve, reject) => {
          waiting.set(line, { resolve, reject })
          port.post({ line, ask: 'next' })
        })
      port.post({ line, ask: 'speak', text, options })
      try {
        yield* partsOf(ask, signal)
      } finally {
        waiting.delete(line)
        port.post({ line, ask: 'stop' })
      }
    },
  })
}

async function* partsOf(ask: () => Promise<Answer>, signal: SpeechOptions['signal']): AsyncGenerator<SpeechPart> {
  for (;;) {
    const answer = await untilAborted(ask(), signal)
    if (answer.is === 'over') return
    if (answer.is === 'failed') throw fromMessage(answer)
    yield answer.part
    signal.throwIfAborted()
  }
}

/** A promise that gives up as soon as the signal does. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
