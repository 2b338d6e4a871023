import { expect, test } from 'vitest'
import { stepSpring } from './spring.ts'

test('takes one long step where sixty short ones lead', () => {
  const long = [0.3, -2]
  const short = [0.3, -2]
  stepSpring(long, 0, 1, 9, 1)
  for (let i = 0; i < 60; i++) stepSpring(short, 0, 1, 9, 1 / 60)
  expect(short[0]).toBeCloseTo(long[0]!, 12)
  expect(short[1]).toBeCloseTo(long[1]!, 12)
})

test('arrives from rest without overshoot, half-way at 1.68 / rate', () => {
  const state = [0, 0]
  stepSpring(state, 0, 1, 5, 1.68 / 5)
  expect(state[0]).toBeCloseTo(0.5, 2)
  stepSpring(state, 0, 1, 5, (6.64 - 1.68) / 5)
  expect(state[0]).toBeCloseTo(0.99, 3)
  for (let i = 0; i < 600; i++) {
    stepSpring(state, 0, 1, 5, 1 / 60)
    expect(state[0]).toBeLessThanOrEqual(1)
  }
  expect(state[0]).toBeCloseTo(1, 12)
  expect(state[1]).toBeCloseTo(0, 12)
})

test('keeps still for no time, and leaves its neighbours alone', () => {
  const state = [7, 0.25, -2, 7]
  stepSpring(state, 1, 1, 9, 0)
  expect(state).toEqual([7, 0.25, -2, 7])
})
