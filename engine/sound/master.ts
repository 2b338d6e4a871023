import { fromDecibels, toDecibels } from './decibels.ts'
import { limitPeaks } from './limit.ts'
import { integratedLoudness } from './loudness.ts'
import { truePeak } from './peak.ts'
import type { Sound } from './sound.ts'

/** Loudness of speech on the web, LUFS. Source: AES TD1008 (2021), −16 for mono and stereo speech. */
const TARGET_LOUDNESS = -16

/** True peak, dB below full scale, that codecs do not push into clipping. Source: EBU R 128. */
const PEAK_CEILING = -1

/** More gain would lift room noise, not a voice. dB. */
const MAX_GAIN = 30

/** The limiter makes a sound softer; the gain is corrected until it is this near. LU. */
const TOLERANCE = 0.1
const MAX_ROUNDS = 4

export type MasterReport = {
  /** Decibels by which the mix was raised, or lowered, before the limiter. */
  readonly gain: number
  /** Integrated loudness of the result, LUFS; −Infinity for silence. */
  readonly loudness: number
  /** True peak of the result, decibels of full scale; −Infinity for silence. */
  readonly peak: number
}

/** Sets a 48 kHz mix to the loudness of speech, its peaks under −1 dB. The mix itself stays as it is. */
export function masterSound(mix: Sound): { sound: Sound; report: MasterReport } {
  const before = integratedLoudness(mix.channels)
  if (before === Number.NEGATIVE_INFINITY) return { sound: mix, report: { gain: 0, ...measure(mix) } }
  let gain = Math.min(MAX_GAIN, TARGET_LOUDNESS - before)
  for (let round = 1; ; round++) {
    const sound = amplify(mix, fromDecibels(gain))
    const isLimited = limitPeaks(sound.channels, fromDecibels(PEAK_CEILING)) < 1
    const missing = TARGET_LOUDNESS - integratedLoudness(sound.channels)
    const isDone = !isLimited || missing < TOLERANCE || gain >= MAX_GAIN || round === MAX_ROUNDS
    if (isDone) return { sound, report: { gain, ...measure(sound) } }
    gain = Math.min(MAX_GAIN, gain + missing)
  }
}

const amplify = ({ channels, sampleRate }: Sound, factor: number): Sound => ({
  channels: channels.map((channel) => channel.map((value) => value * factor)),
  sampleRate,
})

const measure = ({ channels }: Sound) => ({
  loudness: integratedLoudness(channels),
  peak: toDecibels(Math.max(...channels.map(truePeak))),
})
