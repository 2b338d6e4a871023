import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Room } from '@colyseus/sdk'
import {
  type Catalogue,
  type Follower,
  followRoom,
  loadCatalogue,
  openContent,
  poseHash,
  type RoomLine,
  type RoomMessages,
} from '../engine/api/host.ts'
import { admitGuest } from './admit.ts'
import type { Mind } from './mind/mind.ts'
import { openServer, type RunningServer, type ServerOptions } from './open-server.ts'
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

export const openTestServer = async (mind: Mind, log: Log, more: Partial<ServerOptions> = {}): Promise<RunningServer> =>
  openServer({
    database: more.database ?? (await openDatabase('memory://')),
    host: '127.0.0.1',
    port: 0,
    mind,
    log,
    admit: admitGuest,
    takesFolder: join(tmpdir(), `proscenium-takes-${process.pid}`),
    ...more,
  })

/** A viewer without a picture: what a page does, but draw. */
export type Viewer = {
  readonly room: Room
  /** Another one after the line was broken and mended. */
  readonly follower: Follower
  readonly notices: RoomMessages['notice'][]
  /** When the room's last welcome came. Milliseconds of `performance.now()`. */
  readonly welcomed: number
  /** Poses by tick, as they were shown. */
  readonly poses: Map<number, string>
  readonly leave: () => Promise<void>
}

const catalogues = new Map<string, Promise<Catalogue>>()

function catalogueOf(stage: string): Promise<Catalogue> {
  const catalogue = catalogues.get(stage) ?? loadCatalogue(openContent(), stage)
  catalogues.set(stage, catalogue)
  return catalogue
}

/** @param how  The room to join instead of a new one, and milliseconds by which commands come late. */
export async function openViewer(
  url: string,
  how: { readonly roomId?: string; readonly lag?: number } = {},
): Promise<Viewer> {
  const client = new Client(url.replace('http', 'ws'))
  const room = how.roomId === undefined ? await client.create('stage', {}) : await client.joinById(how.roomId, {})
  room.reconnection.minUptime = 0
  const notices: RoomMessages['notice'][] = []
  const poses = new Map<number, string>()
  room.onMessage('notice', (notice: RoomMessages['notice']) => void notices.push(notice))
  let welcomed = 0
  for (const type of ['lists', 'you']) room.onMessage(type, () => {})
  const line: RoomLine = {
    onMessage: (type, handle) =>
      room.onMessage(type, (message: never) => {
        if (type === 'welcome') welcomed = performance.now()
        if (how.lag === undefined) handle(message)
        else setTimeout(() => handle(message), type === 'welcome' ? 0 : how.lag)
      }),
    send: (type, message) => room.send(type, message),
    isWhole: () => room.connection.isOpen,
  }
  const followed = await followRoom({ line, catalogueOf, now: () => performance.now() })
  const viewer = {
    room,
    follower: followed.follower(),
    welcomed,
    notices,
    poses,
    async leave() {
      followed.close()
      clearInterval(drawing)
      if (room.connection.isOpen) await room.leave()
    },
  }
  const drawing = setInterval(() => {
    viewer.follower = followed.follower()
    viewer.welcomed = welcomed
    viewer.follower.advance(performance.now())
    const { world } = viewer.follower.stage
    poses.set(world.tick, poseHash(world))
  }, 16)
  return viewer
}

/** Resolves once something holds; fails after a while with what was waited for. */
export async function until(what: string, holds: () => boolean, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
