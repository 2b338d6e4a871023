import { cos, sin } from '../core/math/ops.ts'
import { lerp } from '../core/math/scalar.ts'
import { chooseGrip, type Reacher, type ReachFound } from './choose-grip.ts'
import type { HoldCue } from './cues.ts'
import { outward } from './hold-pose.ts'
import { findProp, type Standing } from './props.ts'
import type { World } from './world.ts'

/**
 * Things are held out to another at one of these shares of the way between the shoulders, so far before them for people
 * who stand side by side, and so far below them. Metres.
 */
const MEETINGS = [0, 0.12, 0.24].flatMap((ahead) =>
  [0.35, 0.42, 0.5, 0.58, 0.65].map((share) => [share, ahead] as const),
)
const BELOW_SHOULDERS = 0.2
/** To the person at the page things are held out by this share of the arm, a little below the shoulder. */
const HELD_OUT = 0.78
/** What a hand that finds no grip costs. */
const NO_GRIP = 1000
/** Somebody where it stands now. */
export function reacherOf({ components, catalogue }: World, e: number): Reacher {
  const { Actor, Transform } = components
  const wearable = catalogue.rigs.get(Actor.avatar[e]!)!
  return { wearable, x: Transform.x[e]!, z: Transform.z[e]!, yaw: Transform.yaw[e]! }
}

/** How a hand that holds a prop already reaches to where it is to be. */
export function holdAt(world: World, e: number, cue: HoldCue, standing: Standing): ReachFound | undefined {
  const kind = world.props.all[findProp(world.props, cue.prop)]!.kind
  const grip = kind.grips[cue.side][cue.grip]!
  const only = [{ ...grip, swivel: [cue.swivel, cue.swivel] as const }]
  return chooseGrip(reacherOf(world, e), { ...kind, grips: [only, only] }, standing, [cue.side])
}

/** Where a prop is to stand, turned as its grip allows so that the hand is at ease there. */
export function turnedFor(world: World, e: number, cue: HoldCue, standing: Standing): Standing {
  const { kind } = world.props.all[findProp(world.props, cue.prop)]!
  const grip = kind.grips[cue.side][cue.grip]!
  const found = chooseGrip(reacherOf(world, e), { ...kind, grips: [[grip], [grip]] }, standing, [cue.side])
  return found === undefined ? standing : { ...standing, yaw: standing.yaw + found.swivel - cue.swivel }
}

/** Shoulder of a hand in the set. */
function shoulderOf(world: World, e: number, side: 0 | 1): { x: number; y: number; z: number } {
  const { wearable, x, z, yaw } = reacherOf(world, e)
  const at = wearable.reach.arms[side].upper * 3
  const { positions } = wearable.rest
  const [s, c] = [sin(yaw), cos(yaw)]
  return {
    x: x + positions[at]! * c + positions[at + 2]! * s,
    y: positions[at + 1]!,
    z: z - positions[at]! * s + positions[at + 2]! * c,
  }
}

/** Before the giver, towards the camera's side of it, where a person at the page sees it. */
export function heldOut(world: World, e: number, cue: HoldCue): Standing {
  const { wearable, yaw } = reacherOf(world, e)
  const from = shoulderOf(world, e, cue.side)
  const out = wearable.reach.arms[cue.side].length * HELD_OUT
  const turned = yaw - outward(cue.side) * 0.15
  return { x: from.x + sin(turned) * out, y: from.y - BELOW_SHOULDERS, z: from.z + cos(turned) * out, yaw }
}

/** Where the palm of a hold is when its prop stands somewhere, in the set. */
function palmOf(world: World, cue: HoldCue, standing: Standing): readonly [number, number, number] {
  const { palm } = world.props.all[findProp(world.props, cue.prop)]!.kind.grips[cue.side][cue.grip]!
  const yaw = standing.yaw + cue.swivel
  const [s, c] = [sin(yaw), cos(yaw)]
  return [standing.x + palm[0]! * c + palm[2]! * s, standing.y + palm[1]!, standing.z - palm[0]! * s + palm[2]! * c]
}

type Meeting = {
  readonly standing: Standing
  readonly giver: ReachFound | undefined
  readonly taker: ReachFound | undefined
}

/** Finds where a prop changes hands: on the way from one shoulder to the other, where both are most at ease. */
export function findMeeting(world: World, e: number, cue: HoldCue, taker: number, hands: readonly (0 | 1)[]): Meeting {
  const { kind } = world.props.all[findProp(world.props, cue.prop)]!
  const from = shoulderOf(world, e, cue.side)
  const { [e]: yaw = 0, [taker]: takerYaw = 0 } = world.components.Transform.yaw
  let best: Meeting | undefined
  let least = Number.POSITIVE_INFINITY
  for (const side of hands) {
    const to = shoulderOf(world, taker, side)
    for (const [share, ahead] of MEETINGS) {
      const between = {
        x: lerp(from.x + sin(yaw) * ahead, to.x + sin(takerYaw) * ahead, share),
        y: Math.min(from.y, to.y) - BELOW_SHOULDERS,
        z: lerp(from.z + cos(yaw) * ahead, to.z + cos(takerYaw) * ahead, share),
        yaw,
      }
      const standing = turnedFor(world, e, cue, between)
      const giver = holdAt(world, e, cue, standing)
      const avoid = palmOf(world, cue, standing)
      const found = chooseGrip(reacherOf(world, taker), kind, standing, [side], avoid)
      const cost = (giver?.cost ?? NO_GRIP) + (found?.cost ?? NO_GRIP)
      if (best !== undefined && cost >= least) continue
      best = { standing, giver, taker: found }
      least = cost
    }
  }
  return best!
}
