import { layGestures } from '../lay-gestures.ts'
import type { World } from '../world.ts'

/** Lays gestures over the arms. */
export function sampleGestures(world: World): void {
  layGestures(world, true)
}
