import { TICK_RATE } from '../../core/clock.ts'

/** How long a room may have slept before its clock is held back: ticks are never hurried. Seconds. */
const LONGEST_SLEEP = 0.5

/** A room's time, in ticks of its stage. */
export type RoomClock = {
  /** Where the stage stands now; the same or later at every call. After a long sleep time goes on from where it stopped. */
  readonly position: () => number
  readonly pause: () => void
  readonly resume: () => void
}

/** @param now  Milliseconds of a clock that never goes back. */
export function createRoomClock(now: () => number): RoomClock {
  let position = 0
  let read: number | undefined = now()
  return {
    position() {
      if (read === undefined) return position
      const seconds = (now() - read) / 1000
      read = now()
      position += Math.min(seconds, LONGEST_SLEEP) * TICK_RATE
      return position
    },
    pause() {
      read = undefined
    },
    resume() {
      read ??= now()
    },
  }
}
