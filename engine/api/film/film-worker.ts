import { type ChildProcess, fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { EngineError, unreachable } from '../../core/errors.ts'
import { frameBytes } from '../../encode/formats.ts'
import type { DriverChoice } from '../../render/hosts/find-gpu.ts'
import type { Adapter } from '../../render/hosts/host.ts'
import type { DrawCost, DrawnFrame } from './draw-frames.ts'
import { type FilmJob, FRAME_PIPE, type FromWorker, OPENED_LINE, type ToWorker } from './film-worker-messages.ts'
import { readRecords } from './read-records.ts'

export type FilmWorkerOptions = {
  /** Ends the process at once. */
  readonly signal: AbortSignal
  readonly driver?: DriverChoice
  /** Told each line that the driver prints once it is open. */
  readonly onLog?: (line: string) => void
}

/** Lines kept of what the driver printed, for the error when it crashes. */
const LOG_LINES = 20

/**
 * A process that draws for this one.
 *
 * Drivers are native and may crash or take long over one call: here they take no more than a film with them, and a
 * cancelled film ends at once.
 */
export class FilmWorker implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #signal: AbortSignal
  readonly #opened = Promise.withResolvers<Adapter>()
  readonly #done = Promise.withResolvers<DrawCost>()
  /** Settles when the process is gone; never fails. */
  readonly #gone: Promise<void>
  readonly #log: string[] = []
  #hasOpened = false
  #failure: unknown

  constructor({ signal, driver = 'auto', onLog }: FilmWorkerOptions) {
    const script = fileURLToPath(new URL('film-worker-child.ts', import.meta.url))
    this.#signal = signal
    this.#child = fork(script, [driver], { stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'], execArgv: [] })
    this.#gone = this.#watch(onLog ?? (() => {}))
    signal.addEventListener('abort', this.#kill)
    // A process that is busy in its driver would not see that its parent is gone.
    process.on('exit', this.#kill)
    if (signal.aborted) this.#kill()
  }

  /** Resolves when the worker could draw. @throws `render/no-adapter`, `render/worker-died`; the signal's reason. */
  async open(): Promise<Adapter> {
    return this.#unlessGone(this.#opened.promise)
  }

  /**
   * Draws the frames of a job, in order. Not more than three are under way before they are asked for.
   *
   * @returns  What it took, after the last frame. A worker draws one job.
   * @throws   What drawing throws, `render/worker-died`; the signal's reason.
   */
  async *draw(job: FilmJob): AsyncGenerator<DrawnFrame, DrawCost> {
    this.#child.send({ type: 'draw', job } satisfies ToWorker, () => {})
    const { from, to, every = 1 } = job.range
    const plane = frameBytes(job.size)
    const length = plane + (job.wantsRgba ? job.size.width * job.size.height * 4 : 0)
    let index = from
    for await (const record of readRecords(this.#child.stdio[FRAME_PIPE] as Socket, length)) {
      yield { index, i420: record.subarray(0, plane), rgba: job.wantsRgba ? record.subarray(plane) : undefined }
      index += every
      if (index >= to) break
    }
    return this.#unlessGone(this.#done.promise)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#kill()
    // What nobody will read would keep the pipe open.
    this.#child.stdio[FRAME_PIPE]!.destroy()
    await this.#gone
  }

  readonly #kill = () => void this.#child.kill('SIGKILL')

  async #unlessGone<T>(answer: Promise<T>): Promise<T> {
    const gone = this.#gone.then(() => Promise.reject(this.#failure))
    return Promise.race([answer, gone])
  }

  /** Follows the child to its end; the one place that decides how it went. */
  async #watch(onLog: (line: string) => void): Promise<void> {
    this.#child.stdio[FRAME_PIPE]!.on('error', () => {})
    this.#child.on('message', (message: FromWorker) => this.#receive(message))
    let rest = ''
    this.#child.stderr?.on('data', (text: Buffer) => {
      const lines = (rest + text.toString()).split('\n')
      rest = lines.pop()!
      for (const line of lines) this.#note(line, onLog)
    })
    const how = await new Promise<string>((resolve) => {
      this.#child.once('error', (error) => resolve(`could not be started: ${error.message}`))
      this.#child.once('close', (code, signal) =>
        resolve(signal ? `was killed by ${signal}` : `stopped with exit code ${code}`),
      )
    })
    this.#signal.removeEventListener('abort', this.#kill)
    process.off('exit', this.#kill)
    if (this.#signal.aborted) this.#failure = this.#signal.reason
    this.#failure ??= this.#died(how)
  }

  #note(line: string, onLog: (line: string) => void): void {
    if (line.trim() === '') return
    if (line === OPENED_LINE) {
      this.#hasOpened = true
      return
    }
    this.#log.push(line)
    if (this.#log.length > LOG_LINES) this.#log.shift()
    if (this.#hasOpened) onLog(line)
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        this.#opened.resolve(message.adapter)
        return
      case 'done':
        this.#done.resolve(message.cost)
        return
      case 'failed':
        this.#failure ??=
          message.code === undefined ? new Error(message.message) : new EngineError(message.code, message.message)
        return
      default:
        unreachable(message)
    }
  }

  #died(how: string): EngineError {
    const message = `The process that draws ${how} before the film was whole. Film it again; should that not help, run \`npm run setup\` for another driver.`
    return new EngineError('render/worker-died', message, { data: { log: this.#log } })
  }
}
