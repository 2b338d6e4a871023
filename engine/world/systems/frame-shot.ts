import { frameCamera } from '../shot.ts'
import type { World } from '../world.ts'

/** Places the camera for the running shot. */
export function frameShot(world: World): void {
  world.camera = frameCamera(world, world.shot, world.tick)
}
