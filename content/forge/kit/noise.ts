import { random } from '../../../engine/core/random.ts'
import { lerp } from './scalar.ts'

/** A sequence of uniform numbers in [0, 1) that depends on its name and seed alone. */
export function createDice(seed: number, stream: string): () => number {
  let index = 0
  return () => random(seed, stream, index++)
}

/** A throw between two numbers. */
export const between = (dice: () => number, min: number, max: number): number => lerp(min, max, dice())

/** Smooth value noise on a line, [0, 1), period `period` lattice steps. */
export function valueNoise(seed: number, stream: string, period: number): (x: number) => number {
  const lattice = Array.from({ length: period }, (_, i) => random(seed, stream, i))
  return (x) => {
    const cell = Math.floor(x)
    const t = x - cell
    const at = (i: number) => lattice[((i % period) + period) % period]!
    return lerp(at(cell), at(cell + 1), t * t * (3 - 2 * t))
  }
}
