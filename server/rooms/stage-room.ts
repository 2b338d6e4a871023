import { type AuthContext, type Client, CloseCode, ErrorCode, Room, ServerError } from '@colyseus/core'
import {
  createSpeaker,
  EngineError,
  findVoice,
  type RoomMessages,
  requireListed,
  type Stamped,
  TICK_RATE,
  type WorldEvent,
} from '../../engine/api/host.ts'
import { FOREIGN_PAGE } from '../http/headers.ts'
import { isWelcome } from '../http/origin.ts'
import { createLanguageSense } from '../mind/language.ts'
import type { Said } from '../mind/mind.ts'
import { zoneOf } from '../mind/tools/zone.ts'
import type { Admitted, Backstage } from './backstage.ts'
import { createCompany } from './company.ts'
import { createGate, type Gate } from './gate.ts'
import { createIdleWatch } from './idle-watch.ts'
import { readJoinRequest } from './join-options.ts'
import { createLiveStage } from './live-stage.ts'
import type { Handler } from './messages/handler.ts'
import { HANDLERS } from './messages/index.ts'
import { showComposing, showPeople } from './presence.ts'
import { createRecorder } from './recorder.ts'
import { limitRecording, stopRecording } from './recording.ts'
import { remind } from './remind.ts'
import { noticeOf, type RoomContext, type Visitor } from './room-context.ts'
import { StageState, Utterance } from './stage-state.ts'
import { createTranscript } from './transcript.ts'
import { createTurnTiming } from './turn-timing.ts'

/** Seconds in which someone whose line broke may come back. */
const RECONNECT_SECONDS = 20
/** Utterances kept for those who come. */
const HISTORY_KEPT = 100
/** Milliseconds between looks at what is to be reminded of, and who is gone. */
const LOOK_EVERY = 1000

type StageClient = Client<{ userData: { readonly visitor: Visitor; readonly gate: Gate } }>

/** A stage that people watch together. Wiring: what happens on it is decided in the files beside this one. */
export class StageRoom extends Room<{ state: StageState; client: StageClient }> {
  static backstage: Backstage

  override state = new StageState()
  private context!: RoomContext
  private readonly transcript = createTranscript()
  private readonly languages = createLanguageSense()
  private readonly timing = createTurnTiming(StageRoom.backstage.now, (stage, seconds) =>
    StageRoom.backstage.metrics.turns.observe({ stage }, seconds),
  )
  /** Everyone here, those included whose line is broken: by session, in the order they came. */
  private readonly visitors = new Map<string, Visitor>()
  private readonly idle = createIdleWatch(StageRoom.backstage.limits.idleMinutes * 60_000, StageRoom.backstage.now)
  private looking: NodeJS.Timeout | undefined

  static override async onAuth(
    token: string | undefined,
    options: object,
    { headers }: AuthContext,
  ): Promise<Admitted> {
    const { admit, origins, isClosing, firstStage } = StageRoom.backstage
    const asked = { origin: headers.get('origin'), host: headers.get('host') }
    if (!isWelcome(asked, origins)) throw refusal(FOREIGN_PAGE)
    if (isClosing()) throw refusal('The server is about to close. Come back later.')
    const request = readJoinRequest(options)
    if ('fault' in request) throw refusal(request.fault)
    // Rooms are found by these: who names no stage and who names the first one come together.
    Object.assign(options, { ...request, stage: request.stage ?? firstStage })
    return admit(token, request.name).catch((error: Error) => Promise.reject(refusal(error.message)))
  }

