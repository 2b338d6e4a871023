import { runTool, TOOLS } from '../mind/tools/index.ts'
import { ownZone } from '../mind/tools/zone.ts'
import type { Partner } from './conversation.ts'
import { tellLists } from './lists.ts'
import type { RoomContext } from './room-context.ts'

/** Lets an actor use a tool for a person; who looks at their lists is told where it changed them. */
export async function runToolFor(
  room: RoomContext,
  actor: string,
  { id, owner }: Partner,
  name: string,
  input: unknown,
): Promise<string> {
  const { todos, memories, today } = room.backstage
  const zone = room.visitors().find((visitor) => visitor.id === id)?.zone ?? ownZone()
  const answer = await runTool({ owner, now: today, zone, todos, memories, stage: room.live.stage, actor }, name, input)
  if (TOOLS.find((tool) => tool.name === name)?.changes === 'lists') await tellLists(room, owner)
  return answer
}
