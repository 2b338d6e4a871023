import { cos, sin } from '../../core/math/ops.ts'
import { radians } from '../../core/math/scalar.ts'
import type { Foot, Place } from './step.ts'

/** How one foot stands against a body at ease. Out and forward as shares of the leg's length, toes turned out in degrees. */
type FootStance = { readonly out: number; readonly forward: number; readonly toesOut: number }

/** Ways to stand: the left foot, then the right. By eye, from photographs of people who stand and talk. */
export const STANCES = {
  even: [
    { out: 0, forward: 0, toesOut: 0 },
    { out: 0, forward: 0, toesOut: 0 },
  ],
  open: [
    { out: 0.045, forward: 0, toesOut: 4 },
    { out: 0.045, forward: 0.01, toesOut: 5 },
  ],
  closed: [
    { out: -0.03, forward: 0, toesOut: 1 },
    { out: -0.03, forward: 0.008, toesOut: 2 },
  ],
  'left-forward': [
    { out: 0, forward: 0.1, toesOut: 5 },
    { out: 0.012, forward: -0.05, toesOut: 12 },
  ],
  'right-forward': [
    { out: 0.012, forward: -0.05, toesOut: 12 },
    { out: 0, forward: 0.1, toesOut: 5 },
  ],
} as const satisfies Record<string, readonly [FootStance, FootStance]>

export type StanceName = keyof typeof STANCES
export const STANCE_NAMES = Object.keys(STANCES) as readonly StanceName[]

/** Where the feet of a body at ease stand, in the actor's space: left, right. */
export type FootPair = readonly [Place, Place]

/** How somebody's own way of standing differs from a stance. */
type OwnFeet = { readonly apart: number; readonly toesOut: number }

/**
 * Where feet stand in a stance, in the actor's space.
 *
 * @param ease   Of the body at ease.
 * @param leg    Length of a leg, metres.
 * @param own    Metres that the feet stand further apart than a stance has them, and degrees that the toes point further out.
 */
export function stanceFeet(ease: FootPair, stance: StanceName, leg: number, own: OwnFeet): FootPair {
  const place = (foot: Foot): Place => {
    const { out, forward, toesOut } = STANCES[stance][foot]
    const side = foot === 0 ? 1 : -1
    const { x, z, yaw } = ease[foot]
    return {
      x: x + side * (out * leg + own.apart / 2),
      z: z + forward * leg,
      yaw: yaw + side * radians(toesOut + own.toesOut),
    }
  }
  return [place(0), place(1)]
}

/** A place given against another, in the set. */
export function placeAgainst({ x, z, yaw }: Place, own: Place): Place {
  const c = cos(yaw)
  const s = sin(yaw)
  return { x: x + own.x * c + own.z * s, z: z - own.x * s + own.z * c, yaw: yaw + own.yaw }
}
