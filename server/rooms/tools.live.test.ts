import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoomMessages } from '../../engine/api/host.ts'
import { loadPersona } from '../mind/persona.ts'
import { createPersonaMind } from '../mind/persona-mind.ts'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, until, type Viewer } from '../test-room.ts'

let server: RunningServer

beforeAll(async () => {
  server = await openTestServer(createPersonaMind(await loadPersona('milla')), createTestLog().log)
}, 60_000)
afterAll(() => server.close())

const given = ({ follower }: Viewer, name: string) =>
  follower.stage.world.log.filter((command) => command.name === name)

function listsOf({ room }: Viewer): RoomMessages['lists'][] {
  const lists: RoomMessages['lists'][] = []
  room.onMessage('lists', (message: RoomMessages['lists']) => void lists.push(message))
  return lists
}

test('someone asks for a shot, a picture, a smile and a glance, and everyone sees them', async () => {
  const first = await openViewer(server.url)
  const second = await openViewer(server.url, { roomId: first.room.roomId })
  first.room.send('say', { text: 'Milla, show me a close-up please' })
  await until('the shot is cut to', () => second.room.state.shot === 'close-up', 30)
  first.room.send('say', { text: 'Can you show me the map?' })
  await until('the picture is shown', () => second.room.state.media === 'island', 30)
  first.room.send('say', { text: 'Could you smile?' })
  await until(
    'she smiles',
    () => given(second, 'express').some(({ input }) => (input as { name: string }).name === 'happy'),
    30,
  )
  first.room.send('say', { text: 'Look to the left' })
  await until('she looks there', () => given(second, 'lookAt').length > 0, 30)
  await first.leave()
  await second.leave()
}, 120_000)

test('what is kept of someone is told to them, changes under their eyes, and is theirs to delete', async () => {
  const viewer = await openViewer(server.url)
  const lists = listsOf(viewer)
  viewer.room.send('lists', {})
  await until('the lists came', () => lists.length === 1, 30)
  viewer.room.send('say', { text: 'Put bread on my list' })
  await until('the bread is on it', () => lists.at(-1)!.todos.length === 1, 30)
  viewer.room.send('say', { text: 'Remember that I like jazz' })
  await until('that is kept', () => lists.at(-1)!.memories.length === 1, 30)
  expect(lists.at(-1)).toMatchObject({
    todos: [{ text: 'bread', done: false }],
    memories: [{ text: 'I like jazz', when: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }],
  })
  viewer.room.send('forget', { kind: 'todo', id: lists.at(-1)!.todos[0]!.id })
  await until('the bread is off it', () => lists.at(-1)!.todos.length === 0, 30)
  viewer.room.send('forgetAll', {})
  await until('nothing is left', () => lists.at(-1)!.memories.length === 0, 30)
  viewer.room.send('forget', { kind: 'cat', id: 'x' })
  await until('nonsense is told', () => viewer.notices.length > 0, 30)
  await viewer.leave()
}, 120_000)
