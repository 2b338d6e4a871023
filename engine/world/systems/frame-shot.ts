import { frameCamera } from '../shot.ts'
import type { Camera, World } from '../world.ts'

/** Places the camera for the running shot. It jumps with a cut, and with whom it frames: nobody walks. */
export function frameShot(world: World): void {
  const camera = frameCamera(world, world.shot, world.tick)
  const jumped = camera.jump === world.tick || !isSetUpAlike(camera, world.camera)
  world.camera = { ...camera, jump: jumped ? world.tick : world.camera.jump }
}

/** Whether a move alone lies between two cameras: it begins from the same place and looks at the same point. */
function isSetUpAlike(a: Camera, b: Camera): boolean {
  return isSamePoint(a.start, b.start) && isSamePoint(a.target, b.target)
}

const isSamePoint = (a: Camera['start'], b: Camera['start']): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2]
