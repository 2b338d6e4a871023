import { TICK_RATE } from '../../../core/clock.ts'
import { LIFE_SIGNALS, type LifeSignal } from '../../../plan/signals.ts'
import { defineRule } from '../rule.ts'

/** Signals that make up the look of somebody who waits. */
const SIGNALS: readonly LifeSignal[] = [
  'hipsX',
  'weightShift',
  'leanRoll',
  'twist',
  'headYaw',
  'headPitch',
  'headRoll',
  'gazeYaw',
  'gazePitch',
]
const SLOTS = SIGNALS.map((name) => LIFE_SIGNALS.indexOf(name))

/** Ticks between two samples; samples in a window of 8 s, and between the starts of two windows. */
const EVERY = 15
const WINDOW = (8 * TICK_RATE) / EVERY
const STRIDE = (2 * TICK_RATE) / EVERY
/** Nobody remembers how somebody waited before that, ticks: half an hour. */
const REMEMBERED = 1800 * TICK_RATE
/** Two stretches that differ by less than this share of how much there is to differ are the same to a viewer. */
const ALIKE = 0.15

export const repeatedIdle = defineRule({
  name: 'repeated-idle',
  description: 'No eight seconds of waiting look like eight others.',
  watch(tell) {
    /** Runs of samples without speech or gesture; each with the tick of its first. */
    const runs: { readonly from: number; readonly samples: number[][] }[] = []
    let isWaiting = false
    return {
      see({ tick, lines, gestures, signals }) {
        if (lines.length > 0 || gestures.length > 0) {
          isWaiting = false
          return
        }
        if (!isWaiting) runs.push({ from: tick, samples: [] })
        isWaiting = true
        const run = runs.at(-1)!
        if ((tick - run.from) % EVERY === 0) run.samples.push(SLOTS.map((slot) => signals[slot]!))
      },
      end() {
        const windows = runs.flatMap(({ from, samples }) => windowsOf(from, samples))
        const spread = spreadOf(windows)
        let nearest = Infinity
        for (const [i, a] of windows.entries()) {
          for (const b of windows.slice(0, i)) {
            const between = a.from - b.from
            if (between < WINDOW * EVERY || between > REMEMBERED) continue
            const apart = distance(a.samples, b.samples, spread)
            if (apart < ALIKE) {
              const seconds = ((a.from - b.from) / TICK_RATE).toFixed(0)
              const span = { from: a.from, to: a.from + WINDOW * EVERY, value: apart, limit: ALIKE }
              tell({ ...span, text: `eight seconds of waiting look like those ${seconds} s before` })
            }
            nearest = Math.min(nearest, apart)
          }
        }
        return Number.isFinite(nearest) ? { 'nearest two waits, share apart': nearest } : {}
      },
    }
  },
})

type Window = { readonly from: number; readonly samples: readonly (readonly number[])[] }

function windowsOf(from: number, samples: readonly (readonly number[])[]): Window[] {
  const windows: Window[] = []
  for (let start = 0; start + WINDOW <= samples.length; start += STRIDE)
    windows.push({ from: from + start * EVERY, samples: samples.slice(start, start + WINDOW) })
  return windows
}

/** Standard deviation of each signal over all windows; 1 for one that never moves, which then counts as alike. */
function spreadOf(windows: readonly Window[]): number[] {
  const samples = windows.flatMap(({ samples }) => samples)
  return SIGNALS.map((_, i) => {
    const mean = samples.reduce((sum, sample) => sum + sample[i]!, 0) / samples.length
    const variance =
      samples.reduce((sum, sample) => sum + (sample[i]! - mean) * (sample[i]! - mean), 0) / samples.length
    return Math.sqrt(variance) || 1
  })
}

/** Root mean square of the differences, in spreads. */
function distance(a: Window['samples'], b: Window['samples'], spread: readonly number[]): number {
  let sum = 0
  for (let s = 0; s < WINDOW; s++) {
    for (let i = 0; i < SIGNALS.length; i++) {
      const apart = (a[s]![i]! - b[s]![i]!) / spread[i]!
      sum += apart * apart
    }
  }
  return Math.sqrt(sum / (WINDOW * SIGNALS.length))
}
