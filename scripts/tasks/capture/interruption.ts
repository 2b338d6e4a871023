import { constants } from 'node:os'
import { EngineError } from '../../../engine/api/node.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What stops a capture from outside. */
export type Interruption = Disposable & {
  readonly signal: AbortSignal
  /** The code a program ends with that a signal ended; undefined while none has come. */
  readonly exitCode: () => number | undefined
}

/**
 * Listens for Ctrl-C and its like, and for what nobody in the program has caught: a show may forget to await.
 *
 * The first signal lets the capture end in order; a second one ends the process at once.
 */
export function listenForInterruption(): Interruption {
  const stop = new AbortController()
  let exitCode: number | undefined
  const onSignal = (name: (typeof SIGNALS)[number]) => {
    if (exitCode !== undefined) process.exit(exitCode)
    exitCode = 128 + constants.signals[name]
    stop.abort(new EngineError('show/cancelled', 'Stopped: nothing was written.'))
  }
  const onUncaught = (reason: unknown) => stop.abort(reason)
  for (const name of SIGNALS) process.on(name, onSignal)
  process.on('unhandledRejection', onUncaught)
  process.on('uncaughtException', onUncaught)
  return {
    signal: stop.signal,
    exitCode: () => exitCode,
    [Symbol.dispose]() {
      for (const name of SIGNALS) process.off(name, onSignal)
      process.off('unhandledRejection', onUncaught)
      process.off('uncaughtException', onUncaught)
    },
  }
}
