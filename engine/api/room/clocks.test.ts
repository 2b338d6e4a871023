import { describe, expect, it } from 'vitest'
import { followClock } from './followed-clock.ts'
import { createRoomClock } from './room-clock.ts'

describe('a room’s clock', () => {
  it('counts sixty ticks a second, stands while paused, and is never hurried after a sleep', () => {
    let now = 1000
    const clock = createRoomClock(() => now)
    now += 250
    expect(clock.position()).toBeCloseTo(15, 9)
    clock.pause()
    now += 60_000
    expect(clock.position()).toBeCloseTo(15, 9)
    clock.resume()
    now += 100
    expect(clock.position()).toBeCloseTo(21, 9)
    now += 10_000
    expect(clock.position()).toBeCloseTo(51, 9)
  })
})

describe('a client’s clock', () => {
  /** A room that stood at 600 ticks when the client's watch showed 5 s. */
  const roomAt = (milliseconds: number) => 600 + ((milliseconds - 5000) / 1000) * 60

  /** Asks every half second over a line that takes what `travel` says each way, and reads 60 times a second. */
  function follow(travel: (turn: number) => number, seconds = 20): { shown: number; room: number }[] {
    const clock = followClock()
    const read: { shown: number; room: number }[] = []
    const answers: { at: number; take: () => void }[] = []
    for (let frame = 0; frame < seconds * 60; frame++) {
      const now = 5000 + (frame * 1000) / 60
      if (frame % 30 === 0) {
        const sent = now
        const way = travel(frame / 30)
        answers.push({ at: sent + 2 * way, take: () => clock.heard(sent, roomAt(sent + way), sent + 2 * way) })
      }
      for (const answer of answers.splice(0, answers.length)) {
        if (answer.at <= now) answer.take()
        else answers.push(answer)
      }
      read.push({ shown: clock.positionAt(now), room: roomAt(now) })
    }
    return read
  }

  it('shows the room’s own position where commands come within its lead', () => {
    const read = follow(() => 20)
    for (const { shown, room } of read.slice(60)) expect(Math.abs(shown - room)).toBeLessThan(0.01)
  })

  it('stays behind by what a slow line needs, so that no command is late', () => {
    const { shown, room } = follow(() => 300).at(-1)!
    expect(room - shown).toBeGreaterThan(300 * 0.06 - 6)
    expect(room - shown).toBeLessThan(300 * 0.06)
  })

  it('does not stay behind for a line that stood still once', () => {
    const { shown, room } = follow((turn) => (turn === 20 ? 2000 : 20)).at(-1)!
    expect(Math.abs(room - shown)).toBeLessThan(0.01)
  })

  it('goes back to a room that slept, as soon as it hears of it', () => {
    const clock = followClock()
    for (let second = 0; second < 10; second++) clock.heard(second * 1000, second * 60 + 0.6, second * 1000 + 20)
    expect(clock.positionAt(9020)).toBeCloseTo(541.2, 1)
    // Four seconds in which the room took thirty ticks; the answer travels no more slowly than the others.
    clock.heard(14_000, 30 + 600.6, 14_060)
    expect(clock.positionAt(14_060)).toBeCloseTo(632.4, 1)
  })

  it('runs evenly over a line that jitters: never back, never by more than a twentieth too fast', () => {
    const read = follow((turn) => 20 + ((turn * 37) % 60))
    for (let i = 121; i < read.length; i++) {
      const moved = read[i]!.shown - read[i - 1]!.shown
      expect(moved).toBeGreaterThan(0.949)
      expect(moved).toBeLessThan(1.051)
    }
  })

  it('jumps where it is far off', () => {
    const clock = followClock()
    clock.heard(1000, 100, 1010)
    expect(clock.positionAt(1010)).toBeCloseTo(100.3, 6)
    for (let i = 0; i < 16; i++) clock.heard(2000, 5000, 2010)
    expect(clock.positionAt(2010)).toBeGreaterThan(4999)
  })
})
