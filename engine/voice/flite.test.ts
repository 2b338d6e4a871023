import { expect, test } from 'vitest'
import { EngineError } from '../core/errors.ts'
import { integratedLoudness } from '../sound/loudness.ts'
import { resample } from '../sound/resample.ts'
import { createFliteVoice, type FliteEngine } from './flite.ts'
import { loadFliteInNode } from './load-flite-node.ts'
import type { SpeechOptions, SpeechPart } from './voice.ts'
import { collectParts, voiceContract } from './voice-contract.ts'

let engine: Promise<FliteEngine> | undefined
const loadOnce = () => (engine ??= loadFliteInNode())
const voice = createFliteVoice(loadOnce)

const speak = (text: string, change: Partial<SpeechOptions> = {}): Promise<SpeechPart[]> =>
  collectParts(
    voice.synthesize(text, { speaker: 'slt', rate: 1, pitch: 1, signal: new AbortController().signal, ...change }),
  )

const durationOf = (parts: readonly SpeechPart[]) =>
  parts.reduce((sum, { samples, sampleRate }) => sum + samples.length / sampleRate, 0)

/** Hertz of the voice: of each loud 50 ms the shortest lag at which it is nearly as like itself as at the best. */
function pitchOf({ samples, sampleRate }: SpeechPart): number {
  const size = Math.round(sampleRate * 0.05)
  const lags = Array.from({ length: Math.round(sampleRate / 60) }, (_, lag) => lag).slice(Math.ceil(sampleRate / 400))
  const pitches: number[] = []
  for (let at = 0; at + 2 * size < samples.length; at += size) {
    const scores = lags.map((lag) => {
      let [product, near, far] = [0, 1e-9, 1e-9]
      for (let i = at; i < at + size; i++) {
        product += samples[i]! * samples[i + lag]!
        near += samples[i]! * samples[i]!
        far += samples[i + lag]! * samples[i + lag]!
      }
      return near < size * 1e-4 ? 0 : product / Math.sqrt(near * far)
    })
    const best = Math.max(...scores)
    const peak = scores.findIndex((score, i) => score > 0.85 * best && score >= (scores[i + 1] ?? 0))
    if (best > 0.6) pitches.push(sampleRate / lags[peak]!)
  }
  return pitches.sort((a, b) => a - b)[pitches.length >> 1]!
}

voiceContract('Flite', {
  create: async () => voice,
  createBroken: async () => createFliteVoice(() => Promise.reject(new Error('no such file'))),
  text: 'It is 3:45 p.m., and Dr. Smith paid $3.50. Really? Yes, on May 5th, 2024!',
  longText: 'All work and no play makes Jack a dull boy, who never once looked up from what he did. '.repeat(110),
  // The bar is 0.08; this machine may be busy, and the figure proper is the bench's.
  firstPartSeconds: 0.16,
})

test.each(['slt', 'rms', 'awb', 'kal16'])('%s speaks, and its words are where its phones are', async (speaker) => {
  const [part] = await speak('Stop the music.', { speaker })
  const [, stop] = part!.phones
  expect(stop!.phone).toBe('s')
  expect(part!.words.map(({ text }) => text)).toEqual(['Stop', 'the', 'music.'])
  expect(part!.words[0]!.start).toBeCloseTo(stop!.start, 6)
  expect(part!.words[2]!.end).toBeCloseTo(part!.phones.at(-1)!.start, 6)
  expect(part!.words.every(({ source }) => source === 'aligned')).toBe(true)
})

// awb's model starts its vowels 20 to 30 ms after the phone does.
test.each([
  ['slt', 0.015],
  ['rms', 0.015],
  ['awb', 0.035],
  ['kal16', 0.015],
])('the sound of %s begins within %f s of its first phone, and ends with its last', async (speaker, tolerance) => {
  const [part] = await speak('Apples are all on offer.', { speaker })
  const { samples, sampleRate, phones } = part!
  const level = (from: number, to: number) => {
    const window = samples.slice(Math.round(from * sampleRate), Math.round(to * sampleRate))
    return Math.sqrt(window.reduce((sum, value) => sum + value * value, 0) / window.length)
  }
  let onset = 0
  while (level(onset, onset + 0.01) < 0.008) onset += 0.001
  expect(Math.abs(onset - phones[1]!.start)).toBeLessThan(tolerance)
  const { end } = phones.at(-2)!
  expect(level(end - 0.1, end)).toBeGreaterThan(0.008)
  expect(level(end + 0.05, end + 0.1)).toBeLessThan(0.004)
})

test('half the rate takes twice the time', async () => {
  const [half, whole] = [
    await speak('Take your time with this.', { rate: 0.5 }),
    await speak('Take your time with this.'),
  ]
  expect(durationOf(half) / durationOf(whole)).toBeGreaterThan(1.8)
  expect(durationOf(half) / durationOf(whole)).toBeLessThan(2.05)
})

