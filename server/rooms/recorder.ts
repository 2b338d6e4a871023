import {
  EngineError,
  readStartState,
  type Stage,
  type Stamped,
  type StartState,
  speechOf,
  stateHash,
  type Take,
  TICK_RATE,
} from '../../engine/api/host.ts'

/** Commands of one recording. At the pace that people may give them it lasts for longer than a recording may. */
const MAX_COMMANDS = 20_000

/** What was recorded: a take, but for the content it was played with. */
export type Recorded = Pick<Take, 'seed' | 'ticks' | 'stateHash' | 'log'> & { readonly start: StartState }

type Tape = { readonly start: StartState; readonly log: Stamped[] }

/** Keeps what happens on a stage from some moment on, however much of it the stage itself forgets. */
export type Recorder = {
  readonly isRecording: () => boolean
  readonly start: () => void
  /** Takes note of a command of the stage. */
  readonly note: (command: Stamped) => void
  /** Whether as much was recorded as may be. */
  readonly isFull: () => boolean
  /** Ends the recording. @throws `room/not-recording` where there is none, or nothing in it. */
  readonly stop: () => Recorded
  /** Speech that the recording needs, also when it has ended, until it is kept. */
  readonly speech: () => readonly string[]
  /** Lets go of what ended, once it is kept. */
  readonly forget: () => void
}

/** @param maxSeconds  The longest that is recorded. */
export function createRecorder({ world }: Pick<Stage, 'world'>, maxSeconds: number): Recorder {
  let tape: Tape | undefined
  /** Ended, and not yet kept. */
  const ended = new Set<Tape>()

  return {
    isRecording: () => tape !== undefined,
    start() {
      tape = { start: readStartState(world), log: world.log.slice(world.cursor) }
    },
    note(command) {
      tape?.log.push(command)
    },
    isFull: () =>
      tape !== undefined && (world.tick - tape.start.tick >= maxSeconds * TICK_RATE || tape.log.length >= MAX_COMMANDS),
    stop() {
      if (tape === undefined || world.tick === tape.start.tick)
        throw new EngineError('room/not-recording', 'Nothing is being recorded here. Start a recording first.')
      const { start, log } = tape
      ended.add(tape)
      tape = undefined
      return {
        seed: world.seed,
        start,
        ticks: world.tick - start.tick,
        stateHash: stateHash(world),
        // What is stamped for later was never performed.
        log: log.filter(({ tick }) => tick < world.tick),
      }
    },
    speech: () => [...ended, ...(tape === undefined ? [] : [tape])].flatMap(speechOf),
    forget: () => ended.clear(),
  }
}
