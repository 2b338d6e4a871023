import { toDecibels } from './decibels.ts'

/** Seconds from the first sample. */
export type SoundSpan = { readonly start: number; readonly end: number }

/** Seconds of a level. */
const FRAME = 0.01

/** Softer than this against full scale, the loud frames of a recording are no speech. dB. */
const INAUDIBLE = -60

/** Speech spans about 30 dB from its vowels to its soft consonants. Source: ANSI S3.5-1997, speech dynamic range. */
const SPEECH_RANGE = 30

/** How far speech stands out of the noise of the room. dB. */
const ABOVE_NOISE = 8

/** Seconds: the closure of a stop is no pause; a click is no word; soft sounds begin and end words. */
const LONGEST_CLOSURE = 0.25
const SHORTEST_SOUND = 0.08
const EDGE = 0.04

/**
 * Finds the spoken stretches of a recording by its loudness, against its own noise and its own loud sounds.
 *
 * @returns  Ascending, apart by more than a stop consonant's closure; none where nothing is louder than −60 dB. Noise
 *           as loud as speech counts as speech.
 */
export function findSpokenSpans(samples: Float32Array, sampleRate: number): SoundSpan[] {
  const levels = frameLevels(samples, sampleRate)
  const sorted = levels.slice().sort()
  const loud = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NEGATIVE_INFINITY
  if (loud < INAUDIBLE) return []
  const noise = sorted[Math.floor(sorted.length * 0.05)]!
  // In a recording without pauses the softest frames are speech too: then the noise says nothing.
  const threshold = Math.max(loud - SPEECH_RANGE, Math.min(noise + ABOVE_NOISE, loud - ABOVE_NOISE))
  const duration = samples.length / sampleRate
  return joinNear(loudRuns(levels, threshold))
    .filter(({ start, end }) => end - start >= SHORTEST_SOUND)
    .map(({ start, end }) => ({ start: Math.max(0, start - EDGE), end: Math.min(duration, end + EDGE) }))
}

/** Level of each frame, dB of full scale. */
function frameLevels(samples: Float32Array, sampleRate: number): Float64Array {
  const size = Math.max(1, Math.round(sampleRate * FRAME))
  return Float64Array.from({ length: Math.ceil(samples.length / size) }, (_, frame) => {
    const end = Math.min(samples.length, (frame + 1) * size)
    let sum = 0
    for (let i = frame * size; i < end; i++) sum += samples[i]! * samples[i]!
    return toDecibels(Math.sqrt(sum / (end - frame * size)))
  })
}

function loudRuns(levels: Float64Array, threshold: number): SoundSpan[] {
  const runs: { start: number; end: number }[] = []
  levels.forEach((level, frame) => {
    if (level < threshold) return
    const last = runs.at(-1)
    const start = frame * FRAME
    if (last !== undefined && start - last.end < FRAME / 2) last.end = start + FRAME
    else runs.push({ start, end: start + FRAME })
  })
  return runs
}

function joinNear(runs: readonly SoundSpan[]): SoundSpan[] {
  const joined: { start: number; end: number }[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && run.start - last.end < LONGEST_CLOSURE) last.end = run.end
    else joined.push({ ...run })
  }
  return joined
}
