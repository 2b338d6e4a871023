import { random } from '../../core/random.ts'

/** One chance in each slot, somewhere in its first half, so that they are 6 to 18 s apart and have no period. Seconds. */
const SLOT = 12
const JITTER = 6
/** Longest that a hand rests where it was put beyond what the gesture is by itself, seconds. */
const LONGEST_REST = 6

/** What somebody's hands do on the own body while nothing is asked of them: scratch, tidy, rest on a hip. */
export type SelfAdaptor = {
  /** Which of those at hand, [0, 1). */
  readonly choice: number
  readonly hand: 'left' | 'right'
  /** How long a hand rests there, seconds; those that go round do so for less. */
  readonly rest: number
}

/**
 * The self-adaptor that somebody makes in a second, of its own accord.
 *
 * @param second  A whole number.
 * @param often   Times a minute.
 * @returns       Undefined where it makes none.
 */
export function selfAdaptorAt(seed: number, actor: string, second: number, often: number): SelfAdaptor | undefined {
  const slot = Math.floor(second / SLOT)
  const stream = `self-adaptor/${actor}`
  const draw = (k: number) => random(seed, stream, 5 * slot + k)
  if (slot * SLOT + Math.floor(JITTER * draw(0)) !== second || draw(1) >= (often * SLOT) / 60) return undefined
  return { choice: draw(2), hand: draw(3) < 0.6 ? 'right' : 'left', rest: LONGEST_REST * draw(4) }
}
