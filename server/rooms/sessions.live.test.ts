import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from '@colyseus/sdk'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomMessages } from '../../engine/api/host.ts'
import { admitByToken, mintToken } from '../admit.ts'
import type { RunningServer, ServerOptions } from '../open-server.ts'
import { openDatabase } from '../store/database.ts'
import { signedTakeLinks } from '../takes/take-links.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from '../test-room.ts'

const { log, lines } = createTestLog()
const ANSWER = 'Hello there. It is very nice to meet you on such a lovely day.'
const mind = scriptedMind(async function* ({ text }) {
  yield { kind: 'say', text: text === 'long' ? `${ANSWER} `.repeat(6) : ANSWER }
})
const SECRET = 'a secret of at least thirty-two characters'
let server: RunningServer

const database = await openDatabase('memory://')
const open = async (more: Partial<ServerOptions> = {}) => {
  server = await openTestServer(mind, log, { database, ...more })
}
afterEach(() => server.close())

const join = (options: object, token?: string) => {
  const client = new Client(server.url.replace('http', 'ws'))
  if (token !== undefined) client.auth.token = token
  return client.joinOrCreate('stage', options)
}
/** Breaks a viewer's line, and waits until it has come back and begun anew where the room stands. */
async function comeBack(viewer: Viewer): Promise<void> {
  const { follower } = viewer
  breakLine(viewer)
  await until('the line is whole again', () => viewer.follower !== follower, 20)
}

/** Ends the connection as a network does that is gone: nobody says goodbye. */
const breakLine = ({ room }: Viewer): void => (room.connection.transport as unknown as { ws: WebSocket }).ws.close(4010)

/** What a server answers to a page of somebody else that wants a connection. */
const connectFrom = (origin: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      origin,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    request(server.url, { headers })
      .on('response', ({ statusCode }) => resolve(statusCode))
      .on('upgrade', (_, socket) => {
        socket.destroy()
        resolve(101)
      })
      .on('error', reject)
      .end()
  })

const faultOf = (joining: Promise<unknown>) =>
  joining.then(
    () => 'came in',
    (error: Error) => error.message,
  )
const cuesOf = ({ follower }: Viewer) => follower.stage.world.components.Timeline.lines.flat()
const isSpeaking = (viewer: Viewer) =>
  cuesOf(viewer).some(
    ({ start, end }) => start + 20 < viewer.follower.stage.world.tick && end > viewer.follower.stage.world.tick,
  )

describe('a session', () => {
  it('whose line breaks is taken up again, in step, as the same person', async () => {
    await open()
    const first = await openViewer(server.url)
    const second = await openViewer(server.url, { roomId: first.room.roomId })
    await until('both are shown', () => first.room.state.people?.size === 2)
    const { sessionId } = second.room
    second.room.send('say', { text: 'long' })
    await until('she speaks', () => isSpeaking(first))
    await comeBack(second)
    expect(second.room.sessionId).toBe(sessionId)
    expect(first.room.state.people.size).toBe(2)
    await until('she is seen to speak again', () => isSpeaking(second))
    second.room.send('interrupt', {})
    await until('who came back is heard', () => first.room.state.actors.get('host').doing === 'idle')
    await first.leave()
    await second.leave()
  }, 60_000)

  it('of the same person in two tabs shows one person; of two who gave no name, two', async () => {
    await open()
    const [ada, tab, one, other] = await Promise.all([
      join({ name: 'Ada' }),
      join({ name: 'ada' }),
      join({}),
      join({ name: '' }),
    ])
    const names = () => [...(one!.state.people?.values() ?? [])].map(({ name }: { name: string }) => name).sort()
    await until('all are shown', () => names().length === 3)
    expect(names().map((name) => name.toLowerCase())).toEqual(['ada', 'guest', 'guest'].sort())
    await ada!.leave()
    await other!.leave()
    await until('the other tab is still there', () => names().length === 2)
    await Promise.all([tab!.leave(), one!.leave()])
  }, 60_000)

  it('in which nobody does anything is asked first, then ended', async () => {
    await open({ limits: { idleMinutes: 0.06 } })
    const viewer = await openViewer(server.url)
    const left = new Promise<number>((resolve) => viewer.room.onLeave(resolve))
    await until('it is asked', () => viewer.notices.some(({ code }) => code === 'room/idle-soon'))
    expect(await left).toBe(4000)
    expect(viewer.notices.map(({ code }) => code)).toEqual(['room/idle-soon', 'room/idle'])
    await viewer.leave()
  }, 60_000)
})

