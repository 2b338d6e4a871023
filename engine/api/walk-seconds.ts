import { secondsAt } from '../core/clock.ts'
import { radians } from '../core/math/scalar.ts'
import { ticksTo } from '../world/walk.ts'
import { DEFAULT_PACE } from './commands/fields.ts'
import type { Stage } from './stage.ts'

/** How long an actor who stands takes to a mark of its stage on foot, at the pace of `walkTo`. Seconds; 0 where it stands there. */
export function walkSeconds({ world }: Stage, actor: string, mark: string): number {
  const e = world.lists.byId.get(actor)
  const place = world.catalogue.stage.marks[mark]
  if (e === undefined || place === undefined) return 0
  return secondsAt(ticksTo(world, e, { x: place.x, z: place.z, yaw: radians(place.yawDegrees) }, DEFAULT_PACE))
}
