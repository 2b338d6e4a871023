import { hypot2 } from '../../core/math/ops.ts'
import { radians } from '../../core/math/scalar.ts'
import { type FootPair, placeAgainst } from './stances.ts'
import type { Foot, Place, Step } from './step.ts'
import { SHUFFLE } from './step-timing.ts'

/** Feet nearer than this to where they belong stay. Metres, radians. */
const NEAR = 0.012
const TURNED = radians(4)
const STAYS: Place = { x: 0, z: 0, yaw: 0 }
/** How much of the weight leaves a foot that is set elsewhere. */
const SHIFT = 0.85

/**
 * Plans the steps from how someone stands to how it will stand, on the same spot: one for each foot that moves.
 *
 * @param feet   Where the feet stand in the set.
 * @param goal   Where they will stand, in the actor's space.
 * @param first  The foot that carries less.
 */
export function planStance(body: Place, feet: FootPair, goal: FootPair, first: Foot, tick: number): readonly Step[] {
  const steps: Step[] = []
  for (const foot of first === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
    const from = feet[foot]
    const to = placeAgainst(body, goal[foot])
    if (hypot2(to.x - from.x, to.z - from.z) < NEAR && Math.abs(to.yaw - from.yaw) < TURNED) continue
    const begin = steps.at(-1)?.land ?? tick
    const lift = begin + SHUFFLE.wait
    const land = lift + SHUFFLE.air
    steps.push({
      foot,
      begin,
      lift,
      land,
      end: land + SHUFFLE.after,
      from,
      to,
      bow: { x: 0, z: 0 },
      move: STAYS,
      roll: 0,
      strike: 0,
      shift: SHIFT,
    })
  }
  return steps
}
