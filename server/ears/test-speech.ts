import { createFliteVoice, createResampleStream, loadFliteInNode } from '../../engine/api/host.ts'

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
