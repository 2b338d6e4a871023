import { rotateVector } from '../core/math/quat.ts'
import { clamp, smoothstep } from '../core/math/scalar.ts'
import { addVec3, lerpVec3 } from '../core/math/vec3.ts'
import type { PlacedBones } from '../pose/forward.ts'
import type { LimbChain } from '../pose/two-bone-ik.ts'
import type { PlantedLeg } from './stance.ts'
import type { World } from './world.ts'

/** A knee points where the front of its thigh does, even where it is straight. */
const AHEAD = [0, 0, 1] as const

/** The most that hips give way, metres; and the height of an ankle above where it stands from which it asks nothing of them. */
const MOST_GIVEN = 0.06
const OFF_THE_FLOOR = 0.06

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

/**
 * Lowers the hips until legs reach, without being stretched out, where clips have feet on the floor: bodies of other
 * proportions have shorter legs than the one that was recorded, and a foot that is not reached slides.
 *
 * @param placed  The bones of the pose. Those of the legs are lowered with it.
 */
export function giveWay(world: World, e: number, legs: readonly PlantedLeg[], placed: PlacedBones): void {
  const { ClipFeet, Pose } = world.components
  const share = ClipFeet.share[e]!
  if (share === 0) return
  let drop = 0
  for (const [foot, leg] of legs.entries()) {
    const at = e * 6 + foot * 3
    const lift = ClipFeet.ankles[at + 1]! - leg.ankle
    const missing = missingReach(leg.chain, placed, ClipFeet.ankles, at)
    drop = Math.max(drop, missing * (1 - smoothstep(0, OFF_THE_FLOOR, lift)))
  }
  drop *= share
  if (drop === 0) return
  Pose.hips[e * 3 + 1] = Pose.hips[e * 3 + 1]! - drop
  for (let y = 1; y < placed.positions.length; y += 3) placed.positions[y] = placed.positions[y]! - drop
}

/** How far down a hip joint must come for its ankle to be within easy reach. Metres, at most what hips give. */
function missingReach(
  { upper, upperLength, lowerLength, soft }: LimbChain,
  { positions }: PlacedBones,
  ankles: Float32Array,
  at: number,
): number {
  const hip = upper * 3
  const reach = (upperLength + lowerLength) * (1 - soft)
  const x = ankles[at]! - positions[hip]!
  const z = ankles[at + 2]! - positions[hip + 2]!
  const height = Math.sqrt(Math.max(0, reach * reach - x * x - z * z))
  return clamp(positions[hip + 1]! - ankles[at + 1]! - height, 0, MOST_GIVEN)
}
