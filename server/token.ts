import { parseArgs } from 'node:util'
import { mintToken } from './admit.ts'

const HELP = `Usage: npm run token -- --name <name> [--room <room>] [--id <id>] [--minutes <n>]

Signs a token that lets somebody into the rooms of a server that has the same ROOM_SECRET.

  --name <name>    what they are called in the room
  --room <room>    the one room it opens: its id, or the name of its stage (any)
  --id <id>        who they are, whatever they are called: todos and memories are theirs by it (the name)
  --minutes <n>    how long it lets them in, 1 to 1440 (10)

Example: ROOM_SECRET=… npm run token -- --name Ada --room studio --minutes 10`

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    room: { type: 'string' },
    id: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
})
const { name, room, id: sub } = values
const minutes = Number(values.minutes)
const secret = process.env.ROOM_SECRET ?? ''

if (values.help) console.log(HELP)
else if (name === undefined) fail('--name is missing: whom does the token let in? --help shows how.')
else if (secret.length < 32) fail('ROOM_SECRET must be set to the secret of the server, of at least 32 characters.')
else if (!(minutes >= 1 && minutes <= 1440)) fail(`--minutes ${values.minutes} must be a number, 1 to 1440.`)
else console.log(await mintToken(secret, { name, room, sub }, minutes))

function fail(message: string): void {
  console.error(`token: ${message}`)
  process.exitCode = 1
}
