import { AsyncLocalStorage } from 'node:async_hooks'
import { type Speaker, type Stamped, TICK_RATE, type WorldEvent } from '../../engine/api/host.ts'
import type { Mind } from '../mind/mind.ts'

/**
 * What a turn's time goes to: from the message until the body's first reaction is on its way; the mind, from when it is
 * asked until its first sentence; the voice and the plan of the first part, from when they are asked; what the runtime
 * itself adds to these two until that part is on its way; and from the message until the first sound in the room.
 */
export const TURN_STAGES = ['reaction', 'mind', 'voice', 'runtime', 'sound'] as const
export type TurnStage = (typeof TURN_STAGES)[number]

/** Milliseconds of the room's clock. */
type Turn = {
  readonly arrived: number
  readonly mind: Span
  readonly voice: Span
  isReacted: boolean
  /** Its first line, once a part of that is on its way. */
  line?: string
}
type Span = { begun?: number; done?: number }

/** Measures turns. A turn is known by the work it set going, so that nothing has to carry it along. */
export type TurnTiming = {
  /** Does what answers a message that has just arrived. */
  readonly time: <T>(work: () => T) => T
  readonly timeMind: (mind: Mind) => Mind
  readonly timeSpeaker: (speaker: Speaker) => Speaker
  /** Takes note of a command on its way to all who watch. */
  readonly note: (command: Stamped) => void
  /** Takes note of what happened. @param position  Where the stage stands, ticks. */
  readonly read: (events: readonly WorldEvent[], position: number) => void
}

/** @param now  Milliseconds of a clock that never goes back. */
export function createTurnTiming(now: () => number, observe: (stage: TurnStage, seconds: number) => void): TurnTiming {
  const current = new AsyncLocalStorage<Turn>()
  /** Turns whose first sound is still to come, by line. */
  const awaited = new Map<string, Turn>()
  const tell = (stage: TurnStage, milliseconds: number) => observe(stage, milliseconds / 1000)

  function notePart(turn: Turn, line: string): void {
    if (turn.line !== undefined) return
    turn.line = line
    awaited.set(line, turn)
    const mind = lengthOf(turn.mind)
    const voice = lengthOf(turn.voice)
    tell('mind', mind)
    tell('voice', voice)
    tell('runtime', now() - turn.arrived - mind - voice)
  }

  return {
    time: (work) => current.run({ arrived: now(), isReacted: false, mind: {}, voice: {} }, work),
    timeMind: (mind) => ({
      ...mind,
      async *reply(turn, signal) {
        const span: Span = current.getStore()?.mind ?? {}
        span.begun ??= now()
        for await (const reply of mind.reply(turn, signal)) {
          if (reply.kind === 'say') span.done ??= now()
          yield reply
        }
      },
    }),
    timeSpeaker: ({ speak }) => ({
      async *speak(text, options) {
        const span: Span = current.getStore()?.voice ?? {}
        span.begun ??= now()
        for await (const part of speak(text, options)) {
          span.done ??= now()
          yield part
        }
      },
    }),
    note({ name, input }) {
      const turn = current.getStore()
      if (turn === undefined) return
      if (name === 'act' && !turn.isReacted) {
        turn.isReacted = true
        tell('reaction', now() - turn.arrived)
      }
      if (name === 'performLine') notePart(turn, (input as { line: string }).line)
    },
    read(events, position) {
      for (const event of events) {
        if (event.type !== 'partStarted' && event.type !== 'lineEnded') continue
        const turn = awaited.get(event.line)
        awaited.delete(event.line)
        if (turn === undefined || event.type === 'lineEnded') continue
        // The stage is ahead of the room's clock by up to two ticks.
        tell('sound', now() + ((event.tick - position) / TICK_RATE) * 1000 - turn.arrived)
      }
    },
  }
}

const lengthOf = ({ begun = 0, done = begun }: Span): number => done - begun
