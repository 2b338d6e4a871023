import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import type { SpringRows } from '../../pose/springs.ts'
import { hang, leaveBehind, swing } from '../../pose/swing.ts'
import { POSE_STRIDE } from '../components.ts'
import { toActorSpace } from '../placement.ts'
import type { World } from '../world.ts'

const placed = createPlacedBones()
const shift = new Float32Array(3)

/** Swings hair, skirts and earrings behind the finished pose, and behind the actor's way through the set. */
export function swingSprings(world: World): void {
  const { Actor, Pose, Springs } = world.components
  for (const e of world.lists.actors) {
    const { rest, springs } = world.catalogue.rigs.get(Actor.avatar[e]!)!
    if (springs.joints === 0) continue
    const first = e * world.springJoints
    placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
    if (Actor.since[e] === world.tick) hang(Springs, first, springs, placed)
    else {
      if (hasMoved(world, e)) carryOn(world, e, springs)
      swing(Springs, first, springs, placed)
    }
  }
}

/** Whether the actor came here from elsewhere since the last tick. Who was put here takes all that hangs along. */
function hasMoved(
  { components: { Transform: now }, previous: { Transform: before }, tick }: World,
  e: number,
): boolean {
  if (now.jump[e] === tick) return false
  return (
    now.x[e] !== before.x[e] || now.y[e] !== before.y[e] || now.z[e] !== before.z[e] || now.yaw[e] !== before.yaw[e]
  )
}

/** Tails stay where they were in the set, seen from where the actor is now. */
function carryOn(world: World, e: number, springs: SpringRows): void {
  const { Springs, Transform } = world.components
  const { x, y, z, yaw } = world.previous.Transform
  toActorSpace(shift, world, e, x[e]!, y[e]!, z[e]!)
  leaveBehind(Springs, e * world.springJoints, springs, shift, yaw[e]! - Transform.yaw[e]!)
}
