import { EngineError } from '../../engine/api/host.ts'
import type { Mind, Turn } from './mind.ts'

/** Milliseconds for which a mind that failed is left alone: people do not wait for it at every turn. */
const REST = 20_000

/** A mind in whose place another one answers when it fails. Each time is reported. What it began to say is not said twice. */
export function createFallbackMind(first: Mind, second: Mind): Mind {
  let restsUntil = 0
  let lastFailure: EngineError | undefined

  return {
    name: first.name,
    // A greeting is written down for either.
    greet: second.greet,
    async *reply(turn, signal) {
      if (lastFailure !== undefined && turn.now.getTime() < restsUntil) {
        report(turn, standingIn(first.name, lastFailure))
        yield* second.reply(turn, signal)
        return
      }
      let isAnswered = false
      try {
        for await (const reply of first.reply(turn, signal)) {
          isAnswered ||= reply.kind === 'say'
          yield reply
        }
        lastFailure = undefined
        return
      } catch (error) {
        if (signal.aborted || !(error instanceof EngineError)) throw error
        if (!isAnswered) {
          lastFailure = error
          restsUntil = turn.now.getTime() + REST
        }
        report(turn, isAnswered ? error : standingIn(first.name, error))
      }
      if (!isAnswered) yield* second.reply(turn, signal)
    },
  }
}

const report = (turn: Turn, error: EngineError): void => turn.report({ kind: 'degraded', what: 'mind', error })

const standingIn = (name: string, { code, message, data, cause }: EngineError): EngineError =>
  new EngineError(code, `${message} Until it does, ${name} answers with what was written down.`, {
    cause,
    ...(data === undefined ? {} : { data }),
  })
