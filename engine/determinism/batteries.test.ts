import { expect, test } from 'vitest'
import { hashBattery, noiseBattery, opsBattery } from './math-battery.ts'
import { poseBattery } from './pose-battery.ts'

test('the maths gives the bits it gave when it was written: a change here changes every take', () => {
  expect([opsBattery(), noiseBattery(), hashBattery()]).toEqual([
    '2be158587efd1c41',
    '18a285bf9dfc41c0',
    '8a57fbb8b68b5596',
  ])
})

test('the kernels give the same bits twice', () => {
  expect(poseBattery()).toBe(poseBattery())
})
