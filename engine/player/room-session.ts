import { Client, type Room } from '@colyseus/sdk'
import { type ClientMessages, type FollowedRoom, followRoom, loadCatalogue, type RoomMessages } from '../api/page.ts'
import type { PageContent } from './page-content.ts'

/** What the room's state says, as plain data. */
export type RoomPeople = {
  readonly people: readonly { readonly id: string; readonly name: string; readonly composing: boolean }[]
  readonly actors: readonly {
    readonly id: string
    readonly name: string
    readonly avatar: string
    readonly voice: string
    readonly doing: string
  }[]
  readonly history: readonly Utterance[]
  readonly shot: string
  /** Id of what the stage's screen shows, or ''. */
  readonly media: string
  readonly isRecording: boolean
}

/** `language`: ISO 639-1. `line`: which line of the actor’s it is a breath of; empty for what a person said. */
export type Utterance = {
  readonly by: string
  readonly name: string
  readonly text: string
  readonly language: string
  readonly line: string
  readonly tick: number
}

/** A recording that was made: its name, its length, and where it can be had. */
export type Take = RoomMessages['take']
/** What the room keeps about a person. */
export type Lists = RoomMessages['lists']

export type SessionEvents = {
  readonly onPeople: (people: RoomPeople) => void
  readonly onNotice: (notice: RoomMessages['notice']) => void
  /** A voice will be heard soon, and its file can be fetched. */
  readonly onSpeech: (hash: string) => void
  /** What the room understood of what this person says. */
  readonly onHeard: (heard: RoomMessages['heard']) => void
  readonly onLists: (lists: Lists) => void
  readonly onTake: (take: Take) => void
  /** What one may do here. */
  readonly onYou: (you: RoomMessages['you']) => void
  /** The line broke, is there again, or is gone for good. */
  readonly onLine: (state: 'broken' | 'whole' | 'gone') => void
}

/** A place in a room. */
export type RoomSession = Omit<FollowedRoom, 'close'> & {
  readonly id: string
  readonly roomId: string
  readonly send: <Type extends keyof ClientMessages>(type: Type, message: ClientMessages[Type]) => void
  readonly leave: () => void
}

/** Tries to mend a line, ever farther apart: the last one some twenty seconds after the break, when the room stops waiting. */
const RETRIES = 9

export type JoinRequest = {
  readonly server: string
  readonly name: string
  readonly roomId: string | undefined
  /** Stage of a room that is opened anew. */
  readonly stage: string
  /** What lets people in where guests may not enter. */
  readonly token: string | undefined
}

/** Joins the room named, or any that is open, and follows its stage. */
export async function joinRoom(
  { server, name, roomId, stage, token }: JoinRequest,
  content: PageContent,
  events: SessionEvents,
): Promise<RoomSession> {
  const client = new Client(server)
  if (token !== undefined) client.auth.token = token
  const own = { name, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
  const room: Room =
    roomId === undefined
      ? await client.joinOrCreate('stage', { ...own, stage }).catch(refuse())
      : await client.joinById(roomId, own).catch(refuse(roomId))
  // Who has hardly come in may come back, too.
  room.reconnection.minUptime = 0
  room.reconnection.maxRetries = RETRIES
  room.onMessage('notice', events.onNotice)
  room.onMessage('heard', events.onHeard)
  room.onMessage('lists', events.onLists)
  room.onMessage('take', events.onTake)
  room.onMessage('you', events.onYou)
  room.onStateChange((state) => events.onPeople(peopleOf(state)))
  room.onDrop(() => events.onLine('broken'))
  room.onReconnect(() => events.onLine('whole'))
  const send: RoomSession['send'] = (type, message) => room.send(type, message)
  const followed = await followRoom({
    line: {
      onMessage: (type, handle) => room.onMessage(type, handle),
      send,
      isWhole: () => room.connection.isOpen,
    },
    catalogueOf: (stage) => loadCatalogue(content, stage),
    now: () => performance.now(),
    onSpeech: events.onSpeech,
  })
  room.onLeave(() => {
    followed.close()
    events.onLine('gone')
  })
  return {
    ...followed,
    id: room.sessionId,
    roomId: room.roomId,
    send,
    leave: () => void room.leave(),
  }
}

/** Colyseus's codes for a room that is none, and for people who may not come in. Source: its Protocol.ts, 0.18. */
const NO_ROOM = 522
const NOT_ADMITTED = 525

const refuse = (roomId?: string) => (error: unknown) => Promise.reject(whyNot(error, roomId))

/** Says in a sentence why one cannot come in. */
function whyNot(error: unknown, roomId = ''): Error {
  const { code, message } = error as { code?: number; message: string }
  if (code === NO_ROOM)
    return new Error(`The room "${roomId.slice(0, 40)}" is not open any more. Enter again to open another one.`, {
      cause: 'no-room',
    })
  if (code === NOT_ADMITTED)
    return new Error('This room lets in only people with an invitation that still holds. Ask for a new link.')
  if (code !== undefined) return new Error(message)
  return new Error('The server cannot be reached. Check your connection and try again.', { cause: error })
}

type Cards<Card> = { readonly entries: () => Iterable<[string, Card]> }
const cardsOf = <Card>(cards: Cards<Card> | undefined): [string, Card][] =>
  cards === undefined ? [] : [...cards.entries()]

type State = Partial<Pick<RoomPeople, 'shot' | 'media' | 'isRecording'>> & {
  readonly people?: Cards<RoomPeople['people'][number]>
  readonly actors?: Cards<RoomPeople['actors'][number]>
  readonly history?: Iterable<Utterance>
}

function peopleOf({ people, actors, history, shot, media, isRecording }: State): RoomPeople {
  return {
    people: cardsOf(people).map(([id, { name, composing }]) => ({ id, name, composing })),
    actors: cardsOf(actors).map(([id, { name, avatar, voice, doing }]) => ({ id, name, avatar, voice, doing })),
    history: [...(history ?? [])].map(({ by, name, text, language, line, tick }) => ({
      by,
      name,
      text,
      language,
      line,
      tick,
    })),
    shot: shot ?? '',
    media: media ?? '',
    isRecording: isRecording ?? false,
  }
}
