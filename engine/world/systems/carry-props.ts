import { cos, sin } from '../../core/math/ops.ts'
import { conjugate, fromAxisAngle, multiply, rotateVector, scaleRotation } from '../../core/math/quat.ts'
import { leastJerk } from '../../core/math/scalar.ts'
import { addScaledVec3, scaleVec3, subtractVec3 } from '../../core/math/vec3.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { POSE_STRIDE } from '../components.ts'
import { placeHeld } from '../hold-pose.ts'
import { holdOf } from '../holds.ts'
import { type Bearer, PROP_STRIDE, writeStanding } from '../props.ts'
import type { World } from '../world.ts'

/** In this time a prop comes to lie where its bearer has it, from where it was taken; ticks. */
const SETTLING = 20

const placed = createPlacedBones()
const back = new Float64Array(4)
const moved = new Float64Array(3)
const turn = new Float64Array(4)

/** Places props: where they stand, or in the hands that hold them, by the finished pose. */
export function carryProps(world: World): void {
  const { bearers } = world.props
  for (let row = 0; row < bearers.length; row++) {
    const { since } = bearers[row]!
    if (since < 0) continue
    const at = row * PROP_STRIDE
    placeBorne(world, row, bearers[row]!)
    if (since === world.tick) keepOffset(world, at)
    applyOffset(world, at, leastJerk((world.tick - since) / SETTLING))
  }
}

/** Writes where a prop's bearer has it. */
function placeBorne(world: World, row: number, { hand, standing }: Bearer): void {
  const { rows, all } = world.props
  const at = row * PROP_STRIDE
  const e = hand === undefined ? undefined : world.lists.byId.get(hand.actor)
  const cue = hand === undefined || e === undefined ? undefined : holdOf(world, e, hand.side)
  if (e === undefined || cue === undefined) {
    writeStanding(rows, at, standing)
    return
  }
  const { Actor, Pose, Transform } = world.components
  const { rest, reach } = world.catalogue.rigs.get(Actor.avatar[e]!)!
  const { side, grip, swivel } = cue
  placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  placeHeld(rows, at, { grip: all[row]!.kind.grips[side][grip]!, swivel, arm: reach.arms[side], placed })
  const yaw = Transform.yaw[e]!
  const [x, z] = [rows[at]!, rows[at + 2]!]
  rows[at] = Transform.x[e]! + x * cos(yaw) + z * sin(yaw)
  rows[at + 1] = rows[at + 1]! + Transform.y[e]!
  rows[at + 2] = Transform.z[e]! - x * sin(yaw) + z * cos(yaw)
  fromAxisAngle(turn, 0, 0, 1, 0, yaw)
  multiply(rows, at + 3, turn, 0, rows, at + 3)
}

/** Keeps where the prop was a tick ago, as seen from where its new bearer has it. */
function keepOffset({ props: { rows, before, offsets } }: World, at: number): void {
  conjugate(back, 0, rows, at + 3)
  subtractVec3(moved, 0, before, at, rows, at)
  rotateVector(offsets, at, back, 0, moved, 0)
  multiply(offsets, at + 3, back, 0, before, at + 3)
}

/** Moves a prop by what is left of its offset. */
function applyOffset({ props: { rows, offsets } }: World, at: number, gone: number): void {
  if (gone === 1) return
  scaleVec3(moved, 0, offsets, at, 1 - gone)
  rotateVector(moved, 0, rows, at + 3, moved, 0)
  addScaledVec3(rows, at, rows, at, moved, 0, 1)
  scaleRotation(turn, 0, offsets, at + 3, 1 - gone)
  multiply(rows, at + 3, rows, at + 3, turn, 0)
}
