/**
 * A process that draws: opens a driver, draws the frames it is told to, hands them on by a pipe. Forked by `film-worker.ts`,
 * which also ends it: what is still in the pipe would be lost with it.
 */
import { Socket } from 'node:net'
import process from 'node:process'
import { EngineError } from '../../core/errors.ts'
import type { DriverChoice } from '../../render/hosts/find-gpu.ts'
import { createNodeHost } from '../../render/hosts/node.ts'
import { loadCatalogue } from '../content.ts'
import { openContent } from '../disk-content.ts'
import { cpuSeconds } from './cpu-time.ts'
import { drawFrames } from './draw-frames.ts'
import { type FilmJob, FRAME_PIPE, type FromWorker, OPENED_LINE, type ToWorker } from './film-worker-messages.ts'

process.on('message', (message: ToWorker) => attempt(() => draw(message.job)))
process.on('disconnect', () => process.exit(1))
// Terminals signal every process of a group; what becomes of the film is the parent's to decide.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const opening = createNodeHost({ driver: (process.argv[2] ?? 'auto') as DriverChoice })
await attempt(async () => {
  const { adapter } = await opening
  process.stderr.write(`\n${OPENED_LINE}\n`)
  send({ type: 'ready', adapter })
})

/** One frame waits to be taken while the next is drawn, and no more: that is what bounds the memory. */
async function draw({ content: folder, ...job }: FilmJob): Promise<void> {
  const before = cpuSeconds()
  const pipe = new Socket({ fd: FRAME_PIPE, readable: false, writable: true })
  // A parent that is gone reads nothing; "disconnect" tells.
  pipe.on('error', () => {})
  const content = openContent(folder)
  const catalogue = await loadCatalogue(content, job.take.stage)
  const signal = new AbortController().signal
  const drawn = drawFrames({ ...job, host: await opening, content, catalogue, signal })
  let taken: Promise<unknown> = Promise.resolve()
  for await (const { i420, rgba } of drawn.frames) {
    await taken
    taken = write(pipe, rgba === undefined ? [i420] : [i420, rgba])
  }
  await taken
  const cost = drawn.cost()
  send({ type: 'done', cost: { ...cost, start: cost.start + before } })
}

function write(pipe: Socket, parts: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve) => {
    parts.forEach((part, i) => void pipe.write(part, i === parts.length - 1 ? () => resolve() : undefined))
  })
}

async function attempt(step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    const code = error instanceof EngineError ? error.code : undefined
    const message = error instanceof Error ? error.message : String(error)
    send({ type: 'failed', code, message }, () => process.exit(1))
  }
}

function send(message: FromWorker, whenSent = () => {}): void {
  process.send?.(message, undefined, undefined, whenSent)
}
