import { schedule } from './schedule.ts'
import type { World } from './world.ts'

/**
 * One tick: keep the last pose, run the schedule, count.
 *
 * @param after  Told the name of each system when it has run, for who watches what each one writes.
 */
export function stepWorld(world: World, after?: (system: string) => void): void {
  keepPrevious(world)
  for (const system of schedule) {
    system(world)
    after?.(system.name)
  }
  world.tick++
}

function keepPrevious(world: World): void {
  const { components, previous } = world
  world.previousCamera = world.camera
  world.previousLists = world.lists
  for (const e of world.lists.actors) {
    previous.Actor.id[e] = components.Actor.id[e]!
    previous.Actor.avatar[e] = components.Actor.avatar[e]!
  }
  previous.Pose.rotations.set(components.Pose.rotations)
  previous.Pose.hips.set(components.Pose.hips)
  previous.Springs.rotations.set(components.Springs.rotations)
  previous.Face.weights.set(components.Face.weights)
  previous.Transform.x.set(components.Transform.x)
  previous.Transform.y.set(components.Transform.y)
  previous.Transform.z.set(components.Transform.z)
  previous.Transform.yaw.set(components.Transform.yaw)
  previous.Transform.facing.set(components.Transform.facing)
  previous.Transform.eyesBack.set(components.Transform.eyesBack)
  previous.Transform.eyesDown.set(components.Transform.eyesDown)
  world.props.before.set(world.props.rows)
}
