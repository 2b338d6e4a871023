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
 * @param second  A whole number.
 * @returns       Undefined where it stays as it is.
 */
export function stanceChange(seed: number, actor: string, second: number): StanceChange | undefined {
  const slot = Math.floor(second / SLOT)
  const stream = `stance/${actor}`
  if (slot * SLOT + Math.floor(JITTER * random(seed, stream, 3 * slot)) !== second) return undefined
  const index = Math.floor(STANCE_NAMES.length * random(seed, stream, 3 * slot + 1))
  return { stance: STANCE_NAMES[index]!, resolve: random(seed, stream, 3 * slot + 2) }
}
