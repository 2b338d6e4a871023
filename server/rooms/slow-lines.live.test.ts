import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from '../test-room.ts'
import { openSlowLine, type SlowLine, type Travel } from '../test-slow-line.ts'

const ANSWER = 'Hello there. It is very nice to meet you on such a lovely day. Shall we go for a walk?'
const { log, lines } = createTestLog()
const mind = scriptedMind(async function* () {
  yield { kind: 'gesture', name: 'wave' }
  yield { kind: 'say', text: ANSWER }
})
let server: RunningServer
let slow: SlowLine
const viewers: Viewer[] = []

beforeAll(async () => {
  server = await openTestServer(mind, log)
}, 60_000)
afterAll(() => server.close())
afterEach(async () => {
  for (const viewer of viewers.splice(0)) await viewer.leave()
  await slow.close()
})

/** Two in a room, one of them over a line that is not as good. */
async function openTwo(travel: Travel): Promise<{ near: Viewer; far: Viewer }> {
  slow = await openSlowLine(server.url, travel)
  const near = await openViewer(server.url)
  viewers.push(near)
  const far = await openViewer(slow.url, { roomId: near.room.roomId })
  viewers.push(far)
  return { near, far }
}

const said = ({ room }: Viewer): string => [...(room.state.history ?? [])].map(({ text }) => text).join(' ')
const speaks = ({ follower }: Viewer): boolean =>
  follower.stage.world.components.Timeline.lines.some((cues) => cues.length > 0)

/** Both have shown a tick that lies after all that was done: the same one, and alike. */
async function endAlike({ near, far }: { near: Viewer; far: Viewer }): Promise<void> {
  await until('the answer was heard', () => said(near).endsWith(ANSWER), 20)
  await until('both were told so', () => said(far) === said(near), 10)
  const after = Math.max(near.follower.stage.world.tick, far.follower.stage.world.tick) + 20
  const shared = () => [...far.poses.keys()].filter((tick) => tick > after && near.poses.has(tick))
  await until('both went on', () => shared().length > 20, 20)
  for (const tick of shared().slice(10)) expect(far.poses.get(tick)).toBe(near.poses.get(tick))
  expect(lines.filter(({ message }) => message === 'poses differ')).toEqual([])
}

describe('a room at the end of a bad line', () => {
  it('comes to the same poses where everything is late, and never equally so', async () => {
    let turn = 0
    const two = await openTwo(() => 60 + ((turn++ * 37) % 120))
    two.near.room.send('say', { text: 'Hi!' })
    await endAlike(two)
  }, 60_000)

  it('comes to the same poses after the line stood still for two seconds in mid-word, and keeps up again', async () => {
    const two = await openTwo(() => 5)
    two.near.room.send('say', { text: 'Hi!' })
    await until('she speaks there', () => speaks(two.far))
    slow.stall(2000)
    await endAlike(two)
    const behind = two.near.follower.stage.world.tick - two.far.follower.stage.world.tick
    expect(Math.abs(behind)).toBeLessThan(60)
  }, 60_000)

  it('takes up a session whose line broke in mid-word, and is in step again', async () => {
    const two = await openTwo(() => 5)
    const { sessionId } = two.far.room
    two.near.room.send('say', { text: 'Hi!' })
    await until('she speaks there', () => speaks(two.far))
    const back = new Promise<void>((resolve) => two.far.room.onReconnect(() => resolve()))
    slow.cut()
    await back
    expect(two.far.room.sessionId).toBe(sessionId)
    expect(two.near.room.state.people.size).toBe(2)
    await endAlike(two)
  }, 60_000)
})
