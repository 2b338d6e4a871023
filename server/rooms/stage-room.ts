import { type Client, CloseCode, Room } from '@colyseus/core'
import {
  type Actor,
  CLIENT_MESSAGES,
  type ClientMessages,
  EngineError,
  type RoomMessages,
  type Stamped,
  TICK_RATE,
  type WorldEvent,
} from '../../engine/api/host.ts'
import type { Said } from '../mind/mind.ts'
import { runTool } from '../mind/tools/index.ts'
import type { Backstage } from './backstage.ts'
import { type Conversation, createConversation } from './conversation.ts'
import { createLiveStage, type LiveStage } from './live-stage.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { ActorCard, Person, StageState, Utterance } from './stage-state.ts'
import { createTranscript } from './transcript.ts'

/** Seconds in which someone whose line broke may come back. */
const RECONNECT_SECONDS = 20
/** Utterances kept for those who come. */
const HISTORY_KEPT = 100
/** Milliseconds between looks at what is to be reminded of. */
const REMIND_EVERY = 1000
/** Commands that people may give the stage themselves. */
const COMMANDS_OF_PEOPLE = ['gesture', 'cutTo', 'setStillness', 'lookAt']
/** What one session may send: at once, and a second in the long run. */
const LIMITS = { all: [60, 20], say: [5, 0.5], command: [10, 2] } as const

type Session = { readonly name: string; readonly limits: Readonly<Record<keyof typeof LIMITS, RateLimit>> }
type StageClient = Client<{ userData: Session }>

/** What a room is opened with, beside what the server gives it. */
export type RoomRequest = { readonly stage?: string; readonly avatar?: string; readonly voice?: string }

/** A stage that people watch together. Wiring: what happens on it is decided in the files beside this one. */
export class StageRoom extends Room<{ state: StageState; client: StageClient }> {
  static backstage: Backstage

  override state = new StageState()
  override maxClients = 250
  private live!: LiveStage
  private conversation!: Conversation
  private readonly transcript = createTranscript()
  private reminding: NodeJS.Timeout | undefined

  static override async onAuth(token: string | undefined, options: { name?: unknown }): Promise<{ name: string }> {
    return StageRoom.backstage.admit(token, options)
  }

  override async onCreate(request: RoomRequest): Promise<void> {
    const { catalogueOf, voices, blobs, now, today, mind, todos, memories, log, seed } = StageRoom.backstage
    // One timer alone: patches go out at the end of a step. A null rate would slow the clock down (core 0.18).
    this.patchRate = 2 ** 30
    const stageName = request.stage ?? 'studio'
    this.live = createLiveStage({
      catalogue: await catalogueOf(stageName),
      stageName,
      seed: seed(),
      voices,
      blobs,
      now,
      publish: (command) => this.publish(command),
      onEvents: (events) => this.onEvents(events),
    })
    const actor = this.bringActor(request)
    this.conversation = createConversation({
      actor,
      mind,
      history: () => [...this.state.history] as readonly Said[],
      now: today,
      use: (person, tool, input) => runTool({ owner: ownerOf(person.name), now: today, todos, memories }, tool, input),
      onDoing: (doing) => this.state.actors.get(actor.id)!.assign({ doing }),
      onTrouble: (error) => {
        log.warn({ room: this.roomId, error: error.message }, 'an answer failed')
        this.broadcast('notice', noticeOf(error))
      },
    })
    this.onMessage('*', (client, type, message) => this.receive(client, String(type), message))
    this.setFixedTimestep(() => this.step(), TICK_RATE)
    this.reminding = setInterval(() => void this.remind(), REMIND_EVERY)
  }

  override onJoin(client: StageClient, _options: unknown, { name }: { name: string }): void {
    const limits = Object.fromEntries(
      Object.entries(LIMITS).map(([kind, [burst, rate]]) => [
        kind,
        createRateLimit(burst, rate, StageRoom.backstage.now),
      ]),
    ) as Session['limits']
    client.userData = { name, limits }
    StageRoom.backstage.metrics.sessions.inc()
    this.live.resume()
    this.state.people.set(client.sessionId, new Person().assign({ name, since: Date.now() }))
    this.tell(client, 'welcome', this.live.welcome())
    if (this.clients.length === 1) void this.conversation.greet({ id: client.sessionId, name })
  }

  override async onDrop(client: StageClient): Promise<void> {
    if (this.clients.length === 0) this.live.pause()
    await this.allowReconnection(client, RECONNECT_SECONDS)
  }

  override onReconnect(client: StageClient): void {
    this.live.resume()
    this.tell(client, 'welcome', this.live.welcome())
  }

  override onLeave(client: StageClient): void {
    StageRoom.backstage.metrics.sessions.dec()
    this.state.people.delete(client.sessionId)
    if (this.clients.length === 0) this.live.pause()
  }

  override onDispose(): void {
    clearInterval(this.reminding)
    this.conversation.interrupt()
    this.live.stage.stop(new EngineError('show/cancelled', 'The room was closed.'))
  }

  private bringActor({ avatar = 'milla', voice = 'slt' }: RoomRequest): Actor {
    const { name } = StageRoom.backstage.mind
    const actor = this.live.stage.spawnActor({ id: 'host', avatar, voice })
    this.state.actors.set(actor.id, new ActorCard().assign({ name, avatar, voice, doing: 'idle' }))
    return actor
  }

