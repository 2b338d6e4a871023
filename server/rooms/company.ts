import { type Actor, EngineError, findVoice, requireListed } from '../../engine/api/host.ts'
import { detectLanguage, FIRST_LANGUAGE } from '../mind/language.ts'
import { placeActors } from './arrangement.ts'
import type { Conversation, Doing } from './conversation.ts'
import { converse } from './converse.ts'
import { performAs, performanceOf } from './performance.ts'
import type { Role } from './role.ts'
import type { RoomContext } from './room-context.ts'
import { ActorCard } from './stage-state.ts'
import { voiceFor } from './voice-for.ts'

/** An actor of a room, and who answers for it. */
export type Member = { readonly id: string; readonly name: string; readonly conversation: Conversation }

/** Who is to come, or to change: by the name people see, or by id. */
export type Casting = {
  readonly actor: string
  readonly avatar?: string | undefined
  readonly voice?: string | undefined
}

/** The actors of a room. */
export type Company = {
  readonly members: () => readonly Member[]
  /** Opens the room with its first actor. */
  readonly open: (role: Role) => void
  /**
   * Brings an actor on, or gives one that is there another avatar or voice. One at a time.
   *
   * @throws  `stage/unknown-avatar`, `voice/unknown`, `stage/full`
   */
  readonly cast: (casting: Casting) => Promise<void>
  /** Takes an actor off. @throws `api/unknown-actor`, `room/last-actor` */
  readonly dismiss: (name: string) => void
  /**
   * Whom a text is said to: who is asked for, else who is named in it, else who was spoken to last.
   *
   * @throws  `api/unknown-actor` where nobody is called what was asked for.
   */
  readonly addressee: (text: string, to?: string) => Member
}

/** Id of a room's first actor, whoever that is. */
const FIRST = 'host'

/** @param room  Asked for when something happens: the room is whole by then. */
export function createCompany(room: () => RoomContext): Company {
  const members = new Map<string, Member>()
  let addressed = FIRST
  let casting: Promise<unknown> = Promise.resolve()

  const find = (name: string): Member | undefined =>
    members.get(name) ?? [...members.values()].find((member) => member.name.toLowerCase() === name.toLowerCase())

  function known(name: string): Member {
    const found = find(name)
    if (found !== undefined) return found
    const names = [...members.values()].map((member) => member.name).join(', ')
    throw new EngineError('api/unknown-actor', `Nobody here is called "${name}". Here are: ${names}.`)
  }

  function bring(id: string, { mind, avatar, voice, performance }: Role): void {
    const { live, state } = room()
    const actor = speakWithCard(room(), live.stage.spawnActor({ id, avatar, voice }))
    performAs(live.stage, id, performance)
    state.actors.set(id, new ActorCard().assign({ name: mind.name, avatar, voice, doing: 'idle' }))
    const conversation = converse(room(), actor, mind, (doing) => show(id, doing))
    members.set(id, { id, name: mind.name, conversation })
  }

  /** Shows what an actor is doing; the others look at who speaks, and at the people again after that. */
  function show(id: string, doing: Doing): void {
    const { live, state } = room()
    const card = state.actors.get(id)
    if (card === undefined || card.doing === doing) return
    if (doing === 'speaking') lookFrom(id, { kind: 'actor', actor: id })
    else if (card.doing === 'speaking') lookFrom(id, { kind: 'camera' })
    card.assign({ doing })

    function lookFrom(speaker: string, target: object): void {
      for (const other of members.keys()) if (other !== speaker) live.stage.run('lookAt', { actor: other, target })
    }
  }

  function change({ id, conversation }: Member, { avatar, voice }: Casting): void {
    const { live, state } = room()
    const card = state.actors.get(id)!
    if (voice !== undefined) card.assign({ voice })
    if (avatar === undefined || avatar === card.avatar) return
    conversation.interrupt()
    const { lists, components } = live.stage.world
    const stillness = components.Life.stillness[lists.byId.get(id)!]!
    const performance = performanceOf(live.stage, id)
    live.stage.run('removeActor', { actor: id })
    live.stage.spawnActor({ id, avatar, stillness })
    performAs(live.stage, id, performance)
    card.assign({ avatar, doing: 'idle' })
    placeActors(room(), [...members.keys()])
  }

  async function join({ actor: name, avatar, voice }: Casting): Promise<void> {
    const { backstage, live } = room()
    const { actors: most } = backstage.limits
    if (members.size >= most)
      throw new EngineError('stage/full', `A room holds ${most} actors, and all are here. Let one go first.`)
    const role = await backstage.roleOf(name)
    const id = newId(name, members)
    const own = id.replace(/-\d+$/, '')
    const worn = avatar ?? (live.stage.world.catalogue.rigs.has(own) ? own : role.avatar)
    bring(id, { ...role, avatar: worn, voice: voice ?? role.voice })
    placeActors(room(), [...members.keys()])
  }

  async function cast(request: Casting): Promise<void> {
    const { backstage, live } = room()
    const { avatar, voice } = request
    if (voice !== undefined) findVoice(backstage.voices, voice)
    const avatars = [...live.stage.world.catalogue.rigs.keys()]
    if (avatar !== undefined) requireListed(avatars, avatar, 'avatar', 'stage/unknown-avatar')
    const member = find(request.actor)
    if (member === undefined) await join(request)
    else change(member, request)
  }

  return {
    members: () => [...members.values()],
    open(role) {
      bring(FIRST, role)
    },
    cast(request) {
      const mine = casting.then(() => cast(request))
      casting = mine.catch(() => {})
      return mine
    },
    dismiss(name) {
      const { live, state } = room()
      const { id, conversation } = known(name)
      if (members.size === 1)
        throw new EngineError('room/last-actor', 'The last actor stays: a room without one has nobody to talk with.')
      conversation.interrupt()
      members.delete(id)
      live.stage.run('removeActor', { actor: id })
      state.actors.delete(id)
      placeActors(room(), [...members.keys()])
    },
    addressee(text, to) {
      const member =
        to === undefined ? (named(text, members) ?? members.get(addressed) ?? [...members.values()][0]!) : known(to)
      addressed = member.id
      return member
    },
  }
}

/** The actor, speaking with the voice that its card shows, which may change while it is on, or one that knows the language. */
function speakWithCard({ state, backstage }: RoomContext, actor: Actor): Actor {
  const voiceOf = (text: string) =>
    voiceFor(backstage.voices, state.actors.get(actor.id)!.voice!, detectLanguage(text) ?? FIRST_LANGUAGE)
  return { ...actor, say: (text, options) => actor.say(text, { voice: voiceOf(text), markup: 'inline', ...options }) }
}

/** Who is called by name in a text; the first, where several are. */
function named(text: string, members: ReadonlyMap<string, Member>): Member | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const called = words.map((word) => [...members.values()].find(({ name }) => name.toLowerCase() === word))
  return called.find((member) => member !== undefined)
}

/** An id for a newcomer: of the letters of its name, and counted up where somebody has it. */
function newId(name: string, members: ReadonlyMap<string, unknown>): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  const id = letters.slice(0, 30) || 'actor'
  for (let count = 2; ; count++) {
    const candidate = members.has(id) ? `${id}-${count}` : id
    if (!members.has(candidate)) return candidate
  }
}
