import { toEuler } from '../core/math/quat.ts'
import type { FootPair } from '../plan/steps/stances.ts'
import { createPlacedBones, placeBones, type RestPose } from '../pose/forward.ts'
import { createLimbChain, type LimbChain } from '../pose/two-bone-ik.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import { LIMBS } from '../rig/limbs.ts'

/** A leg of one avatar, and what its foot rolls on. Metres. */
export type PlantedLeg = {
  readonly chain: LimbChain
  readonly toes: number
  /** Both bones stretched. */
  readonly length: number
  /** Height of the ankle over the floor, the sole flat. */
  readonly ankle: number
  /** The joint of the toes: how far before the ankle, and its height. */
  readonly ballAhead: number
  readonly ballHeight: number
  /** Where the heel touches the floor: how far behind the ankle. */
  readonly heelBehind: number
}

/** Limbs of an avatar, left and right, where its feet stand at ease, and how high the legs begin. */
export type Stance = {
  readonly legs: readonly [PlantedLeg, PlantedLeg]
  readonly arms: readonly [LimbChain, LimbChain]
  /** Below the ankles, in the actor's space. */
  readonly feet: FootPair
  /** Height of the hip joints in the rest pose: what strides go by. */
  readonly height: number
}

/** A knee that stands straight is a little bent still: the solver slows down over this share of the leg. */
const SOFT_SHARE = 0.002
/** The heel lies behind the ankle by this share of the ankle's height. Source: Winter's foot, as in `test-figure.ts`. */
const HEEL_SHARE = 0.55
/** Rigs without toes roll where toes would begin: this share of the ankle's height ahead, at that share of it. */
const BALL_SHARE = 1.3
const BALL_HEIGHT_SHARE = 0.28

const angles = new Float64Array(3)

/**
 * Works out where an avatar's feet stand in a pose, and what they roll on.
 *
 * @param standing  Local rotations, BONE_COUNT × 4.
 */
export function createStance(rest: RestPose, standing: Float32Array): Stance {
  const placed = createPlacedBones()
  placeBones(placed, rest, standing, 0, new Float32Array(3), 0)
  const legs = [plantedLeg(rest, 'left'), plantedLeg(rest, 'right')] as const
  const place = ({ chain: { end } }: PlantedLeg) => {
    toEuler(angles, 0, placed.rotations, end * 4)
    return { x: placed.positions[end * 3]!, z: placed.positions[end * 3 + 2]!, yaw: angles[0]! }
  }
  return {
    legs,
    arms: [createLimbChain(rest, LIMBS.leftArm), createLimbChain(rest, LIMBS.rightArm)],
    feet: [place(legs[0]), place(legs[1])],
    height: rest.positions[legs[0].chain.upper * 3 + 1]!,
  }
}

function plantedLeg(rest: RestPose, side: 'left' | 'right'): PlantedLeg {
  const chain = createLimbChain(rest, LIMBS[`${side}Leg`], SOFT_SHARE)
  const toes = boneIndex(`${side}Toes` satisfies BoneName)
  const ankle = rest.positions[chain.end * 3 + 1]!
  const ahead = rest.offsets[toes * 3 + 2]!
  return {
    chain,
    toes,
    length: chain.upperLength + chain.lowerLength,
    ankle,
    ballAhead: ahead > 0 ? ahead : ankle * BALL_SHARE,
    ballHeight: ahead > 0 ? rest.positions[toes * 3 + 1]! : ankle * BALL_HEIGHT_SHARE,
    heelBehind: ankle * HEEL_SHARE,
  }
}
