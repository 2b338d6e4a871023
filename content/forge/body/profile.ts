import { hermite, tabulated } from '../kit/curve.ts'
import { clamp } from '../kit/scalar.ts'

export type Knots = readonly (readonly [at: number, value: number])[]

/** Distance at which a table is resampled. Centimetres. */
const STEP = 0.5

/** A smooth table along a line that is read millions of times: knots in rising order, constant beyond both ends. */
export function createProfile(knots: Knots): (at: number) => number {
  const start = knots[0]![0]
  const count = Math.ceil((knots.at(-1)![0] - start) / STEP) + 1
  const samples = Float64Array.from({ length: count }, (_, i) => tabulated(knots, start + i * STEP))
  const last = count - 1
  const sample = (i: number) => samples[clamp(i, 0, last)]!
  return (at) => {
    const place = (at - start) / STEP
    if (place <= 0) return samples[0]!
    if (place >= last) return samples[last]!
    const i = Math.floor(place)
    const [a, b] = [sample(i), sample(i + 1)]
    return hermite(a, (b - sample(i - 1)) / 2, b, (sample(i + 2) - a) / 2, place - i)
  }
}
