import { secondsAt } from '../core/clock.ts'
import { radians } from '../core/math/scalar.ts'
import { SIT_TICKS } from '../plan/seat/sit-moves.ts'
import { fitSeat } from '../world/sitter.ts'
import { ticksTo } from '../world/walk.ts'
import { DEFAULT_PACE } from './commands/fields.ts'
import type { Stage } from './stage.ts'

/** How long an actor who stands takes to a mark of its stage on foot, at the pace of `walkTo`, or to sit on a seat. Seconds; 0 where it stands there. */
export function walkSeconds({ world }: Stage, actor: string, mark: string): number {
  const e = world.lists.byId.get(actor)
  if (e === undefined) return 0
  const { marks, seats } = world.catalogue.stage
  const [place, seat] = [marks[mark], seats[mark]]
  if (place !== undefined)
    return secondsAt(ticksTo(world, e, { x: place.x, z: place.z, yaw: radians(place.yawDegrees) }, DEFAULT_PACE))
  if (seat === undefined) return 0
  const { sitter } = world.catalogue.rigs.get(world.components.Actor.avatar[e]!)!
  return secondsAt(ticksTo(world, e, fitSeat(sitter, seat).stand, DEFAULT_PACE) + SIT_TICKS)
}
