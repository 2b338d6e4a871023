import { leastJerk } from '../../core/math/scalar.ts'

/**
 * How long sitting down and rising take, ticks: 2.1 s and 1.8 s.
 *
 * @source  S. Nuzik et al., "Sit-to-stand movement pattern: a kinematic study", Physical Therapy 66 (1986): 1.8 s, 1.3 to 2.5;
 *          A. Kralj, R. Jaeger, M. Munih, "Analysis of standing up and sitting down in humans", Journal of Biomechanics 23
 *          (1990): sitting down takes somewhat longer.
 */
export const SIT_TICKS = 126
export const RISE_TICKS = 108

/** One way down (to 1) or up (to 0). Ticks. */
export type SitMove = { readonly begin: number; readonly end: number; readonly to: 0 | 1 }

/** Moves one after the other, from sitting (1) or standing (0): each is the other way than the one before. */
export type SitMoves = { readonly from: 0 | 1; readonly moves: readonly SitMove[] }

/**
 * How far somebody sits at a tick: 0 stands … 1 sits.
 *
 * A move that begins before the last one is over is laid on top of it, so that whoever changes their mind half-way turns
 * round without a corner.
 *
 * @source  T. Flash, E. Henis, "Arm trajectory modifications during reaching towards visual targets", Journal of Cognitive
 *          Neuroscience 3 (1991): a movement that is corrected is the sum of the old one and the difference.
 */
export function sitShare({ from, moves }: SitMoves, tick: number): number {
  let share: number = from
  for (const { begin, end, to } of moves) share += (to === 1 ? 1 : -1) * leastJerk((tick - begin) / (end - begin))
  return share
}

/**
 * Adds the way back up or down, from a tick on. What has not begun by then is left out; what is over is folded in.
 *
 * No move ends before the one it turns round, so that their sum stays within [0, 1].
 */
export function addMove(before: SitMoves, to: 0 | 1, begin: number): SitMoves {
  let { from } = before
  const moves: SitMove[] = []
  for (const move of before.moves) {
    if (move.begin >= begin) continue
    if (move.end <= begin) from = move.to
    else moves.push(move)
  }
  if (aimOf({ from, moves }) === to) return { from, moves }
  const end = Math.max(begin + (to === 1 ? SIT_TICKS : RISE_TICKS), moves.at(-1)?.end ?? begin)
  return { from, moves: [...moves, { begin, end, to }] }
}

/** What it comes to once all moves are made: 1 sits, 0 stands. */
export const aimOf = ({ from, moves }: SitMoves): 0 | 1 => moves.at(-1)?.to ?? from
