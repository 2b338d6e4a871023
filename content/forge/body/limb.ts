import { hypot2 } from '../kit/scalar.ts'
import { createProfile } from './profile.ts'

/** A limb's section at a place along it: its middle, and how far the skin lies from there to each side. Centimetres. */
export type Section = {
  readonly at: number
  readonly middle: readonly [a: number, b: number]
  /** Towards +a, −a, +b and −b. */
  readonly reach: readonly [aPlus: number, aMinus: number, bPlus: number, bMinus: number]
}

/** Signed distance to a limb: `along` its bone, and two ways across. */
export type LimbField = (along: number, a: number, b: number) => number

/**
 * A limb as sections joined smoothly; each is four quarters of ellipses. Both ends are rounded.
 *
 * Distances are measured from the section's middle outwards: exact on the skin and a little large away from it.
 */
export function createLimb(sections: readonly Section[]): LimbField {
  const table = (value: (section: Section) => number) => createProfile(sections.map((s) => [s.at, value(s)] as const))
  const [aPlus, aMinus, bPlus, bMinus] = [0, 1, 2, 3].map((i) => table(({ reach }) => reach[i]!))
  const [middleA, middleB] = [0, 1].map((i) => table(({ middle }) => middle[i]!))
  const [start, end] = [sections[0]!.at, sections.at(-1)!.at]
  return (along, a, b) => {
    const da = a - middleA!(along)
    const db = b - middleB!(along)
    const beyond = Math.max(0, start - along, along - end)
    const reachA = (da > 0 ? aPlus : aMinus)!(along)
    const reachB = (db > 0 ? bPlus : bMinus)!(along)
    const off = hypot2(da, db)
    const skin = off < 1e-6 ? reachA : off / hypot2(da / reachA, db / reachB)
    return hypot2(off, beyond) - skin
  }
}
