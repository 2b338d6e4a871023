import { expect, test } from 'vitest'
import { toDecibels } from './decibels.ts'
import { limitPeaks } from './limit.ts'
import { integratedLoudness } from './loudness.ts'
import { masterSound } from './master.ts'
import { MIX_RATE, mixClips, type SoundClip } from './mix.ts'
import { truePeak } from './peak.ts'

/** Bursts of a tone with clicks on top: soft on average, with high peaks, as speech is. */
const speechLike = (level: number, seconds = 4) =>
  new Float32Array(seconds * 16000).map((_, i) => {
    const burst = Math.sin((2 * Math.PI * 3 * i) / 16000) > 0 ? 1 : 0.02
    const click = i % 1777 < 4 ? 4 : 1
    return level * burst * click * Math.sin((2 * Math.PI * 220 * i) / 16000 + 0.3)
  })

const clip = (change: Partial<SoundClip>): SoundClip => ({
  samples: new Float32Array(1600).fill(0.5),
  sampleRate: 16000,
  startSeconds: 0,
  gain: 1,
  pan: 0,
  ...change,
})

test('a clip lies where it was put, and the mix is as long as asked', () => {
  const { channels, sampleRate } = mixClips([clip({ startSeconds: 0.25 })], 1)
  expect(sampleRate).toBe(48000)
  expect(channels.map((channel) => channel.length)).toEqual([48000, 48000])
  expect(channels[0]![12000 - 200]).toBe(0)
  expect(channels[0]![12000 + 2400]).toBeCloseTo(0.5 * Math.SQRT1_2, 3)
})

test('clips that overlap add up', () => {
  const both = mixClips([clip({}), clip({ gain: 0.5 })], 0.1).channels[0]![2400]!
  const one = mixClips([clip({})], 0.1).channels[0]![2400]!
  expect(both / one).toBeCloseTo(1.5, 5)
})

test('pan moves the sound and keeps its power', () => {
  const powers = [-1, -0.4, 0, 0.7, 1].map((pan) => {
    const { channels } = mixClips([clip({ pan })], 0.1)
    return channels[0]![2400]! ** 2 + channels[1]![2400]! ** 2
  })
  for (const power of powers) expect(power).toBeCloseTo(powers[0]!, 5)
  expect(mixClips([clip({ pan: -1 })], 0.1).channels[1]![2400]).toBeCloseTo(0, 6)
})

test('what sticks out of the film is cut off', () => {
  const { channels } = mixClips([clip({ startSeconds: -0.05 }), clip({ startSeconds: 0.95 })], 1)
  expect(channels[0]).toHaveLength(48000)
  expect(channels[0]![0]).toBeGreaterThan(0.1)
  expect(channels[0]![47990]).toBeGreaterThan(0.1)
})

test.each([0.02, 0.05, 0.2])('speech at a level of %f comes out at −16 LUFS with peaks under −1 dB', (level) => {
  const mix = mixClips([clip({ samples: speechLike(level) })], 4)
  const { sound, report } = masterSound(mix)
  expect(report.loudness).toBeCloseTo(-16, 0)
  expect(report.loudness).toBe(integratedLoudness(sound.channels))
  expect(report.peak).toBeLessThanOrEqual(-0.9)
})

test('the report says what was measured and the mix is left alone', () => {
  const mix = mixClips([clip({ samples: speechLike(0.01) })], 4)
  const before = mix.channels[0]!.slice()
  const { sound, report } = masterSound(mix)
  expect(report.peak).toBe(toDecibels(Math.max(...sound.channels.map(truePeak))))
  expect(report.gain).toBeGreaterThan(0)
  expect(mix.channels[0]).toEqual(before)
})

test('a recording of next to nothing is raised by 30 dB and no more', () => {
  const { report } = masterSound(mixClips([clip({ samples: speechLike(0.001) })], 4))
  expect(report.gain).toBe(30)
  expect(report.loudness).toBeLessThan(-20)
})

test('silence stays silence', () => {
  const { sound, report } = masterSound(mixClips([], 1))
  expect(report).toEqual({ gain: 0, loudness: Number.NEGATIVE_INFINITY, peak: Number.NEGATIVE_INFINITY })
  expect(sound.channels[0]!.every((value) => value === 0)).toBe(true)
})

test('the limiter is down before the peak, at the very first sample too, and lets go after it', () => {
  const samples = new Float32Array(2 * MIX_RATE).fill(0.1)
  samples[0] = 1
  samples[MIX_RATE / 2] = 1
  const limited = samples.slice()
  expect(limitPeaks([limited], 0.5)).toBeLessThanOrEqual(0.5)
  expect(limited.every((value) => Math.abs(value) <= 0.5 + 1e-6)).toBe(true)
  expect(limited[MIX_RATE / 2 - 120]).toBeLessThan(0.08)
  expect(limited[MIX_RATE / 2 - 1000]).toBeGreaterThan(0.095)
  expect(Math.abs(limited.at(-1)! - 0.1)).toBeLessThan(1e-6)
})

test('the limiter does not touch what never passes the ceiling', () => {
  const soft = speechLike(0.02)
  const before = soft.slice()
  expect(limitPeaks([soft], 0.5)).toBe(1)
  expect(soft).toEqual(before)
})

test('both sides of a limited sound get one gain', () => {
  const left = speechLike(0.5)
  const right = left.map((value) => value / 4)
  limitPeaks([left, right], 0.3)
  for (let i = 0; i < left.length; i += 97) expect(right[i]!).toBeCloseTo(left[i]! / 4, 6)
})
