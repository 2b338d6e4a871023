import { setTimeout as wait } from 'node:timers/promises'
import { openViewer } from '../../../server/test-room.ts'
import { type Figure, percentile } from './figures.ts'
import { type LightViewer, openLightViewer } from './light-viewer.ts'
import { type RoomServer, startRoomServer } from './start-room-server.ts'

/** How many watch, and what is measured for how long, seconds. */
const CROWDS = [50, 200]
const MEASURED = 30
/** Viewers who come in a second, and how long a room then has to settle, milliseconds. */
const ARRIVALS = 20
const SETTLE = 3000
/** Milliseconds between stamped changes of the state. */
const STAMP_EVERY = 250

/** Share of a core, bytes a second for each viewer, and milliseconds at the smaller crowd. */
const CORE_LIMIT = 1
const TRAFFIC_LIMIT = 2000
const DELAY_LIMIT = 100

/**
 * A room in which somebody never stops talking, and viewers of the same machine over loopback: what the server costs, what
 * goes over each line, and how long a change of the state is on its way.
 */
export async function benchRoom(): Promise<Figure[]> {
  using server = await startRoomServer('chatter')
  const figures: Figure[] = []
  // One of them moves as a page does; its hashes are those that all tell.
  const guide = await openViewer(server.url)
  const { roomId } = guide.room
  guide.room.send('say', { text: 'Talk.' })
  const viewers: LightViewer[] = []
  const telling = setInterval(() => {
    const settled = Math.floor((guide.follower.stage.world.tick - 60) / 300) * 300
    const hash = guide.poses.get(settled)
    if (hash !== undefined) for (const viewer of viewers) viewer.tellHash(settled, hash)
  }, 5000)
  for (const crowd of CROWDS) {
    while (viewers.length < crowd - 1) {
      viewers.push(await openLightViewer(server.url, `Viewer ${viewers.length}`, roomId))
      await wait(1000 / ARRIVALS)
    }
    await wait(SETTLE)
    figures.push(...(await measure(server, roomId, viewers)))
  }
  clearInterval(telling)
  const { differing } = await server.cost()
  figures.push({ what: 'poses that differ', value: differing, unit: '', limit: 0 })
  await Promise.all([guide.leave(), ...viewers.map((viewer) => viewer.leave())])
  return figures
}

async function measure(server: RoomServer, roomId: string, viewers: readonly LightViewer[]): Promise<Figure[]> {
  for (const { traffic, delays } of viewers) {
    Object.assign(traffic, { plans: 0, rest: 0 })
    delays.length = 0
  }
  const before = await server.cost()
  const begun = performance.now()
  const stamping = setInterval(() => server.stamp(roomId), STAMP_EVERY)
  await wait(MEASURED * 1000)
  clearInterval(stamping)
  const seconds = (performance.now() - begun) / 1000
  const after = await server.cost()
  const crowd = viewers.length + 1
  const mean = (of: (viewer: LightViewer) => number) =>
    viewers.reduce((sum, viewer) => sum + of(viewer), 0) / viewers.length / seconds
  const delays = viewers.flatMap((viewer) => viewer.delays)
  const isMore = crowd > CROWDS[0]!
  return [
    { what: `${crowd} viewers: server`, value: (after.cpu - before.cpu) / seconds, unit: 'cores', limit: CORE_LIMIT },
    {
      what: `${crowd} viewers: to each, without plans`,
      value: mean(({ traffic }) => traffic.rest),
      unit: 'bytes/s',
      limit: TRAFFIC_LIMIT,
    },
    { what: `${crowd} viewers: to each, plans`, value: mean(({ traffic }) => traffic.plans), unit: 'bytes/s' },
    ...[0.5, 0.95, 0.99].map((share) => ({
      what: `${crowd} viewers: state's way, p${share * 100}`,
      value: percentile(delays, share),
      unit: 'ms',
      ...(share === 0.95 && !isMore ? { limit: DELAY_LIMIT } : {}),
    })),
    { what: `${crowd} viewers: memory of the server`, value: after.rss, unit: 'MB' },
  ]
}
