/** What a sound tells: the microphone opens, closes, something was understood, or something went wrong. */
export type Earcon = 'open' | 'close' | 'heard' | 'trouble'

/** A soft tone: hertz, and seconds after the first one. */
type Tone = { readonly frequency: number; readonly at: number }

/** Up opens, down closes; a fifth is content, a minor second is not. Equal temperament, A4 = 440 Hz. */
const EARCONS: Readonly<Record<Earcon, readonly Tone[]>> = {
  open: [
    { frequency: 440, at: 0 },
    { frequency: 587.33, at: 0.09 },
  ],
  close: [
    { frequency: 587.33, at: 0 },
    { frequency: 440, at: 0.09 },
  ],
  heard: [
    { frequency: 587.33, at: 0 },
    { frequency: 880, at: 0.07 },
  ],
  trouble: [
    { frequency: 349.23, at: 0 },
    { frequency: 329.63, at: 0.14 },
  ],
}

/** Loudest of one tone, full scale: 26 dB below it, so that two over each other with their overtones stay below −20. */
const PEAK = 0.05
/** Seconds in which a tone comes, and in which it has died away: slow enough not to click. */
const RISE = 0.015
const FALL = 0.24
/** Share of the octave above, which makes the tone a small bell. */
const OVERTONE = 0.2

/** An earcon's sound, mono. @param sampleRate  Hertz. */
export function earconSamples(earcon: Earcon, sampleRate: number): Float32Array<ArrayBuffer> {
  const tones = EARCONS[earcon]
  const seconds = Math.max(...tones.map(({ at }) => at)) + RISE + FALL
  return Float32Array.from({ length: Math.ceil(seconds * sampleRate) }, (_, i) =>
    tones.reduce((sum, { frequency, at }) => sum + tone(frequency, i / sampleRate - at), 0),
  )
}

function tone(frequency: number, t: number): number {
  if (t < 0 || t > RISE + FALL) return 0
  const left = 1 - (t - RISE) / FALL
  const envelope = t < RISE ? t / RISE : left ** 3
  const phase = 2 * Math.PI * frequency * t
  return (PEAK * envelope * (Math.sin(phase) + OVERTONE * Math.sin(2 * phase))) / (1 + OVERTONE)
}

/** Plays an earcon at once. @param volume  [0, 1] */
export function playEarcon(context: AudioContext, earcon: Earcon, volume: number): void {
  const samples = earconSamples(earcon, context.sampleRate)
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate })
  buffer.copyToChannel(samples, 0)
  const source = new AudioBufferSourceNode(context, { buffer })
  source.connect(new GainNode(context, { gain: volume })).connect(context.destination)
  source.start()
}
