import { EngineError } from '../../core/errors.ts'
import { standerOn } from '../../world/bystanders.ts'
import type { Mark } from '../../world/stage-file.ts'
import type { World } from '../../world/world.ts'

/** Commands after which an actor stands elsewhere than now. */
const SENDING = ['walkTo', 'moveTo', 'sitDown', 'removeActor']

/** Refuses to send an actor to a mark on which another one stands and has not been sent away from. */
export function requireFree(world: World, actor: string, mark: string, place: Mark): void {
  const { lists, components, catalogue } = world
  const stander = standerOn(world, place, lists.byId.get(actor))
  if (stander === undefined) return
  const id = components.Actor.id[stander]!
  if (world.log.slice(world.cursor).some(({ name, input }) => SENDING.includes(name) && actorOf(input) === id)) return
  const free = Object.keys(catalogue.stage.marks).filter(
    (one) => standerOn(world, catalogue.stage.marks[one]!, undefined) === undefined,
  )
  throw new EngineError(
    'stage/mark-taken',
    `"${id}" stands on the mark "${mark}", or is on the way there; "${actor}" needs it free. Send "${id}" elsewhere first, or choose another: ${free.join(', ')}.`,
  )
}

const actorOf = (input: unknown): unknown => (input as { actor?: unknown }).actor