  override async onCreate(options: object): Promise<void> {
    const { backstage } = StageRoom
    const { stage, catalogue, looks } = await openFor(backstage, options)
    this.maxClients = backstage.limits.people
    // One timer alone: patches go out at the end of a step. A null rate would slow the clock down (core 0.18).
    this.patchRate = 2 ** 30
    const live = createLiveStage({
      catalogue,
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
      visitors: () => [...this.visitors.values()],
      keep: (said) => this.keep(said),
      tellAll: (type, message) => this.broadcast(type, message),
    }
    backstage.rooms.add(this.context)
    backstage.metrics.rooms.inc()
    this.context.company.open({ ...backstage.firstRole, ...looks })
    this.onMessage('*', (client, type, message) => void this.receive(client, String(type), message))
    this.setFixedTimestep(() => this.step(), TICK_RATE)
    this.looking = setInterval(() => this.lookRound(), LOOK_EVERY)
  }

  override onJoin(client: StageClient, options: unknown, { name, owner, may, room }: Admitted): void {
    const { company, backstage, stageName } = this.context
    const { sessionId: id } = client
    if (room !== undefined && room !== this.roomId && room !== stageName)
      throw refusal('This invitation is for another room. Open the link it came with.')
    // A session outlives its line: what is told goes over the one that it has then.
    const tell: Visitor['tell'] = (type, message) => this.clients.getById(id)?.send(type, message)
    const visitor: Visitor = { id, name, owner, may, zone: zoneOf(options), since: Date.now(), tell }
    client.userData = { visitor, gate: createGate(backstage.now) }
    backstage.metrics.sessions.inc()
    this.visitors.set(id, visitor)
    this.idle.heard(id)
    showPeople(this.state, this.visitors.values())
    tell('you', { may })
    this.welcome(client)
    if (this.clients.length === 1) void company.addressee('').conversation.greet({ id, name, owner })
  }

  override async onDrop(client: StageClient, code?: number): Promise<void> {
    showComposing(this.state, this.visitors.values(), client.userData!.visitor, false)
    if (this.clients.length === 0) this.pause()
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

  override onLeave({ sessionId: id }: StageClient): void {
    // Who was refused as they came in was never here.
    if (!this.visitors.delete(id)) return
    const { backstage } = this.context
    backstage.metrics.sessions.dec()
    backstage.hearings.leave(id)
    this.idle.forget(id)
    showPeople(this.state, this.visitors.values())
    if (this.clients.length === 0) this.pause()
  }

  override async onDispose(): Promise<void> {
    // A room that was refused was never opened.
    if (this.context === undefined) return
    clearInterval(this.looking)
    const { backstage, company, live, recorder } = this.context
    backstage.rooms.delete(this.context)
    backstage.metrics.rooms.dec()
    if (recorder.isRecording()) await stopRecording(this.context)
    for (const { conversation } of company.members()) conversation.interrupt()
    live.stage.stop(new EngineError('show/cancelled', 'The room was closed.'))
  }

  /** Nobody watches: time stands still, and nothing goes on being thought or said. */
  private pause(): void {
    const { company, live } = this.context
    for (const { conversation } of company.members()) conversation.interrupt()
    live.pause()
  }

  private lookRound(): void {
    void remind(this.context)
    const { warned, over } = this.idle.look()
    for (const id of warned)
      this.visitors.get(id)?.tell('notice', {
        code: 'room/idle-soon',
        message: 'Are you still here? Say or do something within a minute to keep your place.',
      })
    for (const id of over) {
      StageRoom.backstage.metrics.dropped.inc({ end: 'idle' })
      const message =
        'Nothing was heard of you for a long time, so your place was given up. Load the page to come back.'
      this.visitors.get(id)?.tell('notice', { code: 'room/idle', message })
      this.clients.getById(id)?.leave(CloseCode.CONSENTED, message)
    }
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
    for (const { actor, line, text, tick } of this.transcript.read(events))
      this.keep({ by: actor, name: this.state.actors.get(actor)?.name ?? actor, text, line, tick })
    for (const event of events) {
      if (event.type === 'shotCut') this.state.shot = event.shot
      if (event.type === 'screenTurned') this.state.media = event.media
      if (event.type === 'degraded') StageRoom.backstage.metrics.degraded.inc({ what: event.what })
    }
  }

  private keep(said: Said & { readonly line?: string; readonly tick: number }): void {
    const language = this.languages.hear(said.by, said.text)
    this.state.history.push(new Utterance().assign({ line: '', ...said, language }))
    if (this.state.history.length > HISTORY_KEPT) this.state.history.shift()
  }

  /** What people send is checked here and nowhere else. A fault is told to who made it; only a flood ends the session. */
  private async receive(client: StageClient, type: string, message: unknown): Promise<void> {
    const { visitor, gate } = client.userData!
    const checked = gate.check(type, message)
    this.idle.heard(visitor.id, type)
    if (!('why' in checked)) {
      const { handle, forDirectors, whileClosing = false } = HANDLERS[checked.type] as Handler
      try {
        if (StageRoom.backstage.isClosing() && !whileClosing)
          throw new EngineError('room/closing', 'The room is about to close, and takes nothing more up.')
        if (forDirectors && visitor.may !== 'direct') throw new EngineError('room/not-allowed', FOR_DIRECTORS)
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

/** Said to who may only talk. */
const FOR_DIRECTORS =
  'Your invitation is to talk. Recording and who is on are for those who direct: ask who runs the room for such a link.'

const refusal = (message: string): ServerError => new ServerError(ErrorCode.AUTH_FAILED, message)

/** What a room is opened with. @throws where there are as many rooms as may be, or nothing of a name that is asked for. */
async function openFor({ rooms, limits, stageOf, voices, firstStage }: Backstage, options: object) {
  const request = readJoinRequest(options)
  if ('fault' in request) throw refusal(request.fault)
  if (rooms.size >= limits.rooms)
    throw refusal(`As many rooms are open here as there may be, ${limits.rooms}. Join one of them, or come back later.`)
  const { stage = firstStage, avatar, voice } = request
  try {
    const { catalogue } = await stageOf(stage)
    if (avatar !== undefined) requireListed([...catalogue.rigs.keys()], avatar, 'avatar', 'stage/unknown-avatar')
    if (voice !== undefined) findVoice(voices, voice)
    const looks = { ...(avatar === undefined ? {} : { avatar }), ...(voice === undefined ? {} : { voice }) }
    return { stage, catalogue, looks }
  } catch (error) {
    throw refusal((error as Error).message)
  }
}
