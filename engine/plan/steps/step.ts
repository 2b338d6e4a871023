import { smoothstep } from '../../core/math/scalar.ts'

/** A place on the floor and the way it faces. Metres of the set; yaw in radians about +Y, 0 faces +Z. */
export type Place = { readonly x: number; readonly z: number; readonly yaw: number }

/** 0 the left foot, 1 the right. */
export type Foot = 0 | 1

/**
 * One step: a foot leaves the floor where it stands and comes down elsewhere. Ticks.
 *
 * The body goes along from `begin` to `end`, which reach beyond the time in the air: weight leaves the foot before it
 * lifts, and comes onto it after it has landed.
 */
export type Step = {
  readonly foot: Foot
  readonly begin: number
  readonly lift: number
  readonly land: number
  readonly end: number
  /** Where the foot stood, and where it will: below its ankle, the sole flat. */
  readonly from: Place
  readonly to: Place
  /** How far the foot swings out from the straight line midway, metres of the set: round the other foot. */
  readonly bow: { readonly x: number; readonly z: number }
  /** How far the actor's own place goes with this step. */
  readonly move: Place
  /** How far the heel rises before the foot lifts, and the toes as it lands, [0, 1]: 1 in a full stride, near 0 in a shuffle. */
  readonly roll: number
  readonly strike: number
  /** How much of the weight is taken off the foot, [0, 1]: all in a slow step, less the faster one walks. */
  readonly shift: number
}

/** From heel strike to a flat sole, ticks. */
export const SETTLE_TICKS = 9

/** The tick from which nothing is left of a step but where its foot stands. */
export const overAt = ({ land, end }: Step): number => Math.max(end, land + SETTLE_TICKS)

/** Share of a step that the body has gone along, [0, 1]. */
export const bodyShare = ({ begin, end }: Step, tick: number): number => smoothstep(begin, end, tick)

/** How far the weight is off the step's foot, [0, 1]. */
export const unloaded = ({ begin, lift, land, end, shift }: Step, tick: number): number =>
  shift * Math.min(smoothstep(begin, lift, tick), 1 - smoothstep(land, end, tick))

/** How much of its bow a foot has swung out at a share of its way: level at both ends. */
export const bowShare = (share: number): number => 16 * share * share * (1 - share) * (1 - share)
