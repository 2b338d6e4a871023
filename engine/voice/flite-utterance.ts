import type { Phone } from '../plan/plan.ts'
import { mixToMono } from '../sound/sound.ts'
import { decodeWav } from '../sound/wav.ts'
import { parsePhones } from './flite-phones.ts'
import type { Flite } from './flite-wasi.ts'

/** Sound and phones of one run of Flite. */
export type Utterance = {
  readonly samples: Float32Array
  readonly sampleRate: number
  /** Seconds, ascending, without gaps, from the first sample to the last. */
  readonly phones: readonly Phone[]
}

/** How a speaker of Flite's is asked for another pace or height. */
export type FliteSpeaker = {
  /** `duration_stretch` the speaker is made for. */
  readonly ownStretch: number
  /**
   * What `f0_shift` does to the speaker. Where it is `ignored` (the voice carries a pitch model of its own, which
   * overwrites it) the samples are spoken slower and declared faster, as a tape is: the timbre rises with the pitch.
   */
  readonly pitchShift: 'heeded' | 'ignored'
  /** Factor that brings a minute of the speaker to −24 LUFS, so that actors on one stage are equally loud. */
  readonly gain: number
}

/**
 * Measured on the build: pitch against `f0_shift` 0.7 and 1.5, loudness over the text of the bench. kal16 sets its own
 * stretch in cmu_us_kal16.c.
 */
export const FLITE_SPEAKERS: Readonly<Record<string, FliteSpeaker>> = {
  slt: { ownStretch: 1, pitchShift: 'heeded', gain: 0.41 },
  rms: { ownStretch: 1, pitchShift: 'ignored', gain: 0.77 },
  awb: { ownStretch: 1, pitchShift: 'heeded', gain: 0.69 },
  kal16: { ownStretch: 1.1, pitchShift: 'heeded', gain: 1.66 },
}

/** Hertz; all four speakers were recorded at this rate. */
const SAMPLE_RATE = 16000

/** Rates are declared in steps of a hundredth of the speaker's own, so that resampling stays a small ratio. */
const RATE_STEP = SAMPLE_RATE / 100

/** Seconds of near silence kept before the first sound and after the last; pauses between parts are planned, not Flite's. */
export const LEAD = 0.05
export const TAIL = 0.1

/** Seconds over which a cut is faded, so that it does not click. */
const FADE = 0.005

/** Samples a second of what a speaker says at a pitch. */
export function fliteSampleRate(speaker: FliteSpeaker, pitch: number): number {
  return speaker.pitchShift === 'heeded' ? SAMPLE_RATE : Math.round((SAMPLE_RATE * pitch) / RATE_STEP) * RATE_STEP
}

/**
 * Speaks a text in one go.
 *
 * @param text   ASCII, at most a few hundred characters: time and memory grow with it.
 * @param rate   Speed against the speaker's own.
 * @param pitch  Height against the speaker's own.
 * @returns      undefined where nothing was heard.
 */
export function utter(flite: Flite, text: string, name: string, rate: number, pitch: number): Utterance | undefined {
  const speaker = FLITE_SPEAKERS[name]!
  const sampleRate = fliteSampleRate(speaker, pitch)
  const speedUp = sampleRate / SAMPLE_RATE
  const shift = speaker.pitchShift === 'heeded' ? pitch : 1
  const { printed, file } = flite.run([
    ...['-voice', name, '-psdur'],
    ...['--setf', `duration_stretch=${((speaker.ownStretch * speedUp) / rate).toFixed(4)}`],
    ...['--setf', `f0_shift=${shift.toFixed(4)}`],
    ...['-t', text, '-o', 'speech.wav'],
  ])
  const samples = mixToMono(decodeWav(file, 'speech.wav')).map((value) => value * speaker.gain)
  const phones = parsePhones(printed).map(({ phone, start, end }) => ({
    phone,
    start: start / speedUp,
    end: end / speedUp,
  }))
  return trim(samples, sampleRate, phones)
}

/**
 * Cuts an utterance to its sounds and a little silence around them.
 *
 * The phones end where the samples do, to the millisecond, but for kal16, whose last pause is printed 0.1 s longer
 * than it is spoken; its sounds stand where they are printed (measured at onsets and ends of voicing).
 */
function trim(samples: Float32Array, sampleRate: number, phones: readonly Phone[]): Utterance | undefined {
  const sounds = phones.filter((phone) => phone.phone !== 'pau')
  const first = sounds[0]
  const last = sounds.at(-1)
  if (first === undefined || last === undefined || samples.length === 0) return undefined
  const from = Math.max(0, Math.round((first.start - LEAD) * sampleRate))
  const to = Math.min(samples.length, Math.round((last.end + TAIL) * sampleRate))
  const cut = samples.slice(from, to)
  fadeEdges(cut, Math.round(FADE * sampleRate))
  const offset = from / sampleRate
  const duration = cut.length / sampleRate
  const within = (time: number) => Math.min(duration, Math.max(0, time - offset))
  const shifted = phones
    .map(({ phone, start, end }) => ({ phone, start: within(start), end: within(end) }))
    .filter(({ start, end }) => end > start)
  const ending = shifted.at(-1)!
  shifted[shifted.length - 1] = { ...ending, end: duration }
  return { samples: cut, sampleRate, phones: shifted }
}

function fadeEdges(samples: Float32Array, length: number): void {
  const span = Math.min(length, samples.length >> 1)
  for (let i = 0; i < span; i++) {
    samples[i]! *= i / span
    samples[samples.length - 1 - i]! *= i / span
  }
}
