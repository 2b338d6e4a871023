import { Client, type Room } from '@colyseus/sdk'
import { HASH_EVERY, type RoomMessages } from '../../../engine/api/host.ts'
import { STAMP, sharedNow } from './room-server.ts'

/** As often as a page asks for the room's time. Milliseconds. */
const ASK_EVERY = 2000
/** Bytes that a WebSocket puts before a message of a server: two, and two more where it is longer than this. */
const SHORT_FRAME = 125

/** What has come over a viewer's line, bytes. */
export type Traffic = { plans: number; rest: number }

/** Someone who watches and draws nothing: all that a page says and hears, and no stage. */
export type LightViewer = {
  readonly room: Room
  readonly traffic: Traffic
  /** Milliseconds that each stamped change of the state was on its way. */
  readonly delays: number[]
  /** Tells the room a pose's hash, as a page does every five seconds. */
  readonly tellHash: (tick: number, hash: string) => void
  readonly leave: () => Promise<unknown>
}

export async function openLightViewer(url: string, name: string, roomId?: string): Promise<LightViewer> {
  const client = new Client(url.replace('http', 'ws'))
  const room = roomId === undefined ? await client.create('stage', { name }) : await client.joinById(roomId, { name })
  const traffic: Traffic = { plans: 0, rest: 0 }
  const delays: number[] = []
  let carriesPlan = false
  room.onMessage('commands', (commands: RoomMessages['commands']) => {
    carriesPlan = commands.some((command) => command.name === 'performLine')
  })
  for (const type of ['welcome', 'time', 'notice', 'lists']) room.onMessage(type, () => {})

  const { events } = room.connection
  const handle = events.onmessage!
  events.onmessage = (event: { data: ArrayBuffer }) => {
    carriesPlan = false
    handle(event)
    traffic[carriesPlan ? 'plans' : 'rest'] += event.data.byteLength + (event.data.byteLength > SHORT_FRAME ? 4 : 2)
  }

  let seen = ''
  room.onStateChange((state: { shot?: string }) => {
    const { shot = '' } = state
    if (shot !== seen && shot.startsWith(STAMP)) delays.push(sharedNow() - Number(shot.slice(STAMP.length)))
    seen = shot
  })
  const asking = setInterval(() => room.send('time', { sent: performance.now() }), ASK_EVERY)
  return {
    room,
    traffic,
    delays,
    tellHash: (tick, hash) => tick % HASH_EVERY === 0 && room.send('hash', { tick, hash }),
    leave() {
      clearInterval(asking)
      return room.leave()
    },
  }
}
