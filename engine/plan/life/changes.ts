import { random } from '../../core/random.ts'

/** One chance in each slot, somewhere in its first part, so that changes have no period. Seconds. */
export type Pace = { readonly slot: number; readonly jitter: number }

/** Stances change every 15 to 75 s where chance has it, reposes of the arms every 12 to 48. */
export const STANCE_PACE: Pace = { slot: 45, jitter: 30 }
export const REPOSE_PACE: Pace = { slot: 30, jitter: 18 }

/** A change to something else. `resolve` is how firmly it is meant, [0, 1): stillness above it has its way. */
export type Change = { readonly to: string; readonly resolve: number }

/**
 * What somebody changes to in a second, of its own accord.
 *
 * @param second   A whole number.
 * @param chances  Of each, by name; those not named are never taken.
 * @returns        Undefined where it stays as it is.
 */
export function changeAt(
  seed: number,
  stream: string,
  second: number,
  { slot: length, jitter }: Pace,
  chances: Readonly<Record<string, number>>,
): Change | undefined {
  const slot = Math.floor(second / length)
  if (slot * length + Math.floor(jitter * random(seed, stream, 3 * slot)) !== second) return undefined
  const to = draw(Object.entries(chances), random(seed, stream, 3 * slot + 1))
  return to === undefined ? undefined : { to, resolve: random(seed, stream, 3 * slot + 2) }
}

function draw(chances: readonly (readonly [string, number])[], drawn: number): string | undefined {
  let left = drawn * chances.reduce((sum, [, chance]) => sum + chance, 0)
  for (const [name, chance] of chances) {
    left -= chance
    if (left < 0) return name
  }
  return undefined
}
