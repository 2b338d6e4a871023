import { layGestures } from '../lay-gestures.ts'
import type { World } from '../world.ts'

/** Lays gestures over trunk, neck and head: before hands at rest, which stay where they are while a body bows. */
export function bendBody(world: World): void {
  layGestures(world, false)
}
