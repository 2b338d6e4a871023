import { frameCamera, hasLeapt } from '../shot.ts'
import type { World } from '../world.ts'

/** Places the camera for the running shot. It jumps with a cut and with whom it frames, and goes along with who walks. */
export function frameShot(world: World): void {
  const camera = frameCamera(world, world.shot, world.tick)
  const jumped = camera.jump === world.tick || hasLeapt(world, world.tick)
  world.camera = { ...camera, jump: jumped ? world.tick : world.camera.jump }
}
