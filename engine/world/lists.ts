import { query } from 'bitecs'
import type { Components } from './components.ts'
import type { Lists, World } from './world.ts'

/**
 * Rebuilds the lists that systems iterate. The only place that queries, called when structure has changed.
 *
 * Sorted by order of arrival: query order is history and must not reach a result.
 */
export function refreshLists(world: World): void {
  const { Actor } = world.components
  const actors = [...query(world.entities, [Actor])].sort((a, b) => Actor.index[a]! - Actor.index[b]!)
  world.lists = listActors(actors, Actor)
}

/** @param actors  Rows, in order of arrival. */
export function listActors(actors: readonly number[], { id }: Pick<Components['Actor'], 'id'>): Lists {
  return { actors, byId: new Map(actors.map((e) => [id[e]!, e])) }
}
