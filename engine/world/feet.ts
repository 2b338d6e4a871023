import { radians, smoothstep } from '../core/math/scalar.ts'
import { bodyShare, bowShare, type Foot, SETTLE_TICKS, type Step, unloaded } from '../plan/steps/step.ts'
import type { World } from './world.ts'

/** How a foot stands or flies at a tick: below its ankle in the set, metres, yaw and roll in radians. */
export type FootState = {
  x: number
  z: number
  yaw: number
  /** Height of what it rolls on over the floor. */
  height: number
  /** Heel raised (+, on the ball) or toes raised (−, on the heel). */
  pitch: number
  /** How far it is in the air, 0 on the floor … 1 midway between lift and landing. */
  flight: number
  /** How far its leg leaves the hips alone, 0 while it stands … 1. */
  free: number
}

/**
 * How far heel and toes roll: the heel at push-off and the toes at heel strike of a full stride, and the heel in the
 * least step. Source: Winter, "Biomechanics and Motor Control of Human Gait", joint angles in natural cadence.
 */
const HEEL_RISE = radians(50)
const LEAST_RISE = 0.18
const TOE_RISE = radians(18)
/** The heel rises from this share of the time in the air before lift, and is highest at that share after. */
const RISE_BEFORE = 0.5
const RISE_UNTIL = 0.2
const LOWERED_AT = 0.75
const TOES_FROM = 0.5
/** Speed at which a full stride's foot meets the floor, against its mean speed in the air. */
const ARRIVES = 0.35
/** Its leg leaves the hips alone from and until these shares of the time in the air. */
const FREE_FROM = 0.5
const FREE_UNTIL = 0.5
/** What the foot clears the floor by, metres, and how much more in a full stride. */
const CLEARANCE = 0.035
const STRIDE_CLEARANCE = 0.015

export const createFootState = (): FootState => ({ x: 0, z: 0, yaw: 0, height: 0, pitch: 0, flight: 0, free: 0 })

/** Writes how a foot stands or flies at a tick. A function of the steps on the list and where they set out from. */
export function placeFoot(out: FootState, { components }: World, e: number, foot: Foot, tick: number): void {
  const { prints } = components.Footing
  const at = e * 6 + foot * 3
  out.x = prints[at]!
  out.z = prints[at + 1]!
  out.yaw = prints[at + 2]!
  out.height = out.pitch = out.flight = out.free = 0
  for (const step of components.Timeline.steps[e]!) {
    if (step.foot !== foot) continue
    const air = step.land - step.lift
    if (tick <= step.lift - RISE_BEFORE * air) return
    out.pitch += pitchOf(step, tick, air)
    if (tick <= step.lift) return
    fly(out, step, tick, air)
    if (tick < step.land) return
  }
}

function pitchOf({ lift, land, roll, strike }: Step, tick: number, air: number): number {
  const rising = smoothstep(lift - RISE_BEFORE * air, lift + RISE_UNTIL * air, tick)
  const lowering = smoothstep(lift + RISE_UNTIL * air, lift + LOWERED_AT * air, tick)
  const striking = smoothstep(lift + TOES_FROM * air, land, tick) - smoothstep(land, land + SETTLE_TICKS, tick)
  const heel = HEEL_RISE * (LEAST_RISE + (1 - LEAST_RISE) * roll)
  return heel * (rising - lowering) - TOE_RISE * strike * striking
}

function fly(out: FootState, { lift, from, to, bow, roll, strike }: Step, tick: number, air: number): void {
  const t = Math.min(1, (tick - lift) / air)
  const share = strideShare(t, ARRIVES * strike)
  const aside = bowShare(share)
  out.x = from.x + (to.x - from.x) * share + bow.x * aside
  out.z = from.z + (to.z - from.z) * share + bow.z * aside
  out.yaw = from.yaw + (to.yaw - from.yaw) * share
  out.flight = 16 * t * t * (1 - t) * (1 - t)
  const held = 1 - smoothstep(0, FREE_FROM, t) + smoothstep(FREE_UNTIL, 1, t)
  out.free = (1 - held) * (1 - held)
  out.height = (CLEARANCE + STRIDE_CLEARANCE * roll) * out.flight
}

/** From 0 to 1, from rest to a speed at the end, neither gaining nor losing speed there: the quintic with these ends. */
const strideShare = (t: number, arriving: number): number =>
  t * t * t * (10 - 4 * arriving + t * (7 * arriving - 15 + t * (6 - 3 * arriving)))

/** What the body stands over at a tick: where it takes its feet to be, and which of them carries. */
export type Support = {
  /** Left x and z, right x and z in the set, metres: as feet, but at the body's own pace. */
  readonly feet: Float64Array
  /** What steps make of the weight: −1 all on the right foot … 1 all on the left. */
  weight: number
  /** How far steps decide it, [0, 1]. */
  presence: number
}

export const createSupport = (): Support => ({ feet: new Float64Array(4), weight: 0, presence: 0 })

/** Writes what the body stands over at a tick. */
export function readSupport(out: Support, { components }: World, e: number, tick: number): void {
  const { prints } = components.Footing
  for (let foot = 0; foot < 2; foot++) {
    out.feet[foot * 2] = prints[e * 6 + foot * 3]!
    out.feet[foot * 2 + 1] = prints[e * 6 + foot * 3 + 1]!
  }
  out.weight = out.presence = 0
  for (const step of components.Timeline.steps[e]!) {
    if (tick <= step.begin) continue
    const share = bodyShare(step, tick)
    const at = step.foot * 2
    out.feet[at] = out.feet[at]! + (step.to.x - step.from.x) * share
    out.feet[at + 1] = out.feet[at + 1]! + (step.to.z - step.from.z) * share
    const off = unloaded(step, tick)
    out.weight += step.foot === 0 ? -off : off
    // Shares of what is left multiply, so that one step takes over from another without a corner.
    out.presence +=
      (1 - out.presence) * Math.min(smoothstep(step.begin, step.lift, tick), 1 - smoothstep(step.land, step.end, tick))
  }
}
