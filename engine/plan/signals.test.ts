import { expect, test } from 'vitest'
import { LIFE_SIGNALS, stillnessGain } from './signals.ts'

test('stillness leaves breath, blinks and a little gaze, and nothing else', () => {
  for (const signal of LIFE_SIGNALS) {
    expect(stillnessGain(signal, 0, 0)).toBe(1)
    const left = stillnessGain(signal, 1, 1)
    if (signal === 'breath' || signal === 'blink') expect(left).toBe(1)
    else if (signal === 'gazeYaw' || signal === 'gazePitch') expect(left).toBeCloseTo(0.12, 10)
    else expect(left).toBe(0)
  }
})

test('a manner that keeps the body still leaves the eyes where they go', () => {
  expect(stillnessGain('twist', 0.6, 0)).toBeCloseTo(0.4, 10)
  expect(stillnessGain('gazeYaw', 0.6, 0)).toBe(1)
})
