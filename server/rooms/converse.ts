import type { Actor } from '../../engine/api/host.ts'
import type { Mind, Said } from '../mind/mind.ts'
import { type Conversation, createConversation, type Doing } from './conversation.ts'
import { createPondering } from './ponder.ts'
import { noticeOf, type RoomContext } from './room-context.ts'
import { runToolFor } from './run-tool-for.ts'
import { takeReport } from './take-report.ts'
import { useTool } from './use-tool.ts'

/** Lets an actor of a room answer its people: with the room's history, tools and clock. */
export function converse(room: RoomContext, actor: Actor, mind: Mind, onDoing: (doing: Doing) => void): Conversation {
  const { id, state, live, backstage, timing, tellAll } = room
  const { today, memories, log } = backstage
  return createConversation({
    actor,
    mind: timing.timeMind(mind),
    history: () => [...state.history] as readonly Said[],
    now: today,
    ponder: createPondering(live.stage, actor),
    use: (person, tool, input) =>
      useTool(
        () => runToolFor(room, actor.id, person, tool, input),
        (error) => takeReport(room, actor.id, { kind: 'degraded', what: 'store', error }),
      ),
    remembered: async ({ owner }) => (await memories.list(owner)).map(({ text }) => text),
    onDoing,
    onTrouble: (error) => {
      log.warn({ room: id, actor: actor.id, error: error.message }, 'an answer failed')
      tellAll('notice', noticeOf(error))
    },
    onReport: (report) => takeReport(room, actor.id, report),
  })
}
