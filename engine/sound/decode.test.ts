import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EngineError } from '../core/errors.ts'
import { decodeSound } from './decode.ts'
import { encodeWav } from './wav.ts'

// Half a second of 440 Hz at 16 kHz and an amplitude of 0.5, written by flac 1.4, oggenc 1.4 and lame 3.100.
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))

const tone = (seconds: number, sampleRate = 16000) =>
  encodeWav({
    channels: [
      new Float32Array(seconds * sampleRate).map((_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / sampleRate)),
    ],
    sampleRate,
  })

/** Amplitude of 440 Hz in the middle of a sound: its correlation with sine and cosine. */
function toneAmplitude(samples: Float32Array, sampleRate: number): number {
  const window = samples.slice(samples.length / 2 - sampleRate / 10, samples.length / 2 + sampleRate / 10)
  const along = (wave: (angle: number) => number) =>
    window.reduce((sum, value, i) => sum + value * wave((2 * Math.PI * 440 * i) / sampleRate), 0) / window.length
  return 2 * Math.hypot(along(Math.sin), along(Math.cos))
}

async function errorOf(bytes: Uint8Array, name = 'voice.wav'): Promise<EngineError> {
  const error: unknown = await decodeSound(bytes, name).catch((thrown: unknown) => thrown)
  if (error instanceof EngineError) return error
  throw new Error('it was read')
}

test.each(['tone.flac', 'tone.ogg', 'tone.mp3'])('%s holds the tone it was made from', async (name) => {
  const { channels, sampleRate } = await decodeSound(fixture(name), name)
  expect(sampleRate).toBe(16000)
  expect(channels[0]!.length / sampleRate).toBeGreaterThanOrEqual(0.5)
  expect(channels[0]!.length / sampleRate).toBeLessThan(0.6)
  expect(toneAmplitude(channels[0]!, sampleRate)).toBeCloseTo(0.5, 1)
})

test('content decides, whatever the name says', async () => {
  const { sampleRate, channels } = await decodeSound(tone(0.5), 'voice.mp3')
  expect([sampleRate, channels[0]!.length]).toEqual([16000, 8000])
})

test.each(['tone.flac', 'tone.ogg'])('%s cut short is refused as truncated', async (name) => {
  const bytes = fixture(name)
  for (const share of [0.05, 0.5, 0.9])
    expect((await errorOf(bytes.slice(0, bytes.length * share), name)).code).toBe('sound/truncated')
})

test('a file that breaks its decoder is refused, not told as a fault of the program', async () => {
  const bytes = fixture('tone.ogg')
  bytes[35] = 181
  const error = await errorOf(bytes, 'tone.ogg')
  expect(error.code).toBe('sound/unreadable')
  expect(error.message).toContain('"tone.ogg" is a damaged OGG file')
})

test('an MP3 that knows its length is refused when it is cut short', async () => {
  const bytes = new Uint8Array(400)
  bytes.set([0xff, 0xfb, 0x90, 0x64])
  bytes.set(
    [...'Info'].map((letter) => letter.charCodeAt(0)),
    36,
  )
  bytes.set([0, 0, 0, 3, 0, 0, 0, 9, 0, 0, 0x10, 0], 40)
  expect((await errorOf(bytes, 'voice.mp3')).message).toContain('only 9 %')
})

test('an empty file and one without samples are said to be empty', async () => {
  expect((await errorOf(new Uint8Array(0))).code).toBe('sound/empty')
  expect((await errorOf(tone(0).slice(0, 44))).code).toBe('sound/empty')
})

test('other files are named for what they are', async () => {
  const bytes = (text: string) => Uint8Array.from(text.padEnd(64, '\0'), (letter) => letter.charCodeAt(0))
  expect((await errorOf(bytes('\0\0\0\x20ftypM4A '), 'voice.mp3')).message).toContain('is an MP4, M4A or MOV file')
  expect((await errorOf(bytes('{"error": 404}'))).message).toContain('is text')
  expect((await errorOf(bytes('random bytes'))).code).toBe('sound/unreadable')
})

test('more than ten minutes are refused with the length', async () => {
  expect((await errorOf(tone(605, 4000))).message).toContain('lasts 10.1 minutes')
})

test('a header with an impossible rate is refused', async () => {
  expect((await errorOf(encodeWav({ channels: [new Float32Array(10)], sampleRate: 1 }))).code).toBe('sound/unreadable')
})
