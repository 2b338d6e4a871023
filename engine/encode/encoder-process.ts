import { type ChildProcess, fork } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { EngineError, unreachable } from '../core/errors.ts'
import { type FailureReason, type FilmSettings, FRAME_PIPE, type FromChild, type ToChild } from './encoder-messages.ts'

/** Characters kept of what FFmpeg and Node print in the child: enough for the reason of a crash. */
const LOG_TAIL = 2000

/**
 * The child process that holds the codecs. They are large, native, and must not take the engine with them.
 *
 * Frames go through a pipe of their own. A message of 1.4 MB costs three times the CPU (it is serialised and copied
 * on both sides; measured 1.6 against 0.45 ms), and a pipe holds the sender back by itself when the encoder is behind.
 */
export class EncoderProcess {
  readonly #film: FilmSettings
  readonly #name: string
  readonly #child: ChildProcess
  readonly #pipe: Socket
  readonly #signal: AbortSignal | undefined
  /** Settles when the process is gone and, unless the film is whole, its file too. */
  readonly #gone: Promise<void>
  readonly #opened = Promise.withResolvers<void>()
  #isWhole = false
  #cpuSeconds = 0
  #failure: unknown
  #log = ''

  /**
   * @param film    Its path is the name the file has while it grows.
   * @param name    The film's own name, for messages.
   * @param signal  Ends the process at once and removes the file.
   */
  constructor(film: FilmSettings, name: string, signal?: AbortSignal) {
    this.#film = film
    this.#name = name
    this.#signal = signal
    const script = fileURLToPath(new URL('encoder-child.ts', import.meta.url))
    this.#child = fork(script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'], execArgv: [] })
    this.#pipe = this.#child.stdio[FRAME_PIPE] as Socket
    this.#gone = this.#watch()
    signal?.addEventListener('abort', this.#kill)
  }

  /** Loads the codecs and opens the file. */
  async open(): Promise<void> {
    this.#send({ type: 'open', film: this.#film })
    await Promise.race([this.#opened.promise, this.#gone])
    this.#throwFailure()
  }

  /** Sends what makes one frame. Resolves when the child has it all, so that the arrays may be used again. */
  async write(parts: readonly Uint8Array[]): Promise<void> {
    const isTaken = await new Promise<boolean>((resolve) => {
      this.#pipe.cork()
      parts.forEach((part, i) => {
        this.#pipe.write(part, i === parts.length - 1 ? (error) => resolve(!error) : undefined)
      })
      this.#pipe.uncork()
    })
    if (isTaken) return
    await this.#gone
    this.#throwFailure()
  }

  /** Resolves when the file is whole and closed, with the seconds of processor time that took from the start. */
  async finish(frames: number): Promise<number> {
    this.#send({ type: 'finish', frames })
    await this.#gone
    this.#throwFailure()
    return this.#cpuSeconds
  }

  /** Ends the process without asking and removes its file, unless that is whole. */
  async end(): Promise<void> {
    this.#kill()
    await this.#gone
  }

  readonly #kill = () => {
    if (!this.#isWhole) this.#child.kill('SIGKILL')
  }

  /** Follows the child to its end; the one place that decides what became of it. */
  async #watch(): Promise<void> {
    // A failed write is answered where it was made; why it failed the child says before it goes ("close" waits for that).
    this.#pipe.on('error', () => {})
    this.#child.on('message', (message: FromChild) => this.#receive(message))
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#log = (this.#log + text.toString()).slice(-LOG_TAIL)
    })
    const how = await new Promise<string>((resolve) => {
      this.#child.once('error', (error) => resolve(`could not be started: ${error.message}`))
      this.#child.once('close', (code, signal) =>
        resolve(signal ? `was killed by ${signal}` : `stopped with exit code ${code}`),
      )
    })
    this.#signal?.removeEventListener('abort', this.#kill)
    if (this.#isWhole) return
    this.#failure ??= this.#signal?.aborted ? this.#signal.reason : this.#died(how)
    await rm(this.#film.path, { force: true })
  }

  #receive(message: FromChild): void {
    switch (message.type) {
      case 'ready':
        this.#opened.resolve()
        return
      case 'done':
        this.#isWhole = true
        this.#cpuSeconds = message.cpuSeconds
        return
      case 'failed':
        this.#failure ??= this.#failed(message.reason, message.message)
        return
      default:
        unreachable(message)
    }
  }

  #send(message: ToChild): void {
    // A child that is gone cannot be told anything; whoever waits for its answer learns that from `#gone`.
    this.#child.send(message, () => {})
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure
  }

  #died(how: string): EngineError {
    const message = `The encoder's process ${how} before ${this.#name} was whole; what there was of it is removed. Film it again.`
    return new EngineError('encode/process-died', message, { data: { log: this.#log } })
  }

  #failed(reason: FailureReason, message: string): EngineError {
    const data = { log: this.#log }
    switch (reason) {
      case 'no-codec':
        return new EngineError(
          'encode/no-codec',
          `${this.#name} needs H.264 and AAC from the package node-av, which is not installed (${message}). Run npm install without --omit=optional.`,
          { data },
        )
      case 'no-space':
        return new EngineError(
          'encode/no-space',
          `The disk is full: ${this.#name} did not fit (${message}). Free some space or choose another folder.`,
          { data },
        )
      case 'failed':
        return new EngineError(
          'encode/failed',
          `${this.#name} could not be encoded: ${message}. Its settings are ${describe(this.#film)}.`,
          { data },
        )
      default:
        return unreachable(reason)
    }
  }
}

function describe({ width, height, fps, quality, threads }: FilmSettings): string {
  return `${width}x${height}, ${fps} fps, preset ${quality.preset}, crf ${quality.crf}, ${threads} threads`
}
