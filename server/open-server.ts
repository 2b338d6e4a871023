import type { Server as HttpServer } from 'node:http'
import { defineRoom, defineServer, matchMaker } from '@colyseus/core'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { createBlobStore, createFliteThreadVoice, loadCatalogue, openContent } from '../engine/api/host.ts'
import { createHearings } from './ears/hearings.ts'
import type { Recogniser } from './ears/recogniser.ts'
import { listContent, serveContent } from './http/content.ts'
import { FOREIGN_PAGE, secureAnswers } from './http/headers.ts'
import { tellHealth } from './http/health.ts'
import { tellOptions } from './http/options.ts'
import { isWelcome, type OriginRules } from './http/origin.ts'
import { servePage } from './http/page.ts'
import { requireDirector } from './http/require-director.ts'
import { serveSpeech } from './http/speech.ts'
import { orByLink, serveTake } from './http/takes.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { createMetrics } from './metrics.ts'
import type { Mind } from './mind/mind.ts'
import { PLAIN_PERFORMANCE } from './mind/persona.ts'
import type { Backstage, Log, OpenStage } from './rooms/backstage.ts'
import { finishRoom } from './rooms/finish-room.ts'
import type { Role } from './rooms/role.ts'
import type { RoomContext } from './rooms/room-context.ts'
import { speechNeeded } from './rooms/speech-needed.ts'
import { StageRoom } from './rooms/stage-room.ts'
import { warmVoices } from './rooms/warm-voices.ts'
import type { Database } from './store/database.ts'
import { createMemories } from './store/memories.ts'
import { createTodos } from './store/todos.ts'
import { openTakeFolder, type TakeLimits } from './takes/take-folder.ts'
import { PLAIN_LINKS, type TakeLinks } from './takes/take-links.ts'

/** The largest message taken from a client, bytes. A longer one ends the session; what is merely too long to be said is refused kindly. */
const MAX_MESSAGE = 512 * 1024
const LOCAL: OriginRules = { origins: [], isLocal: true }
const TAKE_LIMITS: TakeLimits = { count: 50, bytes: 1024 ** 3 }

export type ServerOptions = {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Who the first actor of a room is. */
  readonly mind: Mind
  /** What that actor wears and speaks with. Default: Milla's. */
  readonly looks?: Omit<Role, 'mind'>
  /** Who another actor of some name is. Default: the same as the first, by another name. */
  readonly roleOf?: Backstage['roleOf']
  readonly database: Database
  readonly log: Log
  readonly admit: Backstage['admit']
  /** Where recordings are kept. */
  readonly takesFolder: string
  /** How recordings are fetched. Default: by their name, as guests may. */
  readonly takeLinks?: TakeLinks
  /** Which pages may join. Default: the server's own, on this machine. */
  readonly origins?: OriginRules
  /** Stage of a room for which nobody chose another. Default: the studio. */
  readonly stage?: string | undefined
  /** Default: as in {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<Limits>
  /** Undefined where the server understands no speech. */
  readonly recogniser?: Recogniser | undefined
}

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> }

/** Opens the rooms and what is served beside them, on one port. */
export async function openServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, mind, database, log, admit, recogniser, takeLinks = PLAIN_LINKS } = options
  const content = openContent()
  const stages = new Map<string, Promise<OpenStage>>()
  const takes = openTakeFolder(options.takesFolder, TAKE_LIMITS)
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const origins = options.origins ?? LOCAL
  const rooms = new Set<RoomContext>()
  const blobs = createBlobStore([], { bytes: limits.speechBytes, needed: () => speechNeeded(rooms) })
  let isClosing = false
  const metrics = createMetrics()
  const firstRole: Role = { mind, avatar: 'milla', voice: 'slt', performance: PLAIN_PERFORMANCE, ...options.looks }
  const voices = [createFliteThreadVoice()]
  const now = () => performance.now()
  const hearings = createHearings({ recogniser, now, onEnd: (result) => metrics.heard.inc({ result }) })
  StageRoom.backstage = {
    stageOf(stage) {
      const known = stages.get(stage) ?? openStage(stage)
      stages.set(stage, known)
      known.catch(() => stages.delete(stage))
      return known
    },
    voices,
    blobs,
    takes,
    takeLinks,
    limits,
    firstStage: options.stage ?? 'studio',
    firstRole,
    roleOf: options.roleOf ?? (async (name) => ({ ...firstRole, mind: { ...mind, name } })),
    hearings,
    todos: createTodos(database),
    memories: createMemories(database),
    today: () => new Date(),
    seed: () => Math.floor(Math.random() * 2 ** 32),
    now,
    admit,
    origins,
    rooms,
    isClosing: () => isClosing,
    metrics,
    log,
  }
  forbidForeignPages()
  const transport = new WebSocketTransport({
    maxPayload: MAX_MESSAGE,
    beforeUpgrade: (_request, { headers }) =>
      isWelcome({ origin: headers.get('origin'), host: headers.get('host') }, origins)
        ? undefined
        : new Response(FOREIGN_PAGE, { status: 403 }),
  })
  const server = defineServer({
    greet: false,
    transport,
    gracefullyShutdown: false,
    rooms: { stage: defineRoom(StageRoom).filterBy(['stage']) },
    express(app) {
      app.disable('x-powered-by')
      app.use(secureAnswers(origins))
      app.get(
        '/health',
        tellHealth(() => ({
          status: isClosing ? 'closing' : 'ok',
          rooms: rooms.size,
          people: [...rooms].reduce((sum, { visitors }) => sum + visitors().length, 0),
        })),
      )
      app.get('/metrics', requireDirector(admit), async (_request, response) => {
        metrics.speech.set(blobs.bytes())
        response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
      })
      app.get(
        '/ears.json',
        (_request, response) =>
          void response.json(
            recogniser === undefined ? null : { name: recogniser.name, languages: recogniser.languages },
          ),
      )
      app.get('/options.json', tellOptions({ content, voices, stageOf: StageRoom.backstage.stageOf }))
      app.get('/takes/:file', orByLink(takeLinks, requireDirector(admit)), serveTake(takes))
      app.get('/speech/:file', serveSpeech(blobs))
      app.get('/content-list/:folder', listContent(content))
      app.use('/content', serveContent(content))
      app.use(servePage())
    },
  })
  await server.listen(port, host)
  warmVoices(voices).catch((error: Error) => log.warn({ error: error.message }, 'the voice cannot be warmed'))
  const http = (transport as unknown as { server: HttpServer }).server
  const address = http.address()
  const open = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host}:${open}`,
    async close() {
      isClosing = true
      await Promise.all([...rooms].map(finishRoom))
      await server.gracefullyShutdown(false)
      hearings.close()
      recogniser?.close()
    },
  }
}

async function openStage(name: string): Promise<OpenStage> {
  const content = openContent()
  return { catalogue: await loadCatalogue(content, name), content }
}

/** Rooms are joined by their own server's pages; what the room server would tell browsers otherwise lets in any. */
function forbidForeignPages(): void {
  const { controller } = matchMaker
  for (const header of Object.keys(controller.DEFAULT_CORS_HEADERS))
    delete (controller.DEFAULT_CORS_HEADERS as Record<string, string>)[header]
  controller.getCorsHeaders = () => ({}) as ReturnType<typeof controller.getCorsHeaders>
}
