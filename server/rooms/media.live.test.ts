import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from '../test-room.ts'

const mind = scriptedMind(async function* () {})
let server: RunningServer

beforeAll(async () => {
  server = await openTestServer(mind, createTestLog().log)
}, 60_000)
afterAll(() => server.close())

const screenOf = ({ follower }: Viewer) => follower.stage.world.screen
const show = ({ room }: Viewer, media: string) => room.send('command', { name: 'showMedia', input: { media } })

it('shows what a person asks for to everyone, to who comes later too, and says what it is', async () => {
  const first = await openViewer(server.url)
  show(first, 'dusk')
  await until('the picture is on', () => screenOf(first).shown === 'dusk')
  await until('everyone is told', () => first.room.state.media === 'dusk')
  const second = await openViewer(server.url, { roomId: first.room.roomId })
  expect(screenOf(second)).toEqual(screenOf(first))
  second.room.send('command', { name: 'hideMedia', input: {} })
  await until('the screen rests', () => screenOf(first).shown === '' && first.room.state.media === '')
  await first.leave()
  await second.leave()
}, 30_000)

it('tells who asks for a picture that is not there, and shows nothing', async () => {
  const viewer = await openViewer(server.url)
  show(viewer, 'dust')
  show(viewer, '../../avatars/milla')
  await until('both are refused', () => viewer.notices.length >= 2)
  expect(viewer.notices.map(({ code }) => code)).toEqual(['stage/unknown-media', 'stage/unknown-media'])
  expect(viewer.notices[0]!.message).toContain('Did you mean "dusk"?')
  expect(screenOf(viewer).wanted).toBe('')
  await viewer.leave()
}, 30_000)

it('serves pictures as pictures', async () => {
  const answer = await fetch(`${server.url}/content/media/dusk/picture.webp`)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP')
})
