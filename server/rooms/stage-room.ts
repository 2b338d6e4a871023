import { type Client, CloseCode, Room } from '@colyseus/core'
import {
  createSpeaker,
  EngineError,
  type RoomMessages,
  type Stamped,
  TICK_RATE,
  type WorldEvent,
} from '../../engine/api/host.ts'
import { createLanguageSense } from '../mind/language.ts'
import type { Said } from '../mind/mind.ts'
import { zoneOf } from '../mind/tools/zone.ts'
import type { Admitted, Backstage } from './backstage.ts'
import { createCompany } from './company.ts'
import { createGate, type Gate } from './gate.ts'
import { createLiveStage } from './live-stage.ts'
import type { Handler } from './messages/handler.ts'
import { HANDLERS } from './messages/index.ts'
import { createRecorder } from './recorder.ts'
import { limitRecording, stopRecording } from './recording.ts'
import { remind } from './remind.ts'
import { noticeOf, type RoomContext, type Visitor } from './room-context.ts'
import { Person, StageState, Utterance } from './stage-state.ts'
import { createTranscript } from './transcript.ts'
import { createTurnTiming } from './turn-timing.ts'

/** Seconds in which someone whose line broke may come back. */
const RECONNECT_SECONDS = 20
/** Utterances kept for those who come. */
const HISTORY_KEPT = 100
/** Milliseconds between looks at what is to be reminded of. */
const REMIND_EVERY = 1000

type StageClient = Client<{ userData: { readonly visitor: Visitor; readonly gate: Gate } }>

/** What a room is opened with, beside what the server gives it. */
export type RoomRequest = { readonly stage?: string; readonly avatar?: string; readonly voice?: string }

/** A stage that people watch together. Wiring: what happens on it is decided in the files beside this one. */
export class StageRoom extends Room<{ state: StageState; client: StageClient }> {
  static backstage: Backstage

  override state = new StageState()
  override maxClients = 250
  private context!: RoomContext
  private readonly transcript = createTranscript()
  private readonly languages = createLanguageSense()
  private readonly timing = createTurnTiming(StageRoom.backstage.now, (stage, seconds) =>
    StageRoom.backstage.metrics.turns.observe({ stage }, seconds),
  )
  private reminding: NodeJS.Timeout | undefined

  static override async onAuth(token: string | undefined, options: { name?: unknown }): Promise<Admitted> {
    return StageRoom.backstage.admit(token, options)
  }

  override async onCreate({ stage = 'studio', ...looks }: RoomRequest): Promise<void> {
    const { backstage } = StageRoom
    // One timer alone: patches go out at the end of a step. A null rate would slow the clock down (core 0.18).
    this.patchRate = 2 ** 30
    const live = createLiveStage({
      catalogue: (await backstage.stageOf(stage)).catalogue,
      stageName: stage,
      seed: backstage.seed(),
      speaker: this.timing.timeSpeaker(createSpeaker(backstage.voices, backstage.blobs)),
      now: backstage.now,
      publish: (command) => this.publish(command),
      onEvents: (events) => this.onEvents(events),
    })
    this.context = {
      id: this.roomId,
      stageName: stage,
      backstage,
      state: this.state,
      live,
      company: createCompany(() => this.context),
      timing: this.timing,
      recorder: createRecorder(live.stage, backstage.limits.takeSeconds),
      visitors: () => this.clients.map(({ userData }) => userData!.visitor),
      keep: (said) => this.keep(said),
      tellAll: (type, message) => this.broadcast(type, message),
    }
    backstage.metrics.rooms.inc()
    this.context.company.open({ ...backstage.firstRole, ...looks })
    this.onMessage('*', (client, type, message) => void this.receive(client, String(type), message))
    this.setFixedTimestep(() => this.step(), TICK_RATE)
    this.reminding = setInterval(() => void remind(this.context), REMIND_EVERY)
  }

