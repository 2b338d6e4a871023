import { describe, expect, it } from 'vitest'
import { blobHash } from '../core/ids.ts'
import { createBlobStore } from './blobs.ts'
import { mixTake } from './mix-take.ts'
import { TEST_PLAN } from './test-stage.ts'

const RATE = 16000

/** The mix of a second of a steady tone, heard for a while and faded before its end. */
function mixTone(seconds: number, fade: number, start = 0.5) {
  const blobs = createBlobStore()
  const tone = Float32Array.from({ length: RATE }, (_, i) => 0.3 * Math.sin(i))
  const audio = blobs.put(tone, RATE)
  const part = { audio, plan: TEST_PLAN, actor: 'ana', start, end: start + seconds, fade, pan: 0 }
  const { interleaved } = mixTake([part], blobs, 2)
  const level = (from: number, to: number) =>
    interleaved.subarray(Math.round(from * 96000), Math.round(to * 96000)).reduce((m, v) => Math.max(m, Math.abs(v)), 0)
  return level
}

describe('mixTake', () => {
  it('sounds a part between its ticks and nowhere else', () => {
    const level = mixTone(1, 0)
    expect(level(0, 0.49)).toBe(0)
    expect(level(0.51, 1.49)).toBeGreaterThan(0.05)
    expect(level(1.51, 2)).toBe(0)
  })

  it('fades to silence before the end of a part that was cut, however short it was', () => {
    for (const seconds of [0.5, 0.05]) {
      const level = mixTone(seconds, 8 / 60)
      expect(level(0.5 + seconds - 0.002, 0.5 + seconds)).toBeLessThan(0.1 * level(0.5, 0.5 + seconds))
      expect(level(0.5 + seconds + 0.003, 2)).toBe(0)
    }
  })

  it('takes up a part in the middle where the film does, without a click', () => {
    const level = mixTone(1, 0, -0.4)
    const full = level(0.1, 0.5)
    expect(full).toBeGreaterThan(0.05)
    expect(level(0, 0.001)).toBeLessThan(0.1 * full)
    expect(level(0.008, 0.012)).toBeGreaterThan(0.3 * full)
    expect(level(0.008, 0.012)).toBeLessThan(0.7 * full)
    expect(level(0.03, 0.05)).toBeGreaterThan(0.9 * full)
    expect(level(0.61, 2)).toBe(0)
  })

  it('refuses a take whose speech is not there', () => {
    const part = { audio: blobHash('b'.repeat(64)), plan: TEST_PLAN, actor: 'ana', start: 0, end: 1, fade: 0, pan: 0 }
    expect(() => mixTake([part], createBlobStore(), 1)).toThrow(/bbbbbbbbbbbb….wav, which is not beside it/)
  })
})
