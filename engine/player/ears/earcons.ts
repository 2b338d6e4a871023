/** What a sound tells: the microphone opens, closes, something was understood, or something went wrong. */
export type Earcon = 'open' | 'close' | 'heard' | 'trouble'

/** A soft tone: hertz, and seconds after the first one. */
type Tone = { readonly frequency: number; readonly at: number }

/** Loudest of a tone, full scale: 26 dB below it, and with its overtone and two tones over each other still below −20. */
const PEAK = 0.05
/** Seconds in which a tone comes, and in which it has gone: slow enough not to click. */
const RISE = 0.015
const FALL = 0.22
/** Share of the octave above, which makes the tone a small bell. */
const OVERTONE = 0.2

/** Up opens and down closes; a fifth is content, a minor second is not. A4, D5, E5, A5 in equal temperament. */
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

/** Plays an earcon at once. @param volume  [0, 1] */
export function playEarcon(context: BaseAudioContext, earcon: Earcon, volume: number): void {
  for (const { frequency, at } of EARCONS[earcon]) {
    const start = context.currentTime + at
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(PEAK * volume, start + RISE)
    gain.gain.setTargetAtTime(0, start + RISE, FALL / 5)
    gain.connect(context.destination)
    for (const [factor, share] of [
      [1, 1],
      [2, OVERTONE],
    ] as const) {
      const oscillator = new OscillatorNode(context, { frequency: frequency * factor })
      oscillator.connect(new GainNode(context, { gain: share })).connect(gain)
      oscillator.start(start)
      oscillator.stop(start + RISE + FALL)
    }
  }
}
