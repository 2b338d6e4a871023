import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from 'tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createStage,
  loadCatalogue,
  openContent,
  poseHash,
  type RoomMessages,
  readTake,
  stateHash,
  type Take,
} from '../../engine/api/host.ts'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from '../test-room.ts'

const { log, lines } = createTestLog()
const ANSWER = 'Hello there. It is very nice to meet you on such a lovely day.'
const mind = scriptedMind(async function* ({ text }) {
  yield { kind: 'gesture', name: 'wave' }
  yield { kind: 'say', text: text === 'long' ? `${ANSWER} `.repeat(6) : ANSWER }
})
let server: RunningServer
let takesFolder: string

beforeAll(async () => {
  takesFolder = await mkdtemp(join(tmpdir(), 'proscenium-takes-'))
  server = await openTestServer(mind, log, { takesFolder, limits: { takeSeconds: 12 } })
})
afterAll(async () => {
  await server.close()
  await rm(takesFolder, { recursive: true })
})

function listenForTakes({ room }: Viewer): RoomMessages['take'][] {
  const takes: RoomMessages['take'][] = []
  room.onMessage('take', (take: RoomMessages['take']) => void takes.push(take))
  return takes
}

const isSpeaking = ({ follower }: Viewer) => {
  const { world } = follower.stage
  return world.components.Timeline.lines
    .flat()
    .some(({ start, end }) => start + 20 < world.tick && end > world.tick + 20)
}

/** Fetches a take as a person does, and unpacks it. */
async function fetchTake({ name, url }: RoomMessages['take']) {
  const response = await fetch(`${server.url}${url}`)
  expect(response.headers.get('content-disposition')).toContain(`${name}.tar.gz`)
  const folder = await mkdtemp(join(tmpdir(), 'proscenium-unpacked-'))
  await writeFile(join(folder, 'take.tar.gz'), Buffer.from(await response.arrayBuffer()))
  await extract({ file: join(folder, 'take.tar.gz'), cwd: folder })
  return readTake(join(folder, `${name}.json`))
}

/** Poses of a take by tick, and the state it comes to. */
async function replay({ seed, log, start, ticks, stage: name }: Take) {
  const catalogue = await loadCatalogue(openContent(), name)
  const stage = createStage({ catalogue, seed, log, start: start! })
  const poses = new Map<number, string>()
  while (stage.world.tick < start!.tick + ticks) {
    stage.step()
    poses.set(stage.world.tick, poseHash(stage.world))
  }
  return { poses, state: stateHash(stage.world) }
}

describe('a recording', () => {
  it('begun in mid-word, with an interruption in it, is performed again as it was, pose by pose', async () => {
    const viewer = await openViewer(server.url)
    const takes = listenForTakes(viewer)
    viewer.room.send('say', { text: 'long' })
    await until('she is in the middle of a sentence', () => isSpeaking(viewer))
    viewer.room.send('record', { on: true })
    await until('everyone sees that it is recorded', () => viewer.room.state.isRecording)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    viewer.room.send('interrupt', {})
    await new Promise((resolve) => setTimeout(resolve, 1000))
    viewer.room.send('say', { text: 'Hi!' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    await until('she speaks again', () => isSpeaking(viewer))
    viewer.room.send('command', { name: 'cutTo', input: { shot: 'close-up' } })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    viewer.room.send('record', { on: false })
    await until('the take is there', () => takes.length > 0)
    expect(viewer.room.state.isRecording).toBe(false)
    expect(takes[0]!.seconds).toBeGreaterThan(5)
    const { take, blobs } = await fetchTake(takes[0]!)
    expect(take.start!.actors[0]!.lines.length).toBeGreaterThan(0)
    expect(take.log.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['interrupt', 'performLine', 'cutTo', 'act']),
    )
    for (const hash of take.blobs) expect(blobs.file(hash as never)!.length).toBeGreaterThan(1000)
    const { poses, state } = await replay(take)
    const seen = [...viewer.poses].filter(([tick]) => poses.has(tick))
    expect(seen.length).toBeGreaterThan(150)
    expect(seen.filter(([tick, hash]) => poses.get(tick) !== hash)).toEqual([])
    expect(state).toBe(take.stateHash)
    // A planted difference is seen.
    const planted = await replay({ ...take, log: take.log.filter(({ name }) => name !== 'interrupt') })
    expect(seen.some(([tick, hash]) => planted.poses.get(tick) !== hash)).toBe(true)
    await viewer.leave()
  }, 60_000)

  it('stops by itself when it is as long as it may be, and says so', async () => {
    const viewer = await openViewer(server.url)
    const takes = listenForTakes(viewer)
    viewer.room.send('record', { on: true })
    await until('the take is there', () => takes.length > 0, 30)
    expect(takes[0]!.seconds).toBeCloseTo(12, 1)
    expect(viewer.notices).toMatchObject([{ code: 'room/take-full', message: expect.stringMatching(/0\.2 minutes/) }])
    viewer.room.send('record', { on: false })
    await until('it is told that there is none', () => viewer.notices.some(({ code }) => code === 'room/not-recording'))
    await viewer.leave()
  }, 60_000)

  it('is kept when the room closes in the middle of it', async () => {
    const before = (await readdir(takesFolder)).length
    const viewer = await openViewer(server.url)
    viewer.room.send('record', { on: true })
    await until('it is recorded', () => viewer.room.state.isRecording)
    await viewer.leave()
    const isKept = () => lines.filter(({ message }) => message === 'a recording is kept').length === 3
    await until('it is kept', isKept, 20)
    expect((await readdir(takesFolder)).length).toBe(before + 2)
  }, 60_000)

  it('is not given to who asks for something else', async () => {
    for (const path of ['nothing.tar.gz', '..%2fpackage.json', 'x.json'])
      expect((await fetch(`${server.url}/takes/${path}`)).status, path).toBe(404)
  })
})