test.each(['slt', 'rms', 'awb', 'kal16'])('pitch raises and lowers %s in the same time', async (speaker) => {
  const text = 'Where are you all going, my dear old uncle?'
  const [own] = await speak(text, { speaker })
  for (const pitch of [0.8, 1.4]) {
    const [changed] = await speak(text, { speaker, pitch })
    expect(pitchOf(changed!) / pitchOf(own!) / pitch).toBeGreaterThan(0.93)
    expect(pitchOf(changed!) / pitchOf(own!) / pitch).toBeLessThan(1.07)
    expect(durationOf([changed!]) / durationOf([own!])).toBeCloseTo(1, 1)
  }
})

test('all speakers are equally loud', async () => {
  const text = 'Where are you all going, my dear old uncle? I would like to come along with you, if I may.'
  for (const speaker of voice.speakers) {
    const parts = await speak(text, { speaker })
    const at48k = parts.flatMap(({ samples, sampleRate }) => [...resample(samples, sampleRate, 48000)])
    expect(Math.abs(integratedLoudness([Float32Array.from(at48k)]) + 24), speaker).toBeLessThan(2)
  }
})

test('what cannot be spoken is shown in silence at 15 characters a second, and says so', async () => {
  const [part] = await speak('I love 你好世界你好世界你好世界你好世 tea.')
  const shown = part!.words[2]!
  expect(shown).toMatchObject({ text: '你好世界你好世界你好世界你好世', source: 'shown' })
  expect(shown.end - shown.start).toBeCloseTo(1, 3)
  const { samples, sampleRate } = part!
  const under = samples.slice(Math.ceil(shown.start * sampleRate), Math.floor(shown.end * sampleRate))
  expect(under.every((value) => value === 0)).toBe(true)
  expect(part!.words.map(({ source }) => source)).toEqual(['aligned', 'aligned', 'shown', 'aligned'])
})

test('a sentence of nothing but emoji within a text has its time', async () => {
  const parts = await speak('Hello. 😀😀😀! Bye.')
  expect(parts.map(({ text }) => text)).toEqual(['Hello.', '😀😀😀!', 'Bye.'])
  expect(parts[1]!.phones.map(({ phone }) => phone)).toEqual(['pau'])
})

test('a control character is taken out and named once', async () => {
  const parts = await speak('One\u0000 two. Three\u0000.')
  expect(parts.flatMap(({ removed }) => removed)).toEqual(['U+0000'])
  expect(parts[0]!.words[0]!.text).toBe('One')
})

test('sentences are apart by a breath, the last by none', async () => {
  const parts = await speak('One sentence. Another one.\n\nA new paragraph.')
  expect(parts.map(({ pause }) => pause)).toEqual([0.3, 0.65, 0])
})

test('a rate or pitch out of range is refused with the value', async () => {
  await expect(speak('Hello.', { rate: 3 })).rejects.toThrow(/rate is 3/)
  await expect(speak('Hello.', { pitch: Number.NaN })).rejects.toThrow(/pitch is NaN/)
  await expect(speak('Hello.', { speaker: 'slr' })).rejects.toThrow(/Did you mean "slt"/)
})

test('one word longer than a part and a wall of punctuation do not break it', async () => {
  expect(durationOf(await speak('a'.repeat(450)))).toBeGreaterThan(5)
  expect((await speak(`Well${'?!'.repeat(300)} -- -- *** yes.`)).length).toBeGreaterThan(0)
})

test('options that look like arguments, quotes and format signs are only text', async () => {
  const [part] = await speak('-o /tmp/x %s %n "$(rm)" --help')
  expect(part!.words.length).toBeGreaterThan(3)
})

test('a load that failed is tried again at the next line', async () => {
  let calls = 0
  const flaky = createFliteVoice(() => (calls++ === 0 ? Promise.reject(new Error('offline')) : loadOnce()))
  const say = () =>
    collectParts(flaky.synthesize('Hi.', { speaker: 'slt', rate: 1, pitch: 1, signal: new AbortController().signal }))
  await expect(say()).rejects.toThrow('offline')
  await expect(say()).resolves.toHaveLength(1)
})

test('runs that break are errors with a code, and leave the next run as clean as the first', async () => {
  const { flite } = await loadOnce()
  const sayHello = () => flite.run(['-voice', 'slt', '-psdur', '-t', 'Hello.', '-o', 'x.wav'])
  const hello = sayHello()
  // Asked for its version, Flite prints it and exits with 1.
  for (let i = 0; i < 5; i++) expect(() => flite.run(['--version'])).toThrow(EngineError)
  expect(sayHello()).toEqual(hello)
  await flite.renew()
  expect(sayHello()).toEqual(hello)
})
