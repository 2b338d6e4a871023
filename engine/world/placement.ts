import { cos, sin } from '../core/math/ops.ts'
import type { Components } from './components.ts'
import type { World } from './world.ts'

/** A world of this tick or of the one before. */
type HasPlaces = { readonly components: Pick<Components, 'Transform'> }

/** Where an actor's head is over the floor of the set: above its feet, or behind them where it sits. Metres. */
export function headPlace({ components }: HasPlaces, e: number): readonly [x: number, z: number] {
  const { x, z, yaw, eyesBack } = components.Transform
  return [x[e]! - eyesBack[e]! * sin(yaw[e]!), z[e]! - eyesBack[e]! * cos(yaw[e]!)]
}

/** Writes a point of the set as the actor sees it: metres, its own left, up and forward. */
export function toActorSpace(out: Float32Array, world: World, e: number, x: number, y: number, z: number): void {
  const { Transform } = world.components
  const c = cos(Transform.yaw[e]!)
  const s = sin(Transform.yaw[e]!)
  const dx = x - Transform.x[e]!
  const dz = z - Transform.z[e]!
  out[0] = dx * c - dz * s
  out[1] = y - Transform.y[e]!
  out[2] = dx * s + dz * c
}