  override onJoin(client: StageClient, options: unknown, { name, owner }: Admitted): void {
    const { company, backstage } = this.context
    const { sessionId: id } = client
    client.userData = {
      // A session outlives its line: what is told goes over the one that it has then.
      visitor: {
        id,
        name,
        owner,
        zone: zoneOf(options),
        tell: (type, message) => this.clients.getById(id)?.send(type, message),
      },
      gate: createGate(backstage.now),
    }
    backstage.metrics.sessions.inc()
    this.state.people.set(id, new Person().assign({ name, since: Date.now() }))
    this.welcome(client)
    if (this.clients.length === 1) void company.addressee('').conversation.greet({ id, name, owner })
  }

  override async onDrop(client: StageClient, code?: number): Promise<void> {
    if (this.clients.length === 0) this.context.live.pause()
    // Who was shown out does not come back into the same session.
    if (code === CloseCode.WITH_ERROR) return
    const { dropped } = this.context.backstage.metrics
    try {
      await this.allowReconnection(client, RECONNECT_SECONDS)
      dropped.inc({ end: 'resumed' })
    } catch {
      dropped.inc({ end: 'lost' })
    }
  }

  override onReconnect(client: StageClient): void {
    this.welcome(client)
  }

  override onLeave(client: StageClient): void {
    const { backstage, live } = this.context
    backstage.metrics.sessions.dec()
    backstage.hearings.leave(client.sessionId)
    this.state.people.delete(client.sessionId)
    if (this.clients.length === 0) live.pause()
  }

  override async onDispose(): Promise<void> {
    clearInterval(this.reminding)
    if (this.context.recorder.isRecording()) await stopRecording(this.context)
    this.context.backstage.metrics.rooms.dec()
    for (const { conversation } of this.context.company.members()) conversation.interrupt()
    this.context.live.stage.stop(new EngineError('show/cancelled', 'The room was closed.'))
  }

  private welcome(client: StageClient): void {
    const { live } = this.context
    live.resume()
    client.userData!.visitor.tell('welcome', live.welcome())
  }

  private step(): void {
    const { steps } = this.context.backstage.metrics
    const done = steps.startTimer()
    this.context.live.advance()
    limitRecording(this.context)
    this.broadcastPatch()
    done()
  }

  private publish(command: Stamped): void {
    this.transcript.note(command)
    this.timing.note(command)
    this.context.recorder.note(command)
    this.broadcast('commands', [command] satisfies RoomMessages['commands'])
  }

  private onEvents(events: readonly WorldEvent[]): void {
    this.timing.read(events, this.context.live.position())
    for (const { actor, text, tick } of this.transcript.read(events))
      this.keep({ by: actor, name: this.state.actors.get(actor)?.name ?? actor, text, tick })
    for (const event of events) {
      if (event.type === 'shotCut') this.state.shot = event.shot
      if (event.type === 'screenTurned') this.state.media = event.media
      if (event.type === 'degraded') StageRoom.backstage.metrics.degraded.inc({ what: event.what })
    }
  }

  private keep(said: Said & { readonly tick: number }): void {
    const language = this.languages.hear(said.by, said.text)
    this.state.history.push(new Utterance().assign({ ...said, language }))
    if (this.state.history.length > HISTORY_KEPT) this.state.history.shift()
  }

  /** What people send is checked here and nowhere else. A fault is told to who made it; only a flood ends the session. */
  private async receive(client: StageClient, type: string, message: unknown): Promise<void> {
    const { visitor, gate } = client.userData!
    const checked = gate.check(type, message)
    if (!('why' in checked)) {
      const { handle } = HANDLERS[checked.type] as Handler
      try {
        await handle(this.context, visitor, checked.message)
      } catch (error) {
        visitor.tell('notice', noticeOf(error as Error))
      }
      return
    }
    StageRoom.backstage.metrics.refused.inc({ why: checked.why })
    if (checked.why === 'flood') client.leave(CloseCode.WITH_ERROR, checked.fault)
    else visitor.tell('notice', { code: checked.code, message: checked.fault })
  }
}
