import { describe, expect, test } from 'vitest'
import { EngineError } from '../core/errors.ts'
import type { SpeechOptions, SpeechPart, Voice } from './voice.ts'

/** What the contract needs of a provider's test. */
export type VoiceUnderTest = {
  /** A fresh provider that works. */
  readonly create: () => Promise<Voice>
  /** A provider that cannot load or reach what it needs. */
  readonly createBroken: () => Promise<Voice>
  /** Text it speaks, three sentences. */
  readonly text: string
  /** Text of ten minutes. */
  readonly longText: string
  /** CPU-seconds in which the first part of the long text comes, after one line was spoken. */
  readonly firstPartSeconds: number
}

/** What every voice must do. Run by each provider's test. */
export function voiceContract(
  name: string,
  { create, createBroken, text, longText, firstPartSeconds }: VoiceUnderTest,
) {
  const options = (voice: Voice, change: Partial<SpeechOptions> = {}): SpeechOptions => ({
    speaker: voice.speakers[0]!,
    rate: 1,
    pitch: 1,
    signal: new AbortController().signal,
    ...change,
  })

  async function speak(voice: Voice, line: string, change: Partial<SpeechOptions> = {}): Promise<SpeechPart[]> {
    return collectParts(voice.synthesize(line, options(voice, change)))
  }

  describe(`the voice contract, kept by ${name}`, () => {
    test('speaks every word of the text, once, in order, as written', async () => {
      const parts = await speak(await create(), text)
      const words = parts.flatMap((part) => part.words.map((word) => word.text))
      expect(words.join(' ')).toBe(text)
      expect(parts.map((part) => part.text).join(' ')).toBe(text)
    })

    test('hands out samples that are numbers in [−1, 1], and sound', async () => {
      for (const { samples, sampleRate } of await speak(await create(), text)) {
        expect(sampleRate).toBeGreaterThanOrEqual(8000)
        expect(samples.every((value) => Number.isFinite(value) && Math.abs(value) <= 1)).toBe(true)
        expect(samples.some((value) => Math.abs(value) > 0.01)).toBe(true)
      }
    })

    test('times of words ascend and lie inside the samples', async () => {
      for (const part of await speak(await create(), text)) expectWordsInside(part)
    })

    test('phones follow each other without a gap from the first sample to the last', async () => {
      for (const part of await speak(await create(), text)) expectPhonesWhole(part)
    })

    test('says the same thing the same way twice', async () => {
      const voice = await create()
      expect(await speak(voice, text)).toEqual(await speak(voice, text))
    })

    test.each(['', '  \n\t ', '…!?', '😀'])('refuses the text %j, in which there is nothing to speak', async (line) => {
      expect(await codeOf(speak(await create(), line))).toBe('voice/nothing-to-speak')
    })

    test('refuses a speaker it does not have', async () => {
      expect(await codeOf(speak(await create(), text, { speaker: 'nobody' }))).toBe('voice/unknown')
    })

    test('takes unicode, control characters and half a surrogate pair', async () => {
      const parts = await speak(await create(), 'Café \u0007naïve “quotes” 👩‍👩‍👧 “你好” \ud800 end.')
      expect(parts.length).toBeGreaterThan(0)
      for (const part of parts) {
        expectWordsInside(part)
        expectPhonesWhole(part)
      }
      expect(parts.flatMap((part) => part.removed)).toEqual(expect.arrayContaining(['U+0007', 'U+FFFD']))
    })

    test('hands out the first part of ten minutes before the rest is spoken', async () => {
      const voice = await create()
      await speak(voice, text)
      const before = process.cpuUsage()
      const parts = voice.synthesize(longText, options(voice))[Symbol.asyncIterator]()
      const first = await parts.next()
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1e6).toBeLessThan(firstPartSeconds)
      expect(first.done).toBe(false)
      await parts.return?.()
    })

    test('stops between parts when it is told to', async () => {
      const voice = await create()
      const controller = new AbortController()
      const heard: SpeechPart[] = []
      const listen = async () => {
        for await (const part of voice.synthesize(longText, options(voice, { signal: controller.signal }))) {
          heard.push(part)
          setTimeout(() => controller.abort(new Error('enough')))
        }
      }
      await expect(listen()).rejects.toThrow('enough')
      expect(heard.length).toBeLessThan(3)
    })

    test('does not begin when it was told to stop before', async () => {
      const voice = await create()
      await expect(speak(voice, text, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late')
    })

    test('fails aloud when it cannot work', async () => {
      await expect(speak(await createBroken(), text)).rejects.toThrow()
    })
  })
}

/** All parts of a line. */
export async function collectParts(speech: AsyncIterable<SpeechPart>): Promise<SpeechPart[]> {
  const parts: SpeechPart[] = []
  for await (const part of speech) parts.push(part)
  return parts
}

function expectWordsInside({ words, samples, sampleRate }: SpeechPart): void {
  let last = 0
  for (const { text, start, end } of words) {
    expect(start, text).toBeGreaterThanOrEqual(last - 1e-9)
    expect(end, text).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(samples.length / sampleRate + 1e-9)
}

function expectPhonesWhole({ phones, samples, sampleRate }: SpeechPart): void {
  let last = 0
  for (const { phone, start, end } of phones) {
    expect(start, phone).toBeCloseTo(last, 9)
    expect(end, phone).toBeGreaterThan(start)
    last = end
  }
  if (phones.length > 0) expect(last).toBeCloseTo(samples.length / sampleRate, 9)
}

async function codeOf(speech: Promise<unknown>): Promise<string> {
  const error: unknown = await speech.catch((thrown: unknown) => thrown)
  return error instanceof EngineError ? error.code : String(error)
}
