import { MultiBar, Presets, type SingleBar } from 'cli-progress'

/** Shows how far a capture is: phase, frames a second, time left. On a terminal a bar, elsewhere a line for each phase. */
export type Progress = {
  readonly phase: (name: string) => void
  readonly frames: (done: number, total: number) => void
  readonly stop: () => void
}

const FORMAT = '{phase} [{bar}] {value}/{total} frames · {rate} fps · {left} left'

export function createProgress(quiet: boolean, out: NodeJS.WriteStream = process.stderr): Progress {
  if (quiet) return { phase: () => {}, frames: () => {}, stop: () => {} }
  const bars = out.isTTY ? new MultiBar({ stream: out, format: FORMAT, clearOnComplete: true, hideCursor: true }, Presets.shades_classic) : undefined
  let bar: SingleBar | undefined
  let begun = 0
  let named = ''
  return {
    phase(name) {
      named = name
      if (bars === undefined) out.write(`${name}…\n`)
    },
    frames(done, total) {
      if (begun === 0) begun = Date.now()
      const seconds = (Date.now() - begun) / 1000
      const rate = seconds === 0 ? 0 : done / seconds
      const state = { phase: named, rate: rate.toFixed(1), left: rate === 0 ? '…' : clock((total - done) / rate) }
      if (bars === undefined) {
        if (done % 100 === 0 || done === total) out.write(`  ${done}/${total} frames, ${state.rate} fps, ${state.left} left\n`)
        return
      }
      bar ??= bars.create(total, 0, state)
      bar.update(done, state)
    },
    stop: () => bars?.stop(),
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
