import { takeOwnRepose } from '../repose.ts'
import { createSeatedPose, readSeated, settleSeat } from '../seat.ts'
import type { World } from '../world.ts'

const pose = createSeatedPose()

/** Lets who has sat down or risen do so for good, and tells cameras and others where its eyes are meanwhile. */
export function takeSeats(world: World): void {
  const { Transform } = world.components
  for (const e of world.lists.actors) {
    if (settleSeat(world, e)) takeOwnRepose(world, e)
    readSeated(pose, world, e)
    Transform.eyesBack[e] = pose.hipsBack
    Transform.eyesDown[e] = pose.hipsDown
  }
}
