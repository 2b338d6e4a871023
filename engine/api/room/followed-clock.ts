import { TICK_RATE } from '../../core/clock.ts'
import { ROOM_LEAD } from './messages.ts'

/** Answers of the room's clock that are remembered; the quickest of them tells the time best. */
const REMEMBERED = 16
/** How much faster or slower the own clock may run to catch up, as a share. */
const SLEW = 0.05
/** Farther off than this the clock jumps. Ticks. */
const JUMP = 30
/** Ticks kept in hand beyond the slowest usual answer. */
const MARGIN = 1

/** Beyond what an answer's travel leaves open, two answers may differ by this: clocks run unevenly. Ticks. */
const DRIFT = 3

type Answer = { readonly offset: number; readonly travel: number }

/** A client's idea of where its room stands. */
export type FollowedClock = {
  /**
   * Takes an answer of the room's clock.
   *
   * @param sent      When it was asked, milliseconds.
   * @param position  The room's position when it answered, ticks.
   * @param received  When the answer came, milliseconds.
   */
  readonly heard: (sent: number, position: number, received: number) => void
  /** Where to show the stage at a time, ticks: runs evenly, and a little behind the room where commands need longer than its lead. */
  readonly positionAt: (milliseconds: number) => number
}

export function followClock(): FollowedClock {
  let answers: readonly Answer[] = []
  let shown: { position: number; at: number } | undefined

  function goalAt(milliseconds: number): number {
    const quickest = answers.reduce((best, answer) => (answer.travel < best.travel ? answer : best))
    const delay = Math.max(0, ticks(usualTravel(answers)) + MARGIN - ROOM_LEAD)
    return ticks(milliseconds) + quickest.offset - delay
  }

  return {
    heard(sent, position, received) {
      const travel = (received - sent) / 2
      const latest = { offset: position - ticks(sent + travel), travel }
      // A room that slept goes on from where it stopped: what it said before does not hold any more.
      answers = [...answers.filter((answer) => agree(answer, latest)), latest].slice(-REMEMBERED)
    },
    positionAt(milliseconds) {
      if (answers.length === 0) return shown?.position ?? 0
      const goal = goalAt(milliseconds)
      if (shown === undefined || Math.abs(goal - shown.position) > JUMP) {
        shown = { position: goal, at: milliseconds }
        return shown.position
      }
      const elapsed = ticks(milliseconds - shown.at)
      const expected = shown.position + elapsed
      const reach = elapsed * SLEW
      shown = { position: expected + Math.min(reach, Math.max(-reach, goal - expected)), at: milliseconds }
      return shown.position
    },
  }
}

/** Whether one clock can have given both answers: each is right to within its travel. */
const agree = (a: Answer, b: Answer): boolean => Math.abs(a.offset - b.offset) <= ticks(a.travel + b.travel) + DRIFT

/** What all answers but the slowest took at most: a line that stood still once is not a slow line. Milliseconds. */
function usualTravel(answers: readonly Answer[]): number {
  const travels = answers.map(({ travel }) => travel).sort((a, b) => b - a)
  return travels[1] ?? travels[0]!
}

const ticks = (milliseconds: number): number => (milliseconds / 1000) * TICK_RATE
