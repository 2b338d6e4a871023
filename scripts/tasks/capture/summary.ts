import type { FilmReport } from '../../../engine/api/node.ts'

/** The one line that says what a capture made and what it took. */
export function summarize(out: string, report: FilmReport, wallSeconds: number): string {
  const { seconds, frames, cpu, adapter, frameHash, sound } = report
  const perSecond = cpu.frames / seconds
  return [
    out,
    `${seconds.toFixed(2)} s`,
    `${frames} frames`,
    `${wallSeconds.toFixed(1)} s taken`,
    `${perSecond.toFixed(2)} CPU-s per video second (+ ${cpu.start.toFixed(1)} to start)`,
    `${Number.isFinite(sound.loudness) ? sound.loudness.toFixed(1) : '-∞'} LUFS, peak ${Number.isFinite(sound.peak) ? sound.peak.toFixed(1) : '-∞'} dB`,
    adapter.name,
    `frames ${frameHash.slice(0, 16)}`,
  ].join(' · ')
}
