import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { turnBone } from '../../pose/turn-bone.ts'
import { boneIndex } from '../../rig/bones.ts'
import { POSE_STRIDE } from '../components.ts'
import type { World } from '../world.ts'

const YAW = LIFE_SIGNALS.indexOf('headYaw')
const PITCH = LIFE_SIGNALS.indexOf('headPitch')
const ROLL = LIFE_SIGNALS.indexOf('headRoll')
const FOLLOW_YAW = LIFE_SIGNALS.indexOf('followYaw')
const FOLLOW_PITCH = LIFE_SIGNALS.indexOf('followPitch')
const SWALLOW = LIFE_SIGNALS.indexOf('swallowDip')
const NECK = boneIndex('neck') * 4
const HEAD = boneIndex('head') * 4
/** Share of the neck in a movement of the head. */
const NECK_SHARE = 0.4

/** Lays the head's own motion over whatever the body does: nods on stressed words, wandering between, and looks that it goes along with. */
export function swayHead(world: World): void {
  const { Pose, Life } = world.components
  for (const e of world.lists.actors) {
    const row = e * POSE_STRIDE
    const life = e * LIFE_SIGNALS.length
    const { signals } = Life
    const yaw = signals[life + YAW]! + signals[life + FOLLOW_YAW]!
    const pitch = signals[life + PITCH]! + signals[life + FOLLOW_PITCH]! + signals[life + SWALLOW]!
    const roll = signals[life + ROLL]!
    turnBone(Pose.rotations, row + NECK, yaw * NECK_SHARE, pitch * NECK_SHARE, roll * NECK_SHARE)
    const rest = 1 - NECK_SHARE
    turnBone(Pose.rotations, row + HEAD, yaw * rest, pitch * rest, roll * rest)
  }
}