  /** Says what people here wanted to be reminded of. A store that fails is tried again. */
  private async remind(): Promise<void> {
    const { todos, today, log } = StageRoom.backstage
    const names = this.clients.map(({ userData }) => userData!.name)
    try {
      for (const { owner, text } of await todos.takeDue(names.map(ownerOf), today())) {
        const name = names.find((one) => ownerOf(one) === owner)!
        void this.conversation.tell(`${name}, you wanted to be reminded: ${text}.`)
      }
    } catch (error) {
      log.error({ room: this.roomId, error: (error as Error).message }, 'reminders cannot be read')
    }
  }

  private step(): void {
    this.live.advance()
    this.broadcastPatch()
  }

  private publish(command: Stamped): void {
    this.transcript.note(command)
    this.broadcast('commands', [command])
  }

  private onEvents(events: readonly WorldEvent[]): void {
    for (const { actor, text, tick } of this.transcript.read(events)) {
      this.keep({ by: actor, name: this.state.actors.get(actor)?.name ?? actor, text, tick })
    }
    for (const event of events) {
      if (event.type === 'shotCut') this.state.shot = event.shot
      if (event.type === 'degraded') StageRoom.backstage.metrics.degraded.inc({ what: event.what })
    }
  }

  private keep(said: Said & { readonly tick: number }): void {
    this.state.history.push(new Utterance().assign(said))
    if (this.state.history.length > HISTORY_KEPT) this.state.history.shift()
  }

  /** What people send is checked here and nowhere else. A fault is told to who made it; only a flood ends the session. */
  private receive(client: StageClient, type: string, message: unknown): void {
    const { limits, name } = client.userData!
    const { metrics } = StageRoom.backstage
    if (!limits.all.take()) {
      metrics.refused.inc({ why: 'flood' })
      client.leave(CloseCode.WITH_ERROR, 'Too many messages.')
      return
    }
    const parsed = parseMessage(type, message)
    if ('fault' in parsed) {
      metrics.refused.inc({ why: 'malformed' })
      this.tell(client, 'notice', { code: 'room/bad-message', message: parsed.fault })
      return
    }
    const kind = type === 'say' || type === 'command' ? type : undefined
    if (kind !== undefined && !limits[kind].take()) {
      metrics.refused.inc({ why: 'rate' })
      this.tell(client, 'notice', {
        code: 'room/too-fast',
        message: 'That was a lot at once. Wait a moment and try again.',
      })
      return
    }
    this.handle(client, name, parsed)
  }

  private handle(client: StageClient, name: string, { type, message }: ParsedMessage): void {
    const { sessionId: id } = client
    switch (type) {
      case 'say':
        this.keep({ by: id, name, text: message.text, tick: this.live.stage.world.tick })
        void this.conversation.answer({ text: message.text, person: { id, name } })
        break
      case 'listen':
        this.conversation.listen(message.on)
        break
      case 'interrupt':
        this.conversation.interrupt()
        break
      case 'command':
        this.runFor(client, message)
        break
      case 'time':
        this.tell(client, 'time', { sent: message.sent, position: this.live.position() })
        break
      case 'hash':
        this.compare(client, message)
        break
    }
  }

  private runFor(client: StageClient, { name, input }: ClientMessages['command']): void {
    try {
      if (!COMMANDS_OF_PEOPLE.includes(name))
        throw new EngineError(
          'room/not-allowed',
          `People may not give the command "${name}" here. They may: ${COMMANDS_OF_PEOPLE.join(', ')}.`,
        )
      this.live.stage.run(name, input)
    } catch (error) {
      this.tell(client, 'notice', noticeOf(error as Error))
    }
  }

  private compare(client: StageClient, { tick, hash }: ClientMessages['hash']): void {
    const mine = this.live.hashOf(tick)
    if (mine === undefined) return
    const { metrics, log } = StageRoom.backstage
    metrics.hashes.inc({ result: mine === hash ? 'same' : 'different' })
    if (mine !== hash) log.error({ room: this.roomId, session: client.sessionId, tick, mine, hash }, 'poses differ')
  }

  private tell<Type extends keyof RoomMessages>(client: StageClient, type: Type, message: RoomMessages[Type]): void {
    client.send(type, message)
  }
}

/** Guests are known by their name alone; who carries a token, by the name in it. */
const ownerOf = (name: string): string => name.toLowerCase()

type ParsedMessage = {
  [Type in keyof ClientMessages]: { readonly type: Type; readonly message: ClientMessages[Type] }
}[keyof ClientMessages]

function parseMessage(type: string, message: unknown): ParsedMessage | { readonly fault: string } {
  const schema = Object.hasOwn(CLIENT_MESSAGES, type) ? CLIENT_MESSAGES[type as keyof ClientMessages] : undefined
  if (schema === undefined)
    return {
      fault: `A room knows no message "${type.slice(0, 40)}". It knows: ${Object.keys(CLIENT_MESSAGES).join(', ')}.`,
    }
  const result = schema.safeParse(message)
  if (result.success) return { type, message: result.data } as ParsedMessage
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'message'}: ${issue.message}`)
  return { fault: `The room cannot use this "${type}". ${faults.join('; ')}.` }
}

const noticeOf = (error: Error): RoomMessages['notice'] => ({
  code: error instanceof EngineError ? error.code : 'room/failed',
  message: error.message,
})
