import { speechOf } from '../../engine/api/host.ts'
import type { RoomContext } from './room-context.ts'

/** Speech that must not be forgotten: what is being said or was a moment ago, is about to be, or is on a recording. */
export function speechNeeded(rooms: Iterable<RoomContext>): ReadonlySet<string> {
  const needed = new Set<string>()
  for (const { live, recorder } of rooms) {
    const { log, lists, components } = live.stage.world
    const cues = lists.actors.flatMap((e) => components.Timeline.lines[e]!.map(({ audio }) => audio))
    for (const hash of [...cues, ...speechOf({ log }), ...recorder.speech()]) needed.add(hash)
  }
  return needed
}
