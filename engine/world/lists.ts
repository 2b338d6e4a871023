import { query } from 'bitecs'
import type { World } from './world.ts'

/**
 * Rebuilds the lists that systems iterate. The only place that queries, called when structure has changed.
 *
 * Sorted by order of arrival: query order is history and must not reach a result.
 */
export function refreshLists(world: World): void {
  const { Actor } = world.components
  const actors = [...query(world.entities, [Actor])].sort((a, b) => Actor.index[a]! - Actor.index[b]!)
  world.lists = { actors, byId: new Map(actors.map((e) => [Actor.id[e]!, e])) }
}
