import { radians } from '../../core/math/scalar.ts'
import { random } from '../../core/random.ts'

/**
 * Something in the room that somebody who waits looks at, from whom they face: degrees, positive to the actor's left and
 * down. `aside` has a side of its own for each actor, so that a window stays where it is.
 */
type Thing = {
  readonly yaw: readonly [number, number]
  readonly pitch: readonly [number, number]
  readonly side: 'own' | 'other' | 'any'
  readonly weight: number
}

/** A window, what hangs or stands on the other side, the floor before the feet, the own hands, a corner of the ceiling. */
const THINGS: readonly Thing[] = [
  { yaw: [26, 38], pitch: [-6, 2], side: 'own', weight: 0.3 },
  { yaw: [18, 32], pitch: [2, 10], side: 'other', weight: 0.27 },
  { yaw: [2, 14], pitch: [20, 28], side: 'any', weight: 0.19 },
  { yaw: [0, 5], pitch: [30, 36], side: 'any', weight: 0.1 },
  { yaw: [8, 18], pitch: [-16, -10], side: 'any', weight: 0.14 },
]
/** Below the horizon by more than this, degrees: what lowered eyes prefer and raised ones leave out. */
const LOW = 15

/** Radians, as a fixation has them. */
export type Place = { readonly yaw: number; readonly pitch: number }

export type RoomLook = Place & {
  /** Which thing it is. */
  readonly thing: number
}

/**
 * Chooses what in the room to look at next; never what was looked at last.
 *
 * @param lowered  As in Habits.
 * @param last     The thing looked at before, −1 where there was none.
 * @param index    Which look of the stream.
 */
export function chooseRoomLook(
  seed: number,
  actor: string,
  stream: string,
  index: number,
  { lowered, last }: { readonly lowered: number; readonly last: number },
): RoomLook {
  const draw = (k: number) => random(seed, stream, 4 * index + k)
  const thing = pick(
    THINGS.map(({ weight, pitch }, i) => (i === last ? 0 : weight * (1 + (pitch[0] > LOW ? lowered : -lowered / 2)))),
    draw(0),
  )
  const { yaw, pitch, side } = THINGS[thing]!
  const home = random(seed, `room/${actor}`, 0) < 0.5 ? 1 : -1
  const sign = side === 'own' ? home : side === 'other' ? -home : draw(1) < 0.5 ? 1 : -1
  return { thing, yaw: radians(sign * between(yaw, draw(2))), pitch: radians(between(pitch, draw(3))) }
}

function pick(weights: readonly number[], draw: number): number {
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [i, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return i
  }
  return weights.findLastIndex((weight) => weight > 0)
}

const between = ([min, max]: readonly [number, number], share: number): number => min + (max - min) * share
