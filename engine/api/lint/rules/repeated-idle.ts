import { TICK_RATE } from '../../../core/clock.ts'
import { LIFE_SIGNALS, type LifeSignal } from '../../../plan/signals.ts'
import { boneIndex } from '../../../rig/bones.ts'
import type { GestureCue } from '../../../world/cues.ts'
import type { Observation } from '../observe.ts'
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
const HANDS = (['leftHand', 'rightHand'] as const).map((name) => boneIndex(name) * 3)
/** Hands this far apart look as different as bodies that differ by as much as bodies do, metres. */
const HAND_SPREAD = 0.1

/** Ticks between two samples; samples in a window of 8 s, and between the starts of two windows. */
const EVERY = 15
const WINDOW = (8 * TICK_RATE) / EVERY
const STRIDE = (2 * TICK_RATE) / EVERY
/** Nobody remembers how somebody waited before that, ticks: half an hour. */
const REMEMBERED = 1800 * TICK_RATE
/** Two stretches that differ by less than this share of how much there is to differ are the same to a viewer. */
const ALIKE = 0.15
/**
 * An echo: how far somebody who waits does the same again and again after the same time, as a correlation. Seconds between
 * the one and the other, at least and at most; how many times the longest must fit in, and how long one must have waited,
 * seconds, for chance not to look like it.
 */
const ECHO = 0.55
const SHORTEST_PERIOD = 8
const LONGEST_PERIOD = 120
const PERIODS = 4
const SHORTEST_RUN = 100

export const repeatedIdle = defineRule({
  name: 'repeated-idle',
  description: 'No eight seconds of waiting look like eight others, and nothing comes back in a fixed time.',
  watch(tell) {
    /** Runs of samples without speech, or gesture but of one's own accord; each with the tick of its first. */
    const runs: Run[] = []
    let isWaiting = false
    return {
      see({ tick, lines, gestures, signals, placed }) {
        if (lines.length > 0 || gestures.some((cue) => !isSelfAdaptor(cue))) {
          isWaiting = false
          return
        }
        if (!isWaiting) runs.push({ from: tick, samples: [] })
        isWaiting = true
        const run = runs.at(-1)!
        if ((tick - run.from) % EVERY === 0) run.samples.push(sampleOf(signals, placed))
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
        const echoes = runs.map((run) => strongestEcho(run))
        for (const [i, { period, strength }] of echoes.entries()) {
          const { from, samples } = runs[i]!
          const span = { from, to: from + samples.length * EVERY, value: strength, limit: ECHO }
          if (strength > ECHO) tell({ ...span, text: `waiting comes round every ${period.toFixed(0)} s` })
        }
        const echo = Math.max(0, ...echoes.map(({ strength }) => strength))
        return {
          ...(Number.isFinite(nearest) ? { 'nearest two waits, share apart': nearest } : {}),
          ...(echo > 0 ? { 'strongest echo of waiting, correlation': echo } : {}),
        }
      },
    }
  },
})

/** Signals, then where both hands are. */
type Sample = readonly number[]
type Run = { readonly from: number; readonly samples: Sample[] }
type Window = { readonly from: number; readonly samples: readonly Sample[] }

/** Whether it is nothing but hands that find something to do. */
const isSelfAdaptor = ({ gesture, firm, line }: GestureCue): boolean =>
  !firm && line === undefined && gesture.means.includes('self-adaptor')

const sampleOf = (signals: Float32Array, { positions }: Observation['placed']): Sample => [
  ...SLOTS.map((slot) => signals[slot]!),
  ...HANDS.flatMap((at) => [positions[at]!, positions[at + 1]!, positions[at + 2]!]),
]

function windowsOf(from: number, samples: readonly Sample[]): Window[] {
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

/** Root mean square of the differences, in spreads: of the body, or of the hands where these differ more. */
function distance(a: Window['samples'], b: Window['samples'], spread: readonly number[]): number {
  let body = 0
  let hands = 0
  for (let s = 0; s < WINDOW; s++) {
    for (let i = 0; i < a[s]!.length; i++) {
      const apart = a[s]![i]! - b[s]![i]!
      if (i < SIGNALS.length) body += (apart / spread[i]!) ** 2
      else hands += (apart / HAND_SPREAD) ** 2
    }
  }
  return Math.sqrt(Math.max(body / SIGNALS.length, hands / HANDS.length) / WINDOW)
}

/** The time after which a run is most like itself, seconds, and how much; none where it is too short to tell from chance. */
function strongestEcho({ samples }: Run): { readonly period: number; readonly strength: number } {
  const perSecond = TICK_RATE / EVERY
  let strongest = { period: 0, strength: 0 }
  if (samples.length < SHORTEST_RUN * perSecond) return strongest
  const a = standardised(samples)
  const longest = Math.min(LONGEST_PERIOD * perSecond, Math.floor(a.length / PERIODS))
  for (let lag = SHORTEST_PERIOD * perSecond; lag <= longest; lag++) {
    let sum = 0
    for (let t = 0; t + lag < a.length; t++) for (let i = 0; i < SIGNALS.length; i++) sum += a[t]![i]! * a[t + lag]![i]!
    const strength = sum / ((a.length - lag) * SIGNALS.length)
    if (strength > strongest.strength) strongest = { period: lag / perSecond, strength }
  }
  return strongest
}

/** Each signal about its mean, in its own spread. */
function standardised(samples: readonly Sample[]): readonly Sample[] {
  const spread = spreadOf([{ from: 0, samples }])
  const means = SIGNALS.map((_, i) => samples.reduce((sum, sample) => sum + sample[i]!, 0) / samples.length)
  return samples.map((sample) => means.map((mean, i) => (sample[i]! - mean) / spread[i]!))
}
