import { parseArgs } from 'node:util'
import { mintToken } from './admit.ts'

const HELP = `Usage: npm run token -- --name <name> [--room <room>] [--id <id>] [--may <what>] [--minutes <n>]

Signs a token that lets somebody into the rooms of a server that has the same ROOM_SECRET.

  --name <name>    what they are called in the room
  --room <room>    the one room it opens: its id, or the name of its stage (any)
  --id <id>        who they are, whatever they are called: todos and memories are theirs by it (the name)
  --may <what>     talk, or direct: also record, bring actors on and off, and change what everyone sees (talk)
  --minutes <n>    how long it lets them in, 1 to 1440 (10)

Example: ROOM_SECRET=… npm run token -- --name Ada --room studio --minutes 10`

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    room: { type: 'string' },
    id: { type: 'string' },
    may: { type: 'string', default: 'talk' },
    minutes: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
})
const { name, room, id: sub, may } = values
const minutes = Number(values.minutes)
const secret = process.env.ROOM_SECRET ?? ''

if (values.help) console.log(HELP)
else if (name === undefined) fail('--name is missing: whom does the token let in? --help shows how.')
else if (secret.length < 32) fail('ROOM_SECRET must be set to the secret of the server, of at least 32 characters.')
else if (!(minutes >= 1 && minutes <= 1440)) fail(`--minutes ${values.minutes} must be a number, 1 to 1440.`)
else if (may !== 'talk' && may !== 'direct') fail(`--may ${may} is nothing one may: talk, or direct.`)
else console.log(await mintToken(secret, { name, room, sub, may }, minutes))

function fail(message: string): void {
  console.error(`token: ${message}`)
  process.exitCode = 1
}
