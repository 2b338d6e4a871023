import { Worker } from 'node:worker_threads'

/** Seconds without a sign of life after which the main thread counts as stuck. One sentence of speech takes a tenth of one. */
const LIMIT = 10
/** Signs of life a second. */
const BEATS = 4

/** Runs in a thread of its own, for nothing runs in a main thread that is stuck. */
const WATCHER = `
  const { workerData } = require('node:worker_threads')
  const { writeSync } = require('node:fs')
  const { beats, limit, message } = workerData
  let seen = -1
  let quiet = 0
  setInterval(() => {
    const now = Atomics.load(beats, 0)
    quiet = now === seen ? quiet + 1 : 0
    seen = now
    if (quiet < limit) return
    writeSync(2, message)
    process.kill(process.pid, 'SIGKILL')
  }, 1000)`

/**
 * Ends the process with a sentence when its main thread no longer comes round: a loop that waits for nothing shuts out
 * even Ctrl-C. Ends the watch when it is disposed of.
 *
 * @param what  Whose fault it is then.
 */
export function watchMainThread(what: string, limit = LIMIT): Disposable {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  const message = `capture: ${what} has not let go for ${limit} s; it loops without waiting. Let it await stage.wait() in its loop.\n`
  const watcher = new Worker(WATCHER, { eval: true, workerData: { beats, limit, message }, execArgv: [] })
  const timer = setInterval(() => Atomics.add(beats, 0, 1), 1000 / BEATS)
  timer.unref()
  watcher.unref()
  return {
    [Symbol.dispose]() {
      clearInterval(timer)
      void watcher.terminate()
    },
  }
}
