import { rotateVector } from '../core/math/quat.ts'
import { addVec3, lerpVec3 } from '../core/math/vec3.ts'
import type { PlacedBones } from '../pose/forward.ts'
import type { LimbChain } from '../pose/two-bone-ik.ts'
import type { World } from './world.ts'

/** A knee points where the front of its thigh does, even where it is straight. */
const AHEAD = [0, 0, 1] as const

const pole = new Float32Array(3)

/**
 * Moves where a foot is to stand, and the point its knee turns to, towards what clips say, by as much as they show.
 *
 * @param side    0 left, 1 right.
 * @param ankle   In the actor's space, metres, as is `kneeAt`. Both are written in place.
 * @param placed  The bones as clips have turned them.
 */
export function followClips(
  world: World,
  e: number,
  side: 0 | 1,
  {
    chain,
    placed,
    ankle,
    kneeAt,
  }: { chain: LimbChain; placed: PlacedBones; ankle: Float32Array; kneeAt: Float32Array },
): void {
  const { share, ankles } = world.components.ClipFeet
  const weight = share[e]!
  if (weight === 0) return
  lerpVec3(ankle, 0, ankle, 0, ankles, e * 6 + side * 3, weight)
  rotateVector(pole, 0, placed.rotations, chain.upper * 4, AHEAD, 0)
  addVec3(pole, 0, pole, 0, placed.positions, chain.lower * 3)
  lerpVec3(kneeAt, 0, kneeAt, 0, pole, 0, weight)
}
