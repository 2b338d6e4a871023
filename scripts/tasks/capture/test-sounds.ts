/** Samples a second. */
const RATE = 16_000

/** A WAV file of 16-bit mono: syllables of a hum, five a second, with a pause of 0.4 s after each second. */
export function humWav(seconds: number): Uint8Array {
  const samples = Math.round(seconds * RATE)
  const bytes = new DataView(new ArrayBuffer(44 + samples * 2))
  const text = (at: number, letters: string) => new TextEncoder().encodeInto(letters, new Uint8Array(bytes.buffer, at))
  text(0, 'RIFF')
  bytes.setUint32(4, 36 + samples * 2, true)
  text(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, RATE, true)
  bytes.setUint32(28, RATE * 2, true)
  bytes.setUint16(32, 2, true)
  bytes.setUint16(34, 16, true)
  text(36, 'data')
  bytes.setUint32(40, samples * 2, true)
  for (let i = 0; i < samples; i++) {
    const second = i / RATE
    const loud = second % 1 < 0.6 ? 0.3 * Math.abs(Math.sin(Math.PI * 5 * second)) : 0
    bytes.setInt16(44 + i * 2, Math.round(32_767 * loud * Math.sin(2 * Math.PI * 140 * second)), true)
  }
  return new Uint8Array(bytes.buffer)
}
