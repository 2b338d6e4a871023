import { createDice } from '../kit/noise.ts'
import { clamp, lerp } from '../kit/scalar.ts'
import type { Odds, Range } from './origins.ts'

/** Chance in the words that a person is described with. */
export type Luck = {
  /** Whether something with this share of people is so. */
  readonly happens: (share: number) => boolean
  /** Even over a range. */
  readonly within: (range: Range) => number
  /** Bell about a middle, three standard deviations to `reach`, kept in [−1, 1]. */
  readonly bell: (middle: number, reach: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly draw: <T extends string>(odds: Odds<T>) => T
}

export function createLuck(seed: number, stream: string): Luck {
  const dice = createDice(seed, stream)
  return {
    happens: (share) => dice() < share,
    within: ([from, to]) => rounded(lerp(from, to, dice())),
    // Three even throws are as good as a bell here, and never leave its reach.
    bell: (middle, reach) => rounded(clamp(middle + (reach * (dice() + dice() + dice() - 1.5)) / 1.5, -1, 1)),
    pick: (list) => list[Math.floor(dice() * list.length)]!,
    draw: <T extends string>(odds: Odds<T>) => drawn(Object.entries(odds) as [T, number][], dice()),
  }
}

function drawn<T>(odds: readonly (readonly [T, number])[], chance: number): T {
  const total = odds.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance * total
  const found = odds.find(([, weight]) => {
    left -= weight
    return left < 0
  })
  return (found ?? odds[odds.length - 1]!)[0]
}

/** Two decimals are more than anybody sees, and a recipe stays readable. */
const rounded = (value: number): number => Math.round(value * 100) / 100
