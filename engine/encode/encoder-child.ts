/** The encoder's own process: reads frames from a pipe, writes the file, says when it is whole. Forked by `encoder.ts`. */
import { rmSync } from 'node:fs'
import { Socket } from 'node:net'
import process from 'node:process'
import { type FailureReason, type FilmSettings, FRAME_PIPE, type FromChild, type ToChild } from './encoder-messages.ts'
import { frameBytes, soundFloats } from './formats.ts'
import type { Mp4Writer } from './mp4-writer.ts'

/** FFmpeg returns errno negated: ENOSPC (disk full), EFBIG (more than the file system or user may store in one file), EDQUOT. */
const NO_SPACE_CODES: readonly unknown[] = [-28, -27, -122]

/** Everything the process holds once a film is open. */
type Work = { readonly film: FilmSettings; readonly writer: Mp4Writer; readonly pipe: Socket; frames: number }

let work: Work | undefined
let framesExpected = Number.POSITIVE_INFINITY

process.on('message', (message: ToChild) => attempt(() => receive(message)))
process.on('disconnect', () => abandon(1))
// Terminals and service managers signal every process of a group; what becomes of the film is the parent's to decide.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

async function receive(message: ToChild): Promise<void> {
  if (message.type === 'open') {
    await open(message.film)
  } else {
    framesExpected = message.frames
    finishWhenComplete()
  }
}

async function open(film: FilmSettings): Promise<void> {
  const { Mp4Writer } = await import('./mp4-writer.ts')
  const writer = new Mp4Writer(film)
  work = { film, writer, pipe: readFrames(film, (picture, sound) => addFrame(picture, sound)), frames: 0 }
  send({ type: 'ready' })
}

/** Fills one buffer again and again. Nothing is read while a frame is encoded: that is what holds the parent back. */
function readFrames(film: FilmSettings, onFrame: (picture: Buffer, sound: Float32Array) => void): Socket {
  const pictureLength = frameBytes(film)
  const record = Buffer.alloc(pictureLength + soundFloats(film.fps) * Float32Array.BYTES_PER_ELEMENT)
  const picture = record.subarray(0, pictureLength)
  const sound = new Float32Array(record.buffer, record.byteOffset + pictureLength, soundFloats(film.fps))
  let filled = 0
  const callback = (count: number) => {
    filled += count
    if (filled === record.length) {
      filled = 0
      onFrame(picture, sound)
    }
    return true
  }
  const buffer = () => record.subarray(filled)
  return new Socket({ fd: FRAME_PIPE, readable: true, writable: false, onread: { buffer, callback } }).resume()
}

function addFrame(picture: Buffer, sound: Float32Array): void {
  void attempt(() => {
    if (!work) return
    work.writer.addFrame(picture, sound)
    work.frames++
    finishWhenComplete()
  })
}

/** The last frame and the order to finish come by different ways, in either order. */
function finishWhenComplete(): void {
  if (!work || work.frames < framesExpected) return
  work.writer.finish()
  send({ type: 'done', cpuSeconds: cpuSeconds() }, () => process.exit(0))
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function attempt(step: () => void | Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    send({ type: 'failed', reason: failureReason(error), message }, () => abandon(1))
    work?.pipe.destroy()
  }
}

function failureReason(error: unknown): FailureReason {
  if (!(error instanceof Error)) return 'failed'
  const { code } = error as { code?: unknown }
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return 'no-codec'
  return NO_SPACE_CODES.includes(code) ? 'no-space' : 'failed'
}

function send(message: FromChild, whenSent = () => {}): void {
  process.send?.(message, undefined, undefined, whenSent)
}

/** Leaves nothing behind: without its parent nobody will ever finish or rename the file. */
function abandon(exitCode: number): never {
  if (work) rmSync(work.film.path, { force: true })
  process.exit(exitCode)
}
