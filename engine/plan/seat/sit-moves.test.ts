import { describe, expect, it } from 'vitest'
import { addMove, aimOf, RISE_TICKS, SIT_TICKS, type SitMoves, sitShare } from './sit-moves.ts'

const STANDING: SitMoves = { from: 0, moves: [] }

/** Ups and downs by turns, each at a tick. */
const changing = (...ticks: number[]): SitMoves =>
  ticks.reduce<SitMoves>((moves, tick) => addMove(moves, aimOf(moves) === 1 ? 0 : 1, tick), STANDING)

describe('sitting down and rising', () => {
  it('goes from standing to sitting and back, in the times of people', () => {
    const once = changing(10)
    expect([sitShare(once, 10), sitShare(once, 10 + SIT_TICKS)]).toEqual([0, 1])
    const both = changing(10, 400)
    expect(sitShare(both, 400 + RISE_TICKS)).toBeCloseTo(0, 12)
    expect(SIT_TICKS / 60).toBeCloseTo(2.1)
    expect(RISE_TICKS / 60).toBeCloseTo(1.8)
  })

  it('stays between standing and sitting however often it is turned round, without a corner', () => {
    for (let second = 1; second < 130; second += 6)
      for (let third = second; third < 230; third += 9) {
        const moves = changing(0, second, third, third + 40)
        const shares = Array.from({ length: 600 }, (_, tick) => sitShare(moves, tick))
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(-1e-12)
        expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-12)
        expect(shares.at(-1)).toBeCloseTo(0, 9)
        // Speed from tick to tick: a corner of 1 % of the way in a tick would be 0.6 of it in a second.
        const turns = shares.slice(2).map((share, i) => Math.abs(share - 2 * shares[i + 1]! + shares[i]!))
        expect(Math.max(...turns)).toBeLessThan(0.0012)
      }
  })

  it('leaves out what has not begun, and folds in what is over', () => {
    expect(addMove(changing(100), 0, 50)).toEqual(STANDING)
    const sitting = addMove(changing(0), 0, 500)
    expect(sitting).toEqual({ from: 1, moves: [{ begin: 500, end: 500 + RISE_TICKS, to: 0 }] })
  })
})
