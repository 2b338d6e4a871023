import { expect, test } from 'vitest'
import { EngineError } from '../core/errors.ts'
import { mixToMono, type Sound } from './sound.ts'
import { decodeWav, encodeWav } from './wav.ts'

const RAMP = Float32Array.from([0, 0.25, 0.5, -0.25, -1, 32767 / 32768])
const sound: Sound = { channels: [RAMP, RAMP.map((value) => -value / 2)], sampleRate: 22050 }

/** A WAV of one channel whose samples a caller writes. */
function wav(code: number, bits: number, sampleBytes: number[], extra: { before?: number[]; dataSize?: number } = {}) {
  const u16 = (value: number) => [value & 255, value >> 8]
  const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24]
  const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0))
  const format = [...u16(code), ...u16(1), ...u32(8000), ...u32((8000 * bits) / 8), ...u16(bits / 8), ...u16(bits)]
  return Uint8Array.from([
    ...text('RIFF'),
    ...u32(0),
    ...text('WAVEfmt '),
    ...u32(16),
    ...format,
    ...(extra.before ?? []),
    ...text('data'),
    ...u32(extra.dataSize ?? sampleBytes.length),
    ...sampleBytes,
  ])
}

const codeOf = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof EngineError) return error.code
  }
  return 'no error'
}

test('what is written is read again within half a step of 16 bits', () => {
  const read = decodeWav(encodeWav(sound), 'ramp.wav')
  expect(read.sampleRate).toBe(22050)
  expect(read.channels).toHaveLength(2)
  read.channels.forEach((channel, c) => {
    channel.forEach((value, i) => {
      expect(Math.abs(value - sound.channels[c]![i]!)).toBeLessThan(1.1 / 32768)
    })
  })
})

test('writing clips instead of wrapping', () => {
  const loud = { channels: [Float32Array.from([2, -2])], sampleRate: 8000 }
  const [samples] = decodeWav(encodeWav(loud), 'loud.wav').channels
  expect([...samples!]).toEqual([32767 / 32768, -1])
})

test('reads 8, 16, 24 and 32 bits and float', () => {
  const read = (code: number, bits: number, bytes: number[]) => [...decodeWav(wav(code, bits, bytes), 'x').channels[0]!]
  expect(read(1, 8, [128, 192, 0])).toEqual([0, 0.5, -1])
  expect(read(1, 16, [0, 0x40, 0, 0x80])).toEqual([0.5, -1])
  expect(read(1, 24, [0, 0, 0x40, 1, 0, 0x80])).toEqual([0.5, Math.fround(-1 + 1 / 8388608)])
  expect(read(1, 32, [0, 0, 0, 0x40, 0, 0, 0, 0x80])).toEqual([0.5, -1])
  expect(read(3, 32, [0, 0, 0, 0x3f])).toEqual([0.5])
  expect(read(3, 64, [0, 0, 0, 0, 0, 0, 0xe0, 0xbf])).toEqual([-0.5])
})

test('skips chunks it does not know, odd ones with their padding', () => {
  const list = [...'LIST'].map((letter) => letter.charCodeAt(0))
  const bytes = wav(1, 16, [0, 0x40], { before: [...list, 3, 0, 0, 0, 1, 2, 3, 0] })
  expect([...decodeWav(bytes, 'x').channels[0]!]).toEqual([0.5])
})

test('reads to the end of a file whose recorder never closed it', () => {
  for (const dataSize of [0, 0xffffffff])
    expect(decodeWav(wav(1, 16, [0, 0x40, 0, 0], { dataSize }), 'x').channels[0]).toHaveLength(2)
})

test('refuses what is cut off, in the sound or before it', () => {
  const whole = encodeWav(sound)
  expect(codeOf(() => decodeWav(whole.slice(0, whole.length - 3), 'x'))).toBe('sound/truncated')
  expect(codeOf(() => decodeWav(whole.slice(0, 40), 'x'))).toBe('sound/truncated')
})

test('refuses what is no WAV or of a format nobody reads, and says which file', () => {
  expect(codeOf(() => decodeWav(new Uint8Array(60), 'x'))).toBe('sound/unreadable')
  expect(codeOf(() => decodeWav(wav(2, 16, [0, 0]), 'x'))).toBe('sound/unreadable')
  expect(() => decodeWav(new Uint8Array(3), 'voice.wav')).toThrow(/"voice\.wav"/)
})

test('mono is the mean of the channels and leaves them alone', () => {
  const mono = mixToMono(sound)
  expect([...mono]).toEqual([...RAMP].map((value) => Math.fround(value / 4)))
  expect(sound.channels[0]![1]).toBe(0.25)
})
