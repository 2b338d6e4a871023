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
  /** How far the actor's own place goes with this step. */
  readonly move: Place
  /** How far the heel rises before the foot lifts, and the toes as it lands, [0, 1]: 1 in a full stride, near 0 in a shuffle. */
  readonly roll: number
  readonly strike: number
  /** How far the hips sink as the foot lands, metres: legs that stand apart reach less high. */
  readonly dip: number
  /** How much of the weight is taken off the foot, [0, 1]: all in a slow step, less the faster one walks. */
  readonly shift: number
}

/** Half a step as a share of its time in the air. */
const SUNK_FOR = 0.625
/** From heel strike to a flat sole, ticks. */
export const SETTLE_TICKS = 9

/** The tick from which nothing is left of a step but where its foot stands. */
export const overAt = ({ lift, land, end }: Step): number =>
  Math.max(end, land + SETTLE_TICKS, Math.ceil(land + SUNK_FOR * (land - lift)))

/** Share of a step that the body has gone along, [0, 1]. */
export const bodyShare = ({ begin, end }: Step, tick: number): number => smoothstep(begin, end, tick)

/** How far the weight is off the step's foot, [0, 1]. */
export const unloaded = ({ begin, lift, land, end, shift }: Step, tick: number): number =>
  shift * Math.min(smoothstep(begin, lift, tick), 1 - smoothstep(land, end, tick))

/** How far the hips have sunk for a step, [0, 1]: most as it lands, not at all from the middle of a step to that of the next. */
export function sunk({ lift, land }: Step, tick: number): number {
  const half = SUNK_FOR * (land - lift)
  return smoothstep(land - half, land, tick) - smoothstep(land, land + half, tick)
}
