import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openViewer, until } from './test-room.ts'

/** Seconds that the whole server may take to start on a machine that has much else to do. */
const START = 120

/** Lines that a program has written so far. */
function listen(program: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [program.stdout!, program.stderr!])
    stream.on('data', (text: Buffer) => lines.push(...text.toString().split('\n').filter(Boolean)))
  return lines
}

it('a server that is told to stop lets the sentence be finished, keeps what is recorded, and ends well', async () => {
  const takes = await mkdtemp(join(tmpdir(), 'proscenium-takes-'))
  const program = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, PORT: '0', DATABASE_URL: 'memory://', TAKES_FOLDER: takes, RECOGNISER: 'none' },
  })
  const lines = listen(program)
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve))
  try {
    const url = () => /"url":"([^"]+)"/.exec(lines.find((line) => line.includes('the room is open')) ?? '')?.[1]
    await until('it is open', () => url() !== undefined, START)
    const viewer = await openViewer(url()!)
    const { room, notices } = viewer
    const said = () => [...(room.state.history ?? [])].map(({ text }) => text)
    await until('she has greeted', () => said().length > 0 && room.state.actors.get('host').doing === 'idle', 30)
    room.send('record', { on: true })
    room.send('say', { text: 'Tell me a joke' })
    const cues = () => viewer.follower.stage.world.components.Timeline.lines.flat()
    await until('she is in the middle of a sentence', () =>
      cues().some(
        ({ start, end }) => start + 30 < viewer.follower.stage.world.tick && end > viewer.follower.stage.world.tick,
      ),
    )
    const [sentence] = cues().map(({ plan }) => plan.text)
    program.kill('SIGTERM')
    await until('people are told', () => notices.some(({ code }) => code === 'room/closing'))
    await expect(openViewer(url()!)).rejects.toThrow(/about to close/)
    room.send('say', { text: 'Wait!' })
    await until('nothing more is taken up', () => notices.filter(({ code }) => code === 'room/closing').length === 2)
    await until('the sentence was heard to its end', () => said().includes(sentence!), 20)
    expect(await ended).toBe(0)
    expect((await readdir(takes)).filter((name) => name.endsWith('.json'))).toHaveLength(1)
    expect(lines.at(-1)).toContain('"msg":"closed"')
    await viewer.leave().catch(() => {})
  } finally {
    program.kill('SIGKILL')
    await rm(takes, { recursive: true })
  }
}, 240_000)
