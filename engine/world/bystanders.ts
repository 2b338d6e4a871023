import { hypot2 } from '../core/math/ops.ts'
import type { Obstacle, Spot } from '../plan/steps/way.ts'
import { afterSteps } from './footing.ts'
import type { World } from './world.ts'

/** Middles of two people who pass each other, and of one who passes a chair, come no nearer than this, metres. */
const PASSING = 0.6
const PASSING_SEAT = 0.62
/** Who stands nearer to a mark than this has it, metres: shoulders are some 0.4 wide. */
const ON_A_MARK = 0.35

/** What a walk keeps clear of: where the others will stand once they have taken their steps, and seats. */
export function bystanders(world: World, e: number): readonly Obstacle[] {
  const others = world.lists.actors.filter((one) => one !== e)
  const seats = Object.values(world.catalogue.stage.seats)
  return [
    ...others.map((one) => ({ ...afterSteps(world, one).body, radius: PASSING })),
    ...seats.map(({ x, z }) => ({ x, z, radius: PASSING_SEAT })),
  ]
}

/** Who stands on a spot, or will once it has taken its steps, beside one actor; undefined where nobody does. */
export const standerOn = (world: World, { x, z }: Spot, beside: number | undefined): number | undefined =>
  world.lists.actors.find((one) => {
    const { body } = afterSteps(world, one)
    return one !== beside && hypot2(body.x - x, body.z - z) < ON_A_MARK
  })
