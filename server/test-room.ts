import { Client, type Room } from '@colyseus/sdk'
import {
  type Catalogue,
  createFollower,
  type Follower,
  loadCatalogue,
  openContent,
  poseHash,
  type RoomMessages,
} from '../engine/api/host.ts'
import type { Recogniser } from './ears/recogniser.ts'
import type { Mind } from './mind/mind.ts'
import { openServer, type RunningServer } from './open-server.ts'
import type { Log } from './rooms/backstage.ts'
import { openDatabase } from './store/database.ts'

/** Lines that a server logged, as a test reads them. */
export type LogLine = { readonly level: string; readonly message: string; readonly [fact: string]: unknown }

export function createTestLog(): { readonly log: Log; readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const write = (level: string) => (facts: object, message: string) => void lines.push({ level, message, ...facts })
  return { lines, log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') } }
}

/** A mind that answers as it is told to. */
export const scriptedMind = (reply: Mind['reply'], greeting = ''): Mind => ({
  name: 'Milla',
  greet: () => (greeting === '' ? [] : [{ kind: 'say', text: greeting }]),
  reply,
})

export const openTestServer = async (mind: Mind, log: Log, recogniser?: Recogniser): Promise<RunningServer> =>
  openServer({
    database: await openDatabase('memory://'),
    host: '127.0.0.1',
    port: 0,
    mind,
    recogniser,
    log,
    admit: async () => ({ name: 'Guest', owner: 'guest' }),
  })

/** A viewer without a picture: what a page does, but draw. */
export type Viewer = {
  readonly room: Room
  readonly follower: Follower
  readonly notices: RoomMessages['notice'][]
  /** Poses by tick, as they were shown. */
  readonly poses: Map<number, string>
  readonly leave: () => Promise<void>
}

const catalogues = new Map<string, Promise<Catalogue>>()

export async function openViewer(
  url: string,
  how: { readonly roomId?: string; readonly lag?: number } = {},
): Promise<Viewer> {
  const client = new Client(url.replace('http', 'ws'))
  const room = how.roomId === undefined ? await client.create('stage', {}) : await client.joinById(how.roomId, {})
  const notices: RoomMessages['notice'][] = []
  const poses = new Map<number, string>()
  let follower: Follower | undefined
  room.onMessage('notice', (notice: RoomMessages['notice']) => void notices.push(notice))
  room.onMessage('commands', (commands: RoomMessages['commands']) => {
    setTimeout(() => follower?.receive(commands), how.lag ?? 0)
  })
  room.onMessage('time', (answer: RoomMessages['time']) => follower?.heardTime(answer, performance.now()))
  const welcome = await new Promise<RoomMessages['welcome']>((resolve) => room.onMessage('welcome', resolve))
  const catalogue = catalogues.get(welcome.stage) ?? loadCatalogue(openContent(), welcome.stage)
  catalogues.set(welcome.stage, catalogue)
  follower = createFollower({
    catalogue: await catalogue,
    welcome,
    onHash: (tick, hash, late) => room.send('hash', { tick, hash, late }),
  })
  const ask = () => room.send('time', { sent: performance.now() })
  ask()
  const asking = setInterval(ask, 250)
  const following = follower
  const drawing = setInterval(() => {
    following.advance(performance.now())
    poses.set(following.stage.world.tick, poseHash(following.stage.world))
  }, 16)
  return {
    room,
    follower,
    notices,
    poses,
    async leave() {
      clearInterval(asking)
      clearInterval(drawing)
      if (room.connection.isOpen) await room.leave()
    },
  }
}

/** Resolves once something holds; fails after a while with what was waited for. */
export async function until(what: string, holds: () => boolean, seconds = 10): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
