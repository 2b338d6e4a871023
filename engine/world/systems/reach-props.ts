import { slerp } from '../../core/math/quat.ts'
import { setVec3 } from '../../core/math/vec3.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { twoBoneIk } from '../../pose/two-bone-ik.ts'
import { POSE_STRIDE } from '../components.ts'
import type { HoldCue } from '../cues.ts'
import { armShare, closedShare } from '../hold-clock.ts'
import { aimHold, createHandTarget, outward } from '../hold-pose.ts'
import type { Grip } from '../prop-kind.ts'
import { findProp } from '../props.ts'
import type { World } from '../world.ts'

/** Where the elbow hangs, from the shoulder: outward, down and back, metres. */
const ELBOW_OUT = 0.32
const ELBOW_DOWN = 1
const ELBOW_BACK = 0.45

/** Grips are shaped for a hand on an arm of this length, metres; fingers that are longer by a share curl by twice that more. */
const USUAL_ARM = 0.477
const CURL = 2

const placed = createPlacedBones()
const hand = createHandTarget()
const pole = new Float64Array(3)
const turn = new Float32Array(4)

/** Brings arms to what they take, carry and put down, and closes their fingers on it. */
export function reachProps(world: World): void {
  const { Actor, Pose, Timeline } = world.components
  for (const e of world.lists.actors) {
    for (const cue of Timeline.holds[e]!) {
      if (cue.start > world.tick) continue
      const { rest } = world.catalogue.rigs.get(Actor.avatar[e]!)!
      placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
      reachProp(world, e, cue)
    }
  }
}

function reachProp(world: World, e: number, cue: HoldCue): void {
  const { Actor, Pose } = world.components
  const { stance, reach } = world.catalogue.rigs.get(Actor.avatar[e]!)!
  const grip = world.props.all[findProp(world.props, cue.prop)]!.kind.grips[cue.side][cue.grip]!
  const chain = stance.arms[cue.side]
  const share = armShare(cue, world.tick)
  aimHold(hand, world, e, { cue, grip, arm: reach.arms[cue.side], placed })
  const shoulder = chain.upper * 3
  setVec3(
    pole,
    0,
    placed.positions[shoulder]! + outward(cue.side) * ELBOW_OUT * grip.elbow,
    placed.positions[shoulder + 1]! - ELBOW_DOWN,
    placed.positions[shoulder + 2]! - ELBOW_BACK,
  )
  slerp(placed.rotations, chain.end * 4, placed.rotations, chain.end * 4, hand.turn, 0, share)
  twoBoneIk(Pose.rotations, e * POSE_STRIDE, chain, placed, hand.wrist, pole, share)
  const larger = reach.arms[cue.side].length / USUAL_ARM - 1
  const closing = closedShare(cue.reach, world.tick) * (1 + larger * CURL)
  closeFingers(Pose.rotations, e * POSE_STRIDE, grip, share, closing)
}

function closeFingers(
  rotations: Float32Array,
  row: number,
  { open, closed }: Grip,
  share: number,
  closing: number,
): void {
  for (let i = 0; i < closed.bones.length; i++) {
    const at = row + closed.bones[i]! * 4
    slerp(turn, 0, open.turns, i * 4, closed.turns, i * 4, closing)
    slerp(rotations, at, rotations, at, turn, 0, share)
  }
}
