import { random } from '../../core/random.ts'
import { STANCE_NAMES, type StanceName } from '../steps/stances.ts'

/** One change in each slot, somewhere in its first two thirds: changes are 15 to 75 s apart. Seconds. */
const SLOT = 45
const JITTER = 30

/** A change of stance. `resolve` is how firmly it is meant, [0, 1): stillness above it has its way. */
export type StanceChange = { readonly stance: StanceName; readonly resolve: number }

/**
 * The stance that someone takes up in a second, of its own accord.
 *
 * @param second   A whole number.
 * @param chances  Of each stance, by name; those not named are never taken.
 * @returns       Undefined where it stays as it is.
 */
export function stanceChange(
  seed: number,
  actor: string,
  second: number,
  chances: Readonly<Record<string, number>>,
): StanceChange | undefined {
  const slot = Math.floor(second / SLOT)
  const stream = `stance/${actor}`
  if (slot * SLOT + Math.floor(JITTER * random(seed, stream, 3 * slot)) !== second) return undefined
  const stance = draw(chances, random(seed, stream, 3 * slot + 1))
  return { stance, resolve: random(seed, stream, 3 * slot + 2) }
}

function draw(chances: Readonly<Record<string, number>>, drawn: number): StanceName {
  let left = drawn * STANCE_NAMES.reduce((sum, name) => sum + (chances[name] ?? 0), 0)
  for (const name of STANCE_NAMES) {
    left -= chances[name] ?? 0
    if (left < 0) return name
  }
  return STANCE_NAMES[0]!
}
