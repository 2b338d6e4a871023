import { cos, sin } from '../../core/math/ops.ts'
import { slerp } from '../../core/math/quat.ts'
import { radians } from '../../core/math/scalar.ts'
import { turnBone } from '../../pose/turn-bone.ts'
import { BONES, type BoneName, boneIndex } from '../../rig/bones.ts'
import { ARM_BONES } from '../../rig/repose.ts'
import { POSE_STRIDE } from '../components.ts'
import { leftByClips } from '../repose.ts'
import { createSeatedPose, readSeated } from '../seat.ts'
import type { World } from '../world.ts'

/**
 * The trunk of someone who sits at ease: the pelvis tips back, and the small of the back rounds to make up for most of it.
 * Radians; forward is positive. Source: E. Andersson et al., "The influence of backrest inclination and lumbar support on
 * lumbar lordosis", Spine 4 (1979): the pelvis turns back by some 30° to 40° unsupported, much less against a rest.
 */
const TILT = { hips: radians(-13), spine: radians(6), chest: radians(4), neck: radians(1) }
/** Shares of each in a lean ahead; the neck takes some of it back, so that the face stays up. */
const LEAN = { hips: 0.6, spine: 0.22, chest: 0.18, neck: -0.3, head: -0.25 }

const bone = (name: BoneName): number => boneIndex(name) * 4
const HIPS = bone('hips')
const SPINE = bone('spine')
const CHEST = bone('chest')
const NECK = bone('neck')
const HEAD = bone('head')
/** Bones of each arm, left and right. */
const ARMS = [
  ARM_BONES.filter((bone) => BONES[bone]!.startsWith('left')),
  ARM_BONES.filter((bone) => BONES[bone]!.startsWith('right')),
] as const
const UPPER_ARMS = [bone('leftUpperArm'), bone('rightUpperArm')] as const
const LEG = boneIndex('leftUpperLeg') * 3
const pose = createSeatedPose()

/** Brings who has a seat down to it, or up: hips along an arc, the trunk leaning ahead meanwhile, hands to the lap. */
export function seatBody(world: World): void {
  const { ClipFeet, Footing, Pose } = world.components
  for (const e of world.lists.actors) {
    if (Footing.seated[e] === undefined) continue
    readSeated(pose, world, e)
    const row = e * POSE_STRIDE
    for (const side of [0, 1] as const)
      layArm(Pose.rotations, row, ARMS[side], world.catalogue.sitting, pose.arms * leftByClips(world, e, side))
    bendTrunk(Pose.rotations, row)
    moveHips(world, e, 1 - ClipFeet.share[e]!)
  }
}

function layArm(
  rotations: Float32Array,
  row: number,
  arm: readonly number[],
  sitting: Float32Array,
  share: number,
): void {
  for (const bone of arm) {
    const at = row + bone * 4
    slerp(rotations, at, rotations, at, sitting, bone * 4, share)
  }
}

function bendTrunk(rotations: Float32Array, row: number): void {
  const { lean, tilt } = pose
  turnBone(rotations, row + HIPS, 0, lean * LEAN.hips + tilt * TILT.hips, 0)
  turnBone(rotations, row + SPINE, 0, lean * LEAN.spine + tilt * TILT.spine, 0)
  turnBone(rotations, row + CHEST, 0, lean * LEAN.chest + tilt * TILT.chest, 0)
  turnBone(rotations, row + NECK, 0, lean * LEAN.neck + tilt * TILT.neck, 0)
  turnBone(rotations, row + HEAD, 0, lean * LEAN.head, 0)
  // Arms hang from a trunk that leans, they do not lean with it.
  for (const arm of UPPER_ARMS) turnBone(rotations, row + arm, 0, -lean, 0)
}

/** What is meant to go where it does are the hip joints, which lie below the pelvis's own and turn about it. */
function moveHips({ components: { Actor, Pose } }: World, e: number, share: number): void {
  const { offsets } = Actor.rest[e]!
  const turn = pose.lean * LEAN.hips + pose.tilt * TILT.hips
  const [y, z] = [offsets[LEG + 1]!, offsets[LEG + 2]!]
  const [s, c] = [sin(turn), cos(turn)]
  const { hips } = Pose
  hips[e * 3 + 1] = hips[e * 3 + 1]! + share * (y - (y * c - z * s) - pose.hipsDown)
  hips[e * 3 + 2] = hips[e * 3 + 2]! + share * (z - (y * s + z * c) - pose.hipsBack)
}