describe('a room', () => {
  it('stands still while nobody watches, drops what was queued, and goes on unhurried', async () => {
    await open()
    const viewer = await openViewer(server.url)
    viewer.room.send('say', { text: 'long' })
    await until('she speaks', () => isSpeaking(viewer))
    const before = viewer.follower.stage.world.tick
    await comeBack(viewer)
    // None of the time passed in which nobody was there, and what had been cued let go.
    expect(viewer.follower.stage.world.tick - before).toBeLessThan(90)
    expect(cuesOf(viewer).filter(({ end, released }) => end > released + 60)).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(isSpeaking(viewer)).toBe(false)
    expect(viewer.room.state.actors.get('host').doing).toBe('idle')
    await viewer.leave()
  }, 60_000)

  it('is refused in a sentence: unknown stage, avatar or voice, a name that is none, and one room too many', async () => {
    await open({ limits: { rooms: 1 } })
    expect(await faultOf(join({ stage: 'nowhere' }))).toMatch(/^No stage "nowhere"\. Known: .*studio/)
    expect(await faultOf(join({ stage: '../x' }))).toMatch(/stage must be of lower-case letters/)
    expect(await faultOf(join({ avatar: 'mila' }))).toMatch(/Did you mean "milla"/)
    expect(await faultOf(join({ voice: 'sltt' }))).toMatch(/Did you mean "slt"/)
    expect(await faultOf(join({ name: 'x'.repeat(41) }))).toMatch(/40 characters/)
    const room = await join({ stage: 'studio' })
    const client = new Client(server.url.replace('http', 'ws'))
    expect(await faultOf(client.create('stage', {}))).toMatch(/^As many rooms are open here as there may be, 1\./)
    // Who names no stage comes to those who named the first one.
    const second = await join({})
    expect(second.roomId).toBe(room.roomId)
    await Promise.all([room.leave(), second.leave()])
  }, 60_000)

  it('lets in who has a token for it, and nobody else', async () => {
    await open({ admit: admitByToken(SECRET) })
    const token = (more: object, minutes = 1) => mintToken(SECRET, { name: 'Ada', ...more }, minutes)
    expect(await faultOf(join({ name: 'Eve' }))).toMatch(/there is none/)
    expect(await faultOf(join({}, await token({}, -1)))).toMatch(/has run out/)
    const room = await join({}, await token({ sub: 'u-1', room: 'studio' }))
    await until('she is shown by the name in it', () => [...(room.state.people?.values() ?? [])][0]?.name === 'Ada')
    expect(await faultOf(join({}, await token({ room: 'elsewhere' })))).toMatch(/for another room/)
    const own = await join({}, await token({ room: room.roomId }))
    for (const path of ['/metrics', '/takes/x.tar.gz']) {
      expect((await fetch(server.url + path)).status, path).toBe(401)
      const statusWith = async (more: object) => {
        const headers = { authorization: `Bearer ${await token(more)}` }
        return (await fetch(server.url + path, { headers })).status
      }
      expect(await statusWith({}), path).toBe(403)
      expect(await statusWith({ may: 'direct' }), path).toBe(path === '/metrics' ? 200 : 404)
    }
    await Promise.all([room.leave(), own.leave()])
  }, 60_000)

  it('lets who was invited to talk do that, and who directs record, and fetch it by a link alone', async () => {
    await open({ admit: admitByToken(SECRET), takeLinks: signedTakeLinks(SECRET) })
    const enter = async (name: string, may: 'talk' | 'direct') => {
      const room = await join({}, await mintToken(SECRET, { name, may }, 1))
      const told: { you?: RoomMessages['you']; take?: RoomMessages['take']; notices: string[] } = { notices: [] }
      room.onMessage('you', (you: RoomMessages['you']) => Object.assign(told, { you }))
      room.onMessage('take', (take: RoomMessages['take']) => Object.assign(told, { take }))
      room.onMessage('notice', ({ code }: RoomMessages['notice']) => void told.notices.push(code))
      return { room, told }
    }
    const guest = await enter('Gil', 'talk')
    const director = await enter('Dot', 'direct')
    guest.room.send('record', { on: true })
    guest.room.send('cast', { actor: 'Bob' })
    guest.room.send('command', { name: 'setStillness', input: { actor: 'host', stillness: 1 } })
    guest.room.send('command', { name: 'cutTo', input: { shot: 'wide' } })
    await until('all but the shot was refused', () => guest.told.notices.length === 3)
    expect(new Set(guest.told.notices)).toEqual(new Set(['room/not-allowed']))
    await until('the shot is there', () => director.room.state.shot === 'wide')
    director.room.send('record', { on: true })
    await until('it is recorded', () => guest.room.state.isRecording)
    // A tape of no ticks is no take.
    await wait(100)
    director.room.send('record', { on: false })
    await until('the take is told', () => director.told.take !== undefined)
    expect((await fetch(server.url + director.told.take!.url)).status).toBe(200)
    expect((await fetch(server.url + director.told.take!.url.replace('studio-2', 'studio-3'))).status).toBe(401)
    expect([guest.told.take, guest.told.you, director.told.you]).toEqual([
      undefined,
      { may: 'talk' },
      { may: 'direct' },
    ])
    await Promise.all([guest.room.leave(), director.room.leave()])
  }, 60_000)

  it('shows who is about to say something, until they did, or left off', async () => {
    await open()
    const [ada, ben] = [await join({ name: 'Ada' }), await join({ name: 'Ben' })]
    const composing = () =>
      [...(ben.state.people?.values() ?? [])]
        .filter((person: { composing: boolean }) => person.composing)
        .map(({ name }) => name)
        .join()
    const doing = () => (ben.state.actors as Map<string, { doing: string }>).get('host')!.doing
    ada.send('listen', { on: true })
    await until('Ada writes, and is listened to', () => composing() === 'Ada' && doing() === 'listening')
    ben.send('listen', { on: true })
    await until('both write', () => composing() === 'Ada,Ben')
    ada.send('listen', { on: false })
    await until('Ben writes', () => composing() === 'Ben')
    expect(doing()).toBe('listening')
    ben.send('say', { text: 'Hello!' })
    await until('nobody writes', () => composing() === '')
    await Promise.all([ada.leave(), ben.leave()])
  }, 60_000)

  it('is closed to pages of somebody else', async () => {
    await open()
    const room = await join({})
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' }
    const response = await fetch(`${server.url}/matchmake/joinOrCreate/stage`, { method: 'POST', headers, body: '{}' })
    expect(await response.text()).toContain('may not use the rooms')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect((await fetch(`${server.url}/health`, { headers })).status).toBe(403)
    expect(await connectFrom('https://evil.example')).toBe(403)
    expect(await connectFrom(server.url)).toBe(101)
    const own = await fetch(`${server.url}/health`, { headers: { origin: server.url } })
    expect(own.status).toBe(200)
    expect(own.headers.get('x-content-type-options')).toBe('nosniff')
    expect(own.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(own.headers.get('x-powered-by')).toBeNull()
    await room.leave()
  }, 60_000)

  it('tells what there is to choose', async () => {
    await open()
    const options = await (await fetch(`${server.url}/options.json`)).json()
    expect(options.avatars).toContainEqual({ name: 'milla', title: 'Milla' })
    expect(options.voices).toContainEqual({ name: 'slt', title: 'A woman, American' })
    expect(options.stages).toContainEqual({ name: 'studio', title: 'Studio' })
    expect(options.shots).toContainEqual({ name: 'close-up', title: 'Close-up' })
    expect(options.media.length).toBeGreaterThan(0)
    const unknown = await fetch(`${server.url}/options.json?stage=nowhere`)
    expect([unknown.status, (await unknown.json()).message]).toEqual([
      404,
      expect.stringMatching(/^No stage "nowhere"/),
    ])
  }, 60_000)
})

it('logs nothing that is no fault of the server', () => {
  expect(lines.filter(({ level }) => level === 'error')).toEqual([])
})
