import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from '../test-room.ts'

const { log, lines } = createTestLog()
const ANSWER = 'Hello there. It is very nice to meet you on such a lovely day.'
const mind = scriptedMind(async function* ({ text, use }) {
  if (text === 'remind') {
    yield { kind: 'say', text: await use('addTodo', { text: 'stretch', remind: 'in 1 second' }) }
    return
  }
  yield { kind: 'gesture', name: 'nod' }
  yield { kind: 'say', text: text === 'long' ? `${ANSWER} `.repeat(12) : ANSWER }
})
let server: RunningServer

beforeAll(async () => {
  server = await openTestServer(mind, log)
}, 60_000)
afterAll(() => server.close())

/** Poses that two viewers both showed, and of those the ones that differ. */
function compare(a: Viewer, b: Viewer): { shared: number; different: number } {
  const shared = [...a.poses].filter(([tick]) => b.poses.has(tick))
  return { shared: shared.length, different: shared.filter(([tick, hash]) => b.poses.get(tick) !== hash).length }
}

/** A number among the server's metrics; 0 for one that is not there yet. */
async function countOf(name: string): Promise<number> {
  const lines = (await (await fetch(`${server.url}/metrics`)).text()).split('\n')
  return Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length) ?? 0)
}

const said = ({ room }: Viewer): string[] => [...(room.state.history ?? [])].map(({ text }) => text)

describe('a room', () => {
  it('shows two viewers, one who comes in mid-word, the same performance at every tick', async () => {
    const first = await openViewer(server.url)
    first.room.send('say', { text: 'Hi!' })
    await until('she speaks', () =>
      first.follower.stage.world.components.Timeline.lines.some((cues) => cues.length > 0),
    )
    await new Promise((resolve) => setTimeout(resolve, 700))
    const second = await openViewer(server.url, { roomId: first.room.roomId })
    await until('the answer was heard', () => said(first).join(' ') === `Hi! ${ANSWER}`)
    const { shared, different } = compare(first, second)
    expect(shared).toBeGreaterThan(60)
    expect(different).toBe(0)
    expect(said(second)).toEqual(said(first))
    await first.leave()
    await second.leave()
  }, 30_000)

  it('comes to the same poses for a viewer whose commands arrive late', async () => {
    const first = await openViewer(server.url)
    const late = await openViewer(server.url, { roomId: first.room.roomId, lag: 400 })
    first.room.send('say', { text: 'Hi!' })
    await until('the answer was heard', () => said(first).join(' ') === `Hi! ${ANSWER}`)
    await new Promise((resolve) => setTimeout(resolve, 600))
    const last = Math.max(...[...late.poses.keys()].filter((tick) => first.poses.has(tick)))
    expect(late.poses.get(last)).toBe(first.poses.get(last))
    await first.leave()
    await late.leave()
  }, 30_000)

  it('stops when it is interrupted, and keeps only what was heard', async () => {
    const viewer = await openViewer(server.url)
    viewer.room.send('say', { text: 'long' })
    const lines = () => viewer.follower.stage.world.components.Timeline.lines.flat()
    await until('she speaks', () => lines().some(({ start }) => start < viewer.follower.stage.world.tick - 60))
    viewer.room.send('interrupt', {})
    await until('she has stopped', () => viewer.room.state.actors.get('host').doing === 'idle')
    await until('it is kept', () => said(viewer).length === 2)
    const heard = said(viewer)[1]!
    expect(ANSWER.repeat(2).startsWith(heard) || ANSWER.startsWith(heard)).toBe(true)
    expect(heard.length).toBeLessThan(ANSWER.length)
    await until('her lines are over', () => lines().length === 0)
    await viewer.leave()
  }, 30_000)

  it('tells who sent something it cannot use, and lives on', async () => {
    const viewer = await openViewer(server.url)
    const { room, notices } = viewer
    room.send('dance', {})
    room.send('say', { text: 7 })
    room.send('say', { text: '語'.repeat(100_000) })
    room.send('command', { name: 'removeActor', input: { actor: 'host' } })
    room.send('command', { name: 'gesture', input: { actor: 'host', name: 'wawe' } })
    await until('all were told', () => notices.length === 5)
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^A room knows no message "dance"\. It knows: say, /),
      expect.stringMatching(/^The room cannot use this "say"\. text: .*\.$/),
      expect.stringMatching(/^The room cannot use this "say"\. text: .*2000.*\.$/),
      expect.stringMatching(/^You may not give the command "removeActor" here\./),
      expect.stringMatching(/Did you mean "wave"\?/),
    ])
    room.send('command', { name: 'gesture', input: { actor: 'host', name: 'wave' } })
    const { world } = viewer.follower.stage
    await until('she waves', () => world.components.Timeline.gestures.some((cues) => cues.length > 0))
    await viewer.leave()
  }, 30_000)

  it('slows down who says too much, and shows out who floods it', async () => {
    const viewer = await openViewer(server.url)
    for (let i = 0; i < 7; i++) viewer.room.send('say', { text: 'Hi!' })
    await until('it is said', () => viewer.notices.some(({ code }) => code === 'room/too-fast'))
    const left = new Promise<number>((resolve) => viewer.room.onLeave(resolve))
    for (let i = 0; i < 200; i++) viewer.room.send('listen', { on: true })
    expect(await left).toBeGreaterThan(1000)
    await viewer.leave().catch(() => {})
  }, 30_000)

  it('says unasked what someone wanted to be reminded of', async () => {
    const viewer = await openViewer(server.url)
    viewer.room.send('say', { text: 'remind' })
    await until(
      'the reminder was said',
      () => said(viewer).includes('Guest, you asked me to remind you to stretch.'),
      20,
    )
    await viewer.leave()
  }, 30_000)

  it('measures what a turn’s time goes to, and tells how it is', async () => {
    const viewer = await openViewer(server.url)
    const stages = ['reaction', 'mind', 'voice', 'runtime', 'sound']
    const counted = (stage: string) => countOf(`proscenium_turn_seconds_count{stage="${stage}"}`)
    const before = await Promise.all(stages.map(counted))
    viewer.room.send('say', { text: 'Hi!' })
    await until('the answer was heard', () => said(viewer).join(' ').includes(ANSWER))
    for (const [i, stage] of stages.entries()) expect(await counted(stage), stage).toBe(before[i]! + 1)
    const health = await (await fetch(`${server.url}/health`)).json()
    expect(health).toMatchObject({ status: 'ok', ready: true, rooms: 1, people: 1 })
    await viewer.leave()
  }, 30_000)

  it('finds no pose different, and would', async () => {
    const viewer = await openViewer(server.url)
    await until('two hashes were compared', () => viewer.follower.stage.world.tick > 620, 15)
    expect(lines.filter(({ message }) => message === 'poses differ')).toEqual([])
    viewer.room.send('hash', { tick: 600, hash: '0123456789abcdef' })
    await until('the difference is logged', () => lines.some(({ message }) => message === 'poses differ'))
    expect(lines.find(({ message }) => message === 'poses differ')).toMatchObject({ level: 'error', tick: 600 })
    await viewer.leave()
  }, 30_000)
})
