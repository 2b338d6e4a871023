import { secondsAt, TICK_RATE, tickAt } from '../core/clock.ts'
import { EngineError } from '../core/errors.ts'
import type { Plan } from '../plan/plan.ts'
import type { Stamped } from '../world/commands.ts'
import type { Degradation } from '../world/events.ts'
import { stateHash } from '../world/pose-hash.ts'
import { isFading } from '../world/screen.ts'
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
export type Rehearsal = {
  readonly log: readonly Stamped[]
  readonly ticks: number
  readonly stateHash: string
  /** What was not said as written, each stretch once. */
  readonly degraded: readonly Degradation[]
}

const DEFAULT_TAIL = 0.4
/** Ticks between two looks at the signal and the progress. */
const REPORT_TICKS = 60

/**
 * Lets a show play on a stage, one tick at a time, and keeps what it did.
 *
 * The clock waits while the host has a promise to keep (a voice at work); otherwise the script runs as far as it can,
 * then one tick passes. So the log does not depend on how fast anything was.
 *
 * @throws  What the show throws; `show/too-long` when it passes its limit, or surely will with what it has been given to
 *          say; the signal's reason when cancelled. Then the stage is stopped, and with it the voices at work.
 */
export async function rehearse(stage: Stage, show: Show, options: RehearsalOptions): Promise<Rehearsal> {
  try {
    return await playShow(stage, show, options)
  } catch (cause) {
    stage.stop(cause)
    throw cause
  }
}

async function playShow(stage: Stage, show: Show, options: RehearsalOptions): Promise<Rehearsal> {
  const { maxSeconds, tailSeconds = DEFAULT_TAIL, onProgress } = options
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
  const degraded = new Map<string, Degradation>()
  let quietSince = Infinity
  while (world.tick < quietSince + tickAt(tailSeconds)) {
    await settle(stage, options, play)
    if (play.failed) throw play.failure
    stage.step()
    for (const event of stage.takeEvents()) {
      if (event.type === 'degraded') degraded.set(`${event.what} ${event.text}`, { what: event.what, text: event.text })
    }
    quietSince = play.over && isQuiet(stage) ? Math.min(quietSince, world.tick) : Infinity
    if (world.tick > maxSeconds * TICK_RATE) {
      throw tooLong(`What is played has run for ${secondsAt(world.tick).toFixed(0)} s and is not over`, maxSeconds)
    }
    if (world.tick % REPORT_TICKS === 0) onProgress?.(secondsAt(world.tick))
  }
  return { log: world.log, ticks: world.tick, stateHash: stateHash(world), degraded: [...degraded.values()] }
}

/** Lets the script run until it waits for the stage. */
async function settle(
  stage: Stage,
  { signal, maxSeconds }: RehearsalOptions,
  play: { failed: boolean },
): Promise<void> {
  do {
    signal.throwIfAborted()
    await macrotask()
    const end = speechEnd(stage)
    if (end > maxSeconds) throw tooLong(`What was given to say lasts until second ${Math.ceil(end)}`, maxSeconds)
  } while (stage.isBusy() && !play.failed)
}

/** Everything that was promised, and everything promised by that, has run when a macrotask comes round. */
const macrotask = (): Promise<void> =>
  new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0)))

/** Whether nothing is playing or about to: expressions and pictures may stay, they end with the film. */
function isQuiet({ world }: Stage): boolean {
  const { Timeline } = world.components
  if (world.cursor < world.log.length || isFading(world.screen, world.tick)) return false
  return world.lists.actors.every((e) => Timeline.lines[e]!.length === 0 && Timeline.gestures[e]!.length === 0)
}

/** When all will have been said that was given to say so far, seconds: the performance ends no earlier. */
function speechEnd({ world }: Stage): number {
  const now = secondsAt(world.tick)
  const ends = new Map<string, number>()
  for (const [actor, e] of world.lists.byId) {
    const last = world.components.Timeline.lines[e]!.at(-1)
    if (last !== undefined) ends.set(actor, secondsAt(last.end))
  }
  for (let i = world.cursor; i < world.log.length; i++) {
    const { name, input } = world.log[i]!
    const { actor, plan } = input as { actor: string; plan: Plan }
    if (name === 'performLine') ends.set(actor, Math.max(now, ends.get(actor) ?? 0) + plan.duration)
    else if (name === 'interrupt' || name === 'removeActor') ends.delete(actor)
  }
  return Math.max(now, ...ends.values())
}

const tooLong = (what: string, maxSeconds: number): EngineError =>
  new EngineError('show/too-long', `${what}; films may last ${maxSeconds} s. Shorten it, or raise --max-duration.`)
