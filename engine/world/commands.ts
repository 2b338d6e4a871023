import type { World } from './world.ts'

/** A request as it stands in the log: what, from which tick. */
export type Stamped = { readonly tick: number; readonly name: string; readonly input: unknown }

/** What the world needs to know of a command; the record in `api/commands` adds its schema and description. */
export type Applicable = { readonly name: string; readonly apply: (world: World, input: never) => void }

/**
 * Puts a command into the log, after all that are stamped with the same tick.
 *
 * @param stamped  Its tick may not lie before the world's: history is never rewritten.
 */
export function enqueue(world: World, stamped: Stamped): void {
  if (stamped.tick < world.tick) {
    throw new RangeError(`Command "${stamped.name}" is stamped ${stamped.tick}, but the world stands at ${world.tick}.`)
  }
  let at = world.log.length
  while (at > world.cursor && world.log[at - 1]!.tick > stamped.tick) at--
  world.log.splice(at, 0, stamped)
}
