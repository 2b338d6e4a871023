import { secondsAt, TICK_RATE, tickAt } from '../core/clock.ts'
import { EngineError } from '../core/errors.ts'
import type { Stamped } from '../world/commands.ts'
import { stateHash } from '../world/pose-hash.ts'
import type { Stage } from './stage.ts'

/** A program for a stage: it is given one and never makes one. */
export type Show = (stage: Stage) => Promise<void>

export type RehearsalOptions = {
  readonly signal: AbortSignal
  /** The longest the performance may run, seconds; one that would pass it is refused. */
  readonly maxSeconds: number
  /** Kept running after the last cue, seconds. */
  readonly tailSeconds?: number
  readonly onProgress?: (seconds: number) => void
}

/** What a rehearsal yields: the log of a take. */
export type Rehearsal = { readonly log: readonly Stamped[]; readonly ticks: number; readonly stateHash: string }

const DEFAULT_TAIL = 0.4
/** Ticks between two looks at the signal and the progress. */
const REPORT_TICKS = 60

/**
 * Lets a show play on a stage, one tick at a time, and keeps what it did.
 *
 * The clock waits while the host has a promise to keep (a voice at work); otherwise the script runs as far as it can,
 * then one tick passes. So the log does not depend on how fast anything was.
 *
 * @throws  What the show throws; `show/too-long` when it passes its limit; the signal's reason when cancelled.
 */
export async function rehearse(stage: Stage, show: Show, options: RehearsalOptions): Promise<Rehearsal> {
  const { signal, maxSeconds, tailSeconds = DEFAULT_TAIL, onProgress } = options
  const play = { over: false, failure: undefined as unknown, failed: false }
  show(stage).then(
    () => {
      play.over = true
    },
    (cause: unknown) => {
      play.failed = true
      play.failure = cause
    },
  )
  const { world } = stage
  let quietSince = Infinity
  while (world.tick < quietSince + tickAt(tailSeconds)) {
    await settle(stage, signal, play)
    if (play.failed) throw play.failure
    stage.step()
    quietSince = play.over && isQuiet(stage) ? Math.min(quietSince, world.tick) : Infinity
    if (world.tick > maxSeconds * TICK_RATE) throw tooLong(stage, maxSeconds)
    if (world.tick % REPORT_TICKS === 0) onProgress?.(secondsAt(world.tick))
  }
  return { log: world.log, ticks: world.tick, stateHash: stateHash(world) }
}

/** Lets the script run until it waits for the stage. */
async function settle(stage: Stage, signal: AbortSignal, play: { failed: boolean }): Promise<void> {
  do {
    signal.throwIfAborted()
    await macrotask()
  } while (stage.isBusy() && !play.failed)
}

/** Everything that was promised, and everything promised by that, has run when a macrotask comes round. */
const macrotask = (): Promise<void> =>
  new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0)))

/** Whether nothing is playing or about to: expressions may stay, they end with the film. */
function isQuiet({ world }: Stage): boolean {
  const { Timeline } = world.components
  if (world.cursor < world.log.length) return false
  return world.lists.actors.every((e) => Timeline.lines[e]!.length === 0 && Timeline.gestures[e]!.length === 0)
}

const tooLong = (stage: Stage, maxSeconds: number): EngineError =>
  new EngineError(
    'show/too-long',
    `What is played has run for ${secondsAt(stage.world.tick).toFixed(0)} s and is not over; films may last ${maxSeconds} s. Shorten it, or raise --max-duration.`,
  )
