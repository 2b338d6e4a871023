import { Client, type Room } from '@colyseus/sdk'
import {
  type Catalogue,
  type ClientMessages,
  createFollower,
  type Follower,
  loadCatalogue,
  type RoomMessages,
} from '../api/page.ts'
import type { PageContent } from './page-content.ts'

/** Milliseconds between questions about the room's time: close together at first, then now and then. */
const ASK_SOON = [0, 60, 120, 250, 500]
const ASK_EVERY = 2000

/** What the room's state says, as plain data. */
export type RoomPeople = {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly actors: readonly {
    readonly id: string
    readonly name: string
    readonly avatar: string
    readonly doing: string
  }[]
  readonly history: readonly {
    readonly by: string
    readonly name: string
    readonly text: string
    /** ISO 639-1. */
    readonly language: string
    readonly tick: number
  }[]
}

export type SessionEvents = {
  readonly onPeople: (people: RoomPeople) => void
  readonly onNotice: (notice: RoomMessages['notice']) => void
  /** A voice will be heard soon, and its file can be fetched. */
  readonly onSpeech: (hash: string) => void
  /** What the room understood of what this person says. */
  readonly onHeard: (heard: RoomMessages['heard']) => void
  /** The line broke, is there again, or is gone for good. */
  readonly onLine: (state: 'broken' | 'whole' | 'gone') => void
}

/** A place in a room. */
export type RoomSession = {
  readonly id: string
  readonly roomId: string
  readonly catalogue: Catalogue
  /** Another one after the line was broken and mended. */
  readonly follower: () => Follower
  readonly send: <Type extends keyof ClientMessages>(type: Type, message: ClientMessages[Type]) => void
  readonly leave: () => void
}

export type JoinRequest = { readonly server: string; readonly name: string; readonly roomId: string | undefined }

/** Joins the room named, or any that is open, and follows its stage. */
export async function joinRoom(
  { server, name, roomId }: JoinRequest,
  content: PageContent,
  events: SessionEvents,
): Promise<RoomSession> {
  const client = new Client(server)
  const options = { name }
  const room: Room =
    roomId === undefined ? await client.joinOrCreate('stage', options) : await client.joinById(roomId, options)
  const send: RoomSession['send'] = (type, message) => room.send(type, message)
  let follower: Follower | undefined
  let catalogue: Catalogue | undefined
  const waiting: RoomMessages['commands'][] = []

  room.onMessage('notice', events.onNotice)
  room.onMessage('heard', events.onHeard)
  room.onMessage('commands', (commands: RoomMessages['commands']) => {
    for (const { name, input } of commands)
      if (name === 'performLine') events.onSpeech((input as { audio: string }).audio)
    if (follower === undefined) waiting.push(commands)
    else follower.receive(commands)
  })
  room.onMessage('time', (answer: RoomMessages['time']) => follower?.heardTime(answer, performance.now()))
  room.onStateChange((state) => events.onPeople(peopleOf(state)))
  room.onDrop(() => events.onLine('broken'))
  room.onReconnect(() => events.onLine('whole'))
  room.onLeave(() => events.onLine('gone'))

  const ask = () => send('time', { sent: performance.now() })
  await new Promise<void>((resolve, reject) => {
    room.onMessage('welcome', async (welcome: RoomMessages['welcome']) => {
      // What came while the catalogue was fetched belongs after the welcome.
      follower = undefined
      waiting.length = 0
      try {
        catalogue ??= await loadCatalogue(content, welcome.stage)
        follower = createFollower({
          catalogue,
          welcome,
          onHash: (tick, hash, late) => send('hash', { tick, hash, late }),
        })
        for (const commands of waiting.splice(0)) follower.receive(commands)
        for (const delay of ASK_SOON) setTimeout(ask, delay)
        resolve()
      } catch (error) {
        reject(error)
      }
    })
  })
  const asking = setInterval(ask, ASK_EVERY)
  return {
    id: room.sessionId,
    roomId: room.roomId,
    catalogue: catalogue!,
    follower: () => follower!,
    send,
    leave() {
      clearInterval(asking)
      void room.leave()
    },
  }
}

type Card = Readonly<Record<string, string>>
type Cards = { readonly entries: () => Iterable<[string, Card]> }
const cardsOf = (cards: Cards | undefined): [string, Card][] => (cards === undefined ? [] : [...cards.entries()])

function peopleOf(state: {
  people?: Cards
  actors?: Cards
  history?: Iterable<RoomPeople['history'][number]>
}): RoomPeople {
  const people = cardsOf(state.people).map(([id, { name }]) => ({ id, name: name! }))
  const actors = cardsOf(state.actors).map(([id, { name, avatar, doing }]) => ({
    id,
    name: name!,
    avatar: avatar!,
    doing: doing!,
  }))
  const history = [...(state.history ?? [])].map(({ by, name, text, language, tick }) => ({
    by,
    name,
    text,
    language,
    tick,
  }))
  return { people, actors, history }
}
