import { sin } from '../core/math/ops.ts'
import { radians } from '../core/math/scalar.ts'
import { placeAgainst } from '../plan/steps/stances.ts'
import type { Place } from '../plan/steps/step.ts'
import type { Rig } from '../rig/rig.ts'
import type { Seat } from './stage-file.ts'
import type { Stance } from './stance.ts'

/** What of a body decides how it sits. Metres. */
export type Sitter = {
  readonly thigh: number
  readonly shin: number
  /** Height of the ankle, the sole flat. */
  readonly ankle: number
  /** Height of the hip joints, standing. */
  readonly hip: number
  /** How far the ankles stand before the hips at ease. */
  readonly feetAhead: number
  /** From the seat up to the hip joints, and from them back to what the back leans on. */
  readonly under: number
  readonly behind: number
}

/** Where somebody stands before a seat, and how far from there its hips go back and down. Metres. */
export type SeatFit = { readonly stand: Place; readonly back: number; readonly down: number }

/** Radius of a thigh and of the pelvis for rigs that tell none, as shares of the height of the hip joints: Milla's. */
const THIGH_SHARE = 0.079
const PELVIS_SHARE = 0.094
/** Feet of someone who sits stand behind the knees by this share of the shin: the calf does not touch the chair. */
const FEET_BACK = 0.08
/** Room between a chair's edge and the hollow of the knee, as a share of the thigh. */
const KNEE_ROOM = 0.1
/** How far thighs slope up to the knees of a low seat, and down to those of a high one, degrees, with the feet flat. */
const MOST_UP = 20
const MOST_DOWN = 22

export function createSitter({ legs, feet, height }: Stance, rig: Pick<Rig, 'colliders'>): Sitter {
  const [{ chain, ankle }] = legs
  const thickest = (pattern: RegExp) =>
    Math.max(0, ...rig.colliders.filter(({ bone }) => pattern.test(bone)).map(({ radius }) => radius))
  return {
    thigh: chain.upperLength,
    shin: chain.lowerLength,
    ankle,
    hip: height,
    feetAhead: (feet[0].z + feet[1].z) / 2,
    under: thickest(/UpperLeg$/) || height * THIGH_SHARE,
    behind: thickest(/^hips$/) || height * PELVIS_SHARE,
  }
}

/** Heights of seats, metres, on which a body sits with its feet flat on the floor. */
export function seatHeights(sitter: Sitter): readonly [number, number] {
  const at = (slope: number) => kneeHeight(sitter) + sitter.thigh * slope - sitter.under
  return [at(-sine(MOST_UP)), at(sine(MOST_DOWN))]
}

/**
 * How a body sits on a seat: at its back, but with the knees before its edge, and the feet a little behind the knees.
 *
 * @param seat  Of a height within {@link seatHeights}.
 */
export function fitSeat(sitter: Sitter, { x, z, yawDegrees, height, depth }: Seat): SeatFit {
  const { thigh, shin, behind, under, hip, feetAhead } = sitter
  const drop = height + under - kneeHeight(sitter)
  const reach = Math.sqrt(thigh * thigh - drop * drop)
  const hips = Math.min(depth - behind, reach - KNEE_ROOM * thigh)
  const stand = reach - hips - FEET_BACK * shin - feetAhead
  return {
    stand: placeAgainst({ x, z, yaw: radians(yawDegrees) }, { x: 0, z: stand, yaw: 0 }),
    back: stand + hips,
    down: hip - height - under,
  }
}

/** Of someone who sits with the feet flat. */
const kneeHeight = ({ ankle, shin }: Sitter): number => ankle + shin * Math.sqrt(1 - FEET_BACK * FEET_BACK)

const sine = (angle: number): number => sin(radians(angle))
