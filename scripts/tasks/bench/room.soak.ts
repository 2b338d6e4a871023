import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type LightViewer, openLightViewer } from './light-viewer.ts'
import { startRoomServer } from './start-room-server.ts'

const MINUTES = 10
/** Compilers, caches and the bounded history settle in these. */
const SETTLED_AFTER = 4
/** What the server may hold more at the end than once it has settled. Megabytes: reachable, and of the process. */
const HEAP_GROWTH = 8
const RSS_GROWTH = 60

/** Seconds between arrivals, things said, interruptions and rooms that are opened and left at once. */
const ARRIVES_EVERY = 3
const SAID_EVERY = 6
const INTERRUPTED_EVERY = 13
const ROOM_EVERY = 11
/** Viewers who are there at once. */
const CROWD = 10
const SAID = ['Hi!', 'Tell me a joke', 'What can you do?', 'Remind me to stretch in two hours', 'What is this room?']

test('a server that people come to and leave, talk with and interrupt, holds no more after ten minutes than before', async () => {
  using server = await startRoomServer('persona')
  const lead = await openLightViewer(server.url, 'Lead')
  const viewers: LightViewer[] = []
  const held: { heap: number; rss: number }[] = []
  for (let second = 0; second <= MINUTES * 60; second++) {
    if (second % 60 === 0) held.push(await server.cost())
    if (second % ARRIVES_EVERY === 0) {
      viewers.push(await openLightViewer(server.url, `Viewer ${second}`, lead.room.roomId))
      if (viewers.length > CROWD) await viewers.shift()!.leave()
    }
    if (second % SAID_EVERY === 0) lead.room.send('say', { text: SAID[(second / SAID_EVERY) % SAID.length]! })
    if (second % INTERRUPTED_EVERY === 0) viewers[0]!.room.send('interrupt', {})
    if (second % ROOM_EVERY === 0) {
      const passer = await openLightViewer(server.url, 'Passer-by')
      await wait(500)
      await passer.leave()
    }
    await wait(1000)
  }
  process.stdout.write(
    `minute: heap, RSS\n${held.map(({ heap, rss }, i) => `${i}: ${heap.toFixed(1)} ${rss.toFixed(0)}`).join('\n')}\n`,
  )
  const settled = held[SETTLED_AFTER]!
  const last = held.at(-1)!
  expect(last.heap - settled.heap).toBeLessThan(HEAP_GROWTH)
  expect(last.rss - settled.rss).toBeLessThan(RSS_GROWTH)
  expect((await server.cost()).differing).toBe(0)
}, 1_500_000)
