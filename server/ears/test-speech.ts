import { createFliteVoice, createResampleStream, loadFliteInNode, PCM_RATE } from '../../engine/api/host.ts'

const voice = createFliteVoice(() => loadFliteInNode())

/** Speech as a page sends it: 16 kHz, one channel, 16 bits. */
export async function speakTestSpeech(text: string, speaker = 'rms'): Promise<Uint8Array> {
  const options = { speaker, rate: 1, pitch: 1, signal: new AbortController().signal }
  const pieces: Int16Array[] = []
  for await (const { samples, sampleRate } of voice.synthesize(text, options)) {
    const sound = createResampleStream(sampleRate, 16_000).push(samples)
    pieces.push(Int16Array.from(sound, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32767)))
  }
  return new Uint8Array(Buffer.concat(pieces.map(({ buffer }) => new Uint8Array(buffer))))
}

/** A WAV file of speech with silence after it. @param silence  Seconds. */
export function wavOf(speech: Uint8Array, silence: number): Uint8Array {
  const size = speech.length + silence * PCM_RATE
  const wav = Buffer.alloc(44 + size)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + size, 4)
  wav.write('WAVEfmt ', 8)
  // PCM, one channel, 16 kHz, 16 bits.
  for (const [at, value] of [
    [16, 16],
    [24, 16_000],
    [28, PCM_RATE],
    [40, size],
  ] as const)
    wav.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    wav.writeUInt16LE(value, at)
  wav.write('data', 36)
  wav.set(speech, 44)
  return wav
}
