import { matchMaker } from '@colyseus/core'
import { loadPersona } from '../../../server/mind/persona.ts'
import { createPersonaMind } from '../../../server/mind/persona-mind.ts'
import type { StageRoom } from '../../../server/rooms/stage-room.ts'
import { createTestLog, openTestServer, scriptedMind } from '../../../server/test-room.ts'

/**
 * Run in a process of its own by the benches of rooms: a server, asked for what it has cost. Its room's state changes
 * when told to, stamped with the time, so that viewers can tell how long a change was on its way.
 */
export type RoomServerAsk = { readonly ask: 'cost' } | { readonly ask: 'stamp'; readonly roomId: string }
export type RoomServerTell =
  | { readonly is: 'open'; readonly url: string }
  | {
      readonly is: 'cost'
      readonly cpu: number
      readonly heap: number
      readonly rss: number
      readonly differing: number
    }

/** What state changes carry: milliseconds of the clock that all processes share. */
export const STAMP = 'stamp '
export const sharedNow = (): number => performance.timeOrigin + performance.now()

/** Someone who never stops: sentences, hands and face, as fast as they are spoken. */
const TALK = [
  'The evening light fell through the tall window and lay on the books like a warm hand.',
  'She looked up, smiled, and began to tell the story from the beginning.',
  'Nobody had asked for it, but everybody listened.',
]
const GESTURES = ['nod', 'offer', 'wave']
const CHARACTER_MS = 62

const chatter = scriptedMind(async function* (_turn, signal) {
  for (let turn = 0; !signal.aborted; turn++) {
    const text = TALK[turn % TALK.length]!
    yield { kind: 'gesture', name: GESTURES[turn % GESTURES.length]! }
    yield { kind: 'express', name: turn % 2 === 0 ? 'friendly' : 'happy', seconds: 3 }
    yield { kind: 'say', text }
    await new Promise((resolve) => setTimeout(resolve, text.length * CHARACTER_MS))
  }
})

if (process.send !== undefined) await serve()

async function serve(): Promise<void> {
  const { log, lines } = createTestLog()
  const mind = process.argv[2] === 'chatter' ? chatter : createPersonaMind(await loadPersona('milla'))
  const server = await openTestServer(mind, log)
  const tell = (message: RoomServerTell) => process.send!(message)
  process.on('message', (message: RoomServerAsk) => {
    if (message.ask === 'stamp') {
      const room = matchMaker.getLocalRoomById(message.roomId) as unknown as StageRoom
      room.state.shot = STAMP + sharedNow()
      return
    }
    const { user, system } = process.cpuUsage()
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    const differing = lines.filter(({ message }) => message === 'poses differ').length
    tell({ is: 'cost', cpu: (user + system) / 1e6, heap: heapUsed / 1e6, rss: rss / 1e6, differing })
  })
  process.on('disconnect', () => process.exit(0))
  tell({ is: 'open', url: server.url })
}
