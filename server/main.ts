import { pino } from 'pino'
import { admitByToken, admitGuest } from './admit.ts'
import { configHelp, readConfig } from './config.ts'
import { pickRecogniser } from './ears/pick-recogniser.ts'
import { createProgramRecogniser } from './ears/program-recogniser.ts'
import { buildPage } from './http/build-page.ts'
import { openMind } from './mind/open-mind.ts'
import { openRoles } from './mind/open-roles.ts'
import { openServer } from './open-server.ts'
import { openDatabase } from './store/database.ts'
import { signedTakeLinks } from './takes/take-links.ts'

if (process.argv.includes('--help')) {
  console.log(configHelp())
  process.exit(0)
}

const config = readConfig(process.env)
if ('problems' in config) {
  for (const problem of config.problems) console.error(problem)
  process.exit(1)
}

process.once('uncaughtException', (error: NodeJS.ErrnoException) => {
  const taken = `Port ${config.PORT} on ${config.HOST} is taken by another program. Stop that, or set PORT.`
  console.error(error.code === 'EADDRINUSE' ? taken : `The server stopped: ${error.message}`)
  process.exit(1)
})

const { HOST, PORT, ROOM_SECRET, ORIGINS, PERSONA, DATABASE_URL, TAKES_FOLDER, LOG_LEVEL } = config
const ears = await pickRecogniser(config)
if ('isWrong' in ears && ears.isWrong) {
  console.error(ears.advice)
  process.exit(1)
}

const log = pino({ level: LOG_LEVEL, base: null })
await buildPage()
const database = await openDatabase(DATABASE_URL, ({ name }) =>
  log.error({ error: name }, 'the line to the store broke'),
).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
if ('advice' in ears) log.info({}, ears.advice)
const { firstRole, roleOf } = await openRoles(PERSONA, (persona) => openMind(persona, config))
const server = await openServer({
  recogniser: 'program' in ears ? createProgramRecogniser(ears.program) : undefined,
  database,
  host: HOST,
  port: PORT,
  takesFolder: TAKES_FOLDER,
  mind: firstRole.mind,
  looks: firstRole,
  roleOf,
  origins: { origins: ORIGINS?.split(',') ?? [], isLocal: ROOM_SECRET === undefined },
  limits: {
    takeSeconds: config.TAKE_MINUTES * 60,
    rooms: config.MOST_ROOMS,
    actors: config.MOST_ACTORS,
    idleMinutes: config.IDLE_MINUTES,
  },
  log,
  ...(ROOM_SECRET === undefined
    ? { admit: admitGuest }
    : { admit: admitByToken(ROOM_SECRET), takeLinks: signedTakeLinks(ROOM_SECRET) }),
})
log.info({ url: server.url }, 'the room is open')

/** Lets the sentence be finished, and no more; a second signal does not wait even for that. */
let isClosing = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isClosing) process.exit(1)
    isClosing = true
    log.info({ signal }, 'closing')
    await server.close()
    await database.destroy()
    log.info({}, 'closed')
    process.exit(0)
  })
}
