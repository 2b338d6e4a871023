import type { FilmReport } from '../../../engine/api/node.ts'

/** Digits of the frame hash that are shown: enough to tell films apart at a glance. */
const HASH_DIGITS = 16

/** The one line that says what a capture made and what it took. */
export function summarize(out: string, report: FilmReport, wallSeconds: number): string {
  const { seconds, frames, cpu, adapter, frameHash, sound, film } = report
  const perSecond = (cpu.frames + (film?.cpuSeconds ?? 0)) / seconds
  return [
    out,
    `${seconds.toFixed(2)} s`,
    `${frames} frames`,
    `${wallSeconds.toFixed(1)} s taken`,
    `${perSecond.toFixed(2)} CPU-s per video second (+ ${cpu.start.toFixed(1)} to start)`,
    `${decibels(sound.loudness)} LUFS, peak ${decibels(sound.peak)} dBFS`,
    adapter.name,
    `frames ${frameHash.slice(0, HASH_DIGITS)}`,
  ].join(' · ')
}

const decibels = (level: number): string => (Number.isFinite(level) ? level.toFixed(1) : '−∞')
