import type { Actor } from '../../engine/api/host.ts'
import type { Said } from '../mind/mind.ts'
import { runTool } from '../mind/tools/index.ts'
import { type Conversation, createConversation } from './conversation.ts'
import { noticeOf, type RoomContext } from './room-context.ts'
import { ActorCard } from './stage-state.ts'
import { takeReport } from './take-report.ts'

/** An actor of a room, and who answers for it. */
export type Member = { readonly actor: Actor; readonly conversation: Conversation }

export type Casting = { readonly actor: string; readonly avatar: string; readonly voice: string }

/** The actors of a room. */
export type Company = {
  readonly members: () => readonly Member[]
  /** Brings an actor on. */
  readonly bring: (casting: Casting) => void
  /** Whom a text is said to: who is asked for, else who was spoken to last. */
  readonly addressee: (text: string, to?: string) => Member
}

/** @param room  Asked for when something happens: the room is whole by then. */
export function createCompany(room: () => RoomContext): Company {
  const members = new Map<string, Member>()

  function converse(actor: Actor): Conversation {
    const { id, state, backstage, timing, tellAll } = room()
    const { mind, today, todos, memories, log } = backstage
    return createConversation({
      actor,
      mind: timing.timeMind(mind),
      history: () => [...state.history] as readonly Said[],
      now: today,
      use: ({ owner }, tool, input) => runTool({ owner, now: today, todos, memories }, tool, input),
      remembered: async ({ owner }) => (await memories.list(owner)).map(({ text }) => text),
      onDoing: (doing) => state.actors.get(actor.id)!.assign({ doing }),
      onTrouble: (error) => {
        log.warn({ room: id, actor: actor.id, error: error.message }, 'an answer failed')
        tellAll('notice', noticeOf(error))
      },
      onReport: (report) => takeReport(room(), actor.id, report),
    })
  }

  return {
    members: () => [...members.values()],
    bring({ actor: id, avatar, voice }) {
      const { live, state, backstage } = room()
      const actor = live.stage.spawnActor({ id, avatar, voice })
      state.actors.set(id, new ActorCard().assign({ name: backstage.mind.name, avatar, voice, doing: 'idle' }))
      members.set(id, { actor, conversation: converse(actor) })
    },
    addressee: (_text, to) => members.get(to ?? '') ?? [...members.values()][0]!,
  }
}
