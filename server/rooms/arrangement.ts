import type { RoomContext } from './room-context.ts'

/**
 * Puts a room's actors where its stage wants that many to stand, and cuts to a shot that has all of them, or to the
 * stage's own for one: the cut covers that they take other places.
 *
 * @param ids  In order of arrival.
 */
export function placeActors({ live }: Pick<RoomContext, 'live'>, ids: readonly string[]): void {
  const { stage } = live
  const { groups, shots, defaultShot } = stage.world.catalogue.stage
  const marks = groups.findLast((group) => group.length <= ids.length) ?? []
  for (const [i, actor] of ids.entries()) stage.run('moveTo', { actor, mark: marks[i] ?? 'centre' })
  const shared = Object.keys(shots).find((name) => shots[name]!.subject === 'everyone')
  stage.cutTo(ids.length > 1 ? (shared ?? defaultShot) : defaultShot)
}
