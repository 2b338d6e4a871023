import { expect, test } from 'vitest'
import { type Earcon, earconSamples } from './earcons.ts'

const RATE = 48_000

test.each<Earcon>(['open', 'close', 'heard', 'trouble'])('"%s" is soft, short, and does not click', (earcon) => {
  const samples = earconSamples(earcon, RATE)
  const peak = Math.max(...samples.map(Math.abs))
  expect(20 * Math.log10(peak)).toBeLessThan(-20)
  expect(20 * Math.log10(peak)).toBeGreaterThan(-30)
  expect(samples.length / RATE).toBeLessThan(0.5)
  const steps = samples.slice(1).map((sample, i) => Math.abs(sample - samples[i]!))
  expect(Math.max(...steps)).toBeLessThan(0.02)
  expect(Math.abs(samples[0]!) + Math.abs(samples.at(-1)!)).toBeLessThan(0.001)
})
