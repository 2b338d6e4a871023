import { atan2, cos, hypot3, sin } from '../core/math/ops.ts'
import { fromAxisAngle, multiply, rotateVector } from '../core/math/quat.ts'
import { clamp, radians, wrapAngle } from '../core/math/scalar.ts'
import { INWARD, outward } from './hold-pose.ts'
import type { Grip, PropKind } from './prop-kind.ts'
import type { Standing } from './props.ts'
import type { Wearable } from './world.ts'

/** An arm reaches by itself to this share of its length: beyond it slows down, and a body sways. */
const REACH = 0.95
/** What lies so far behind the shoulder is not reached for, metres. */
const BEHIND = 0.02
/** A hand turns this far from where it would like to point, radians. */
const MOST_TURN = radians(70)
/** A hand keeps so far off another that has the prop, metres. */
const BESIDE = 0.05
/** What the cost of a grip counts beside the way of the arm: each radian turned, each metre across the body; what cannot be. */
const TURNED = 0.3
const ACROSS = 2.5
const CANNOT = 100

/** Who reaches from where: an avatar's body, at ease at a place of the set. */
export type Reacher = {
  readonly wearable: Wearable
  readonly x: number
  readonly z: number
  readonly yaw: number
}

/** A hand, the grip it takes, and how far that is turned about the prop. */
export type ChosenGrip = { readonly side: 0 | 1; readonly grip: number; readonly swivel: number }

/** How far the shoulder is from where the wrist must be, and whether that can be done. Metres. */
export type ReachFound = ChosenGrip & { readonly missing: number; readonly cost: number }

const wrist = new Float64Array(3)
const palm = new Float64Array(3)
const part = new Float64Array(3)
const turn = new Float64Array(4)
const UPRIGHT = [0, 1, 0] as const

/**
 * Finds the hand and the grip that take a prop best where it stands.
 *
 * @param sides  Hands that may.
 * @param avoid  Where another palm has it already, in the set.
 * @returns      The best; `missing` tells how much farther it is than the arm reaches, 0 where it can be done. Undefined
 *               where no grip can be had at all.
 */
export function chooseGrip(
  who: Reacher,
  kind: PropKind,
  standing: Standing,
  sides: readonly (0 | 1)[],
  avoid?: ArrayLike<number>,
): ReachFound | undefined {
  let best: ReachFound | undefined
  for (const side of sides) {
    for (const [grip, of] of kind.grips[side].entries()) {
      const found = tryGrip(who, of, standing, side, avoid)
      if (found === undefined || (best !== undefined && found.cost >= best.cost)) continue
      best = { side, grip, ...found }
    }
  }
  return best
}

function tryGrip(who: Reacher, grip: Grip, standing: Standing, side: 0 | 1, avoid?: ArrayLike<number>) {
  const { wearable } = who
  const shoulder = wearable.reach.arms[side].upper * 3
  const { positions } = wearable.rest
  const [s, c] = [sin(who.yaw), cos(who.yaw)]
  // The prop from the shoulder, as the actor sees it.
  const [dx, dz] = [standing.x - who.x, standing.z - who.z]
  const x = dx * c - dz * s - positions[shoulder]!
  const y = standing.y - positions[shoulder + 1]!
  const z = dx * s + dz * c - positions[shoulder + 2]!
  const wanted = atan2(x, z) - outward(side) * INWARD
  const own = standing.yaw - who.yaw + grip.yaw
  const swivel = clamp(wrapAngle(wanted - own), ...grip.swivel)
  const off = Math.abs(wrapAngle(wanted - own - swivel))
  wristAt(grip, wearable.reach.arms[side].parts.palm.from, standing.yaw - who.yaw + swivel)
  if (avoid !== undefined && palmGap(avoid, standing, who.yaw) < BESIDE) return undefined
  const far = hypot3(x + wrist[0]!, y + wrist[1]!, z + wrist[2]!)
  const missing = Math.max(0, far - wearable.reach.arms[side].length * REACH, BEHIND - z, off > MOST_TURN ? far : 0)
  const across = Math.max(0, -outward(side) * (x + positions[shoulder]!))
  const cost = off * TURNED + far + across * ACROSS + (missing > 0 ? CANNOT + missing : 0)
  return { swivel, missing, cost }
}

/** Writes `palm` and `wrist`, from the prop's origin in the axes of who takes it. */
function wristAt(grip: Grip, from: Float64Array, yaw: number): void {
  fromAxisAngle(turn, 0, ...UPRIGHT, yaw)
  rotateVector(palm, 0, turn, 0, grip.palm, 0)
  multiply(turn, 0, turn, 0, grip.turn, 0)
  rotateVector(part, 0, turn, 0, from, 0)
  for (let k = 0; k < 3; k++) wrist[k] = palm[k]! - part[k]!
}

function palmGap(avoid: ArrayLike<number>, { x, y, z }: Standing, yaw: number): number {
  const [s, c] = [sin(yaw), cos(yaw)]
  const px = x + palm[0]! * c + palm[2]! * s
  const pz = z - palm[0]! * s + palm[2]! * c
  return hypot3(px - avoid[0]!, y + palm[1]! - avoid[1]!, pz - avoid[2]!)
}
