import type { Adapter } from '../../render/hosts/host.ts'
import { cpuSeconds } from './cpu-time.ts'
import type { DrawCost, Drawing, DrawnFrame } from './draw-frames.ts'
import { FilmWorker, type FilmWorkerOptions } from './film-worker.ts'
import type { FilmJob } from './film-worker-messages.ts'

/**
 * Processes that draw one film together, frame by frame in turn: of three, the second draws frames 1, 4, 7…
 *
 * Each plays the whole take, which costs little beside drawing, and waits while its next frame is not yet due. So all
 * are busy whatever a frame costs, frames come in order, and no more than three of each worker are in memory.
 */
export class FilmWorkers implements AsyncDisposable {
  readonly kind = 'workers'
  readonly #workers: readonly FilmWorker[]

  /** Starts the processes; they open their drivers while the caller goes on. They draw one film. */
  constructor({ count, ...options }: FilmWorkerOptions & { readonly count: number }) {
    this.#workers = Array.from({ length: count }, () => new FilmWorker(options))
  }

  /** Resolves when all could draw, with what they draw with. @throws As {@link FilmWorker.open}. */
  async open(): Promise<Adapter> {
    const adapters = await Promise.all(this.#workers.map((worker) => worker.open()))
    return adapters[0]!
  }

  /** Draws a job's frames in order. @throws As {@link FilmWorker.draw}. */
  draw(job: FilmJob): Drawing {
    const begun = cpuSeconds()
    const cost = { start: 0, frames: 0, simulate: 0 }
    const sources = this.#divide(job)
    async function* frames(): AsyncGenerator<DrawnFrame> {
      let ended = 0
      for (let turn = 0; ended < sources.length; turn++) {
        const next = await sources[turn % sources.length]!.next()
        if (!next.done) yield next.value
        else {
          addCost(cost, next.value)
          ended++
        }
      }
      cost.frames += cpuSeconds() - begun
    }
    return { frames: frames(), cost: () => cost }
  }

  /** Every worker's share; of a film with fewer frames than there are workers, only some have one. */
  #divide({ range, ...job }: FilmJob): AsyncGenerator<DrawnFrame, DrawCost>[] {
    const sharing = this.#workers.slice(0, range.to - range.from)
    return sharing.map((worker, i) =>
      worker.draw({ ...job, range: { from: range.from + i, to: range.to, every: sharing.length } }),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker[Symbol.asyncDispose]()))
  }
}

function addCost(sum: { -readonly [part in keyof DrawCost]: number }, cost: DrawCost): void {
  sum.start += cost.start
  sum.frames += cost.frames
  sum.simulate += cost.simulate
}
