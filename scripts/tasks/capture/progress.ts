import { Presets, SingleBar } from 'cli-progress'

/** Where a command writes to a person. */
export type Output = { readonly isTTY?: boolean; write(text: string): unknown }

/** Shows how far a command is: phase, pace, time left. On a terminal a bar, elsewhere lines now and then. */
export type Progress = {
  readonly phase: (name: string) => void
  readonly count: (done: number, total: number) => void
  /** Takes away the bar, so that the next line stands alone. */
  readonly stop: () => void
}

/** What is counted, and how its number in a second is said. */
export type Words = { readonly things: string; readonly pace: string }

const FRAMES: Words = { things: 'frames', pace: 'fps' }
/** Seconds between lines where there is no terminal. */
const LINE_INTERVAL = 5
/** Back to the start of the line, and clear it. */
const CLEAR = '\r\x1b[2K'

/** @param now  Milliseconds, from any moment. */
export function createProgress(
  quiet: boolean,
  out: Output,
  words = FRAMES,
  now: () => number = () => performance.now(),
): Progress {
  if (quiet) return { phase: () => {}, count: () => {}, stop: () => {} }
  return out.isTTY === true ? terminalProgress(out, words, now) : lineProgress(out, words, now)
}

function terminalProgress(out: Output, { things, pace: per }: Words, now: () => number): Progress {
  const stream = out as NodeJS.WriteStream
  const format = `{phase} [{bar}] {value}/{total} ${things} · {rate} ${per} · {left} left`
  const bar = new SingleBar({ stream, format, clearOnComplete: true, gracefulExit: false }, Presets.shades_classic)
  const pace = measurePace(now)
  let phase = ''
  return {
    phase(name) {
      phase = name
      if (bar.isActive) bar.update({ phase })
      else out.write(`${CLEAR}${phase}…`)
    },
    count(done, total) {
      if (!bar.isActive) {
        out.write(CLEAR)
        bar.start(total, 0, { phase, ...pace(0, total) })
      }
      bar.update(done, { phase, ...pace(done, total) })
    },
    stop() {
      if (bar.isActive) bar.stop()
      else if (phase !== '') out.write(CLEAR)
      phase = ''
    },
  }
}

function lineProgress(out: Output, { things, pace: per }: Words, now: () => number): Progress {
  const pace = measurePace(now)
  let written = now()
  return {
    phase(name) {
      written = now()
      out.write(`${name}…\n`)
    },
    count(done, total) {
      const { rate, left } = pace(done, total)
      if (done < total && now() - written < LINE_INTERVAL * 1000) return
      written = now()
      out.write(`  ${done}/${total} ${things} · ${rate} ${per} · ${left} left\n`)
    },
    stop: () => {},
  }
}

/** Things a second since the first one came, and what is left at that pace. */
function measurePace(now: () => number) {
  let first: { time: number; done: number } | undefined
  return (done: number, total: number): { rate: string; left: string } => {
    first ??= { time: now(), done }
    const rate = ((done - first.done) * 1000) / (now() - first.time)
    if (!(rate > 0 && Number.isFinite(rate))) return { rate: '–', left: '–' }
    return { rate: rate.toFixed(1), left: clock((total - done) / rate) }
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
