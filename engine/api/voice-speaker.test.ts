import { describe, expect, it } from 'vitest'
import { defineVoice } from '../voice/voice.ts'
import { createBlobStore } from './blobs.ts'
import type { SpokenPart } from './speaker.ts'
import { testCatalogue } from './test-stage.ts'
import { createSpeaker } from './voice-speaker.ts'

/** Says each sentence in a tenth of a second a word, and notes how. */
function testVoice() {
  const asked: { text: string; rate: number; pitch: number; speaker: string }[] = []
  const voice = defineVoice({
    name: 'test',
    speakers: ['ann', 'bob'],
    languages: ['en-US'],
    async *synthesize(text, { rate, pitch, speaker }) {
      asked.push({ text, rate, pitch, speaker })
      for (const sentence of text.split(/(?<=[.!?])\s+/)) {
        const words = sentence.split(/\s+/).filter((word) => word !== '')
        const spoken = words.map((word, i) => ({
          text: word,
          start: i / 10,
          end: (i + 1) / 10,
          source: 'voice' as const,
          emphasis: 0,
        }))
        const samples = new Float32Array(words.length * 1600).fill(0.5)
        yield { text: sentence, samples, sampleRate: 16_000, words: spoken, phones: [], pause: 0.2, removed: [] }
      }
    },
  })
  return { voice, asked }
}

async function speak(text: string, isPlain = false) {
  const { gestures, expressions, alphabets } = testCatalogue()
  const { voice, asked } = testVoice()
  const blobs = createBlobStore()
  const vocabulary = isPlain
    ? undefined
    : { gestures: [...gestures.keys()], expressions: [...expressions.keys()], alphabets }
  const parts: SpokenPart[] = []
  const options = { voice: 'ann', rate: 1, pitch: 1, signal: new AbortController().signal, vocabulary }
  for await (const part of createSpeaker([voice], blobs).speak(text, options)) parts.push(part)
  return { parts, asked, plans: parts.map(({ plan }) => plan) }
}

describe('a speaker', () => {
  it('anchors what a text asks for to its words', async () => {
    const { plans } = await speak('Hello there. [wave] I am [happy:0.5]glad[/happy] now.')
    expect(plans.map(({ text }) => text)).toEqual(['Hello there.', 'I am glad now.'])
    expect(plans[0]!.acts).toBeUndefined()
    expect(plans[1]!.acts).toEqual([
      { type: 'gesture', name: 'wave', intensity: 0.8, word: 0, by: 'author' },
      { type: 'express', name: 'happy', intensity: 0.5, word: 2, until: 2, by: 'author' },
    ])
  })

  it('speaks stretches at their own rate, height and voice, and pauses after them', async () => {
    const { asked, plans } = await speak(
      '<speak>One <prosody rate="slow" pitch="high">two</prosody><break time="2s"/> <voice name="bob">three</voice></speak>',
    )
    expect(asked.map(({ text, rate, speaker }) => [text.trim(), rate, speaker])).toEqual([
      ['One', 1, 'ann'],
      ['two', 0.8, 'ann'],
      ['three', 1, 'bob'],
    ])
    expect(plans.map(({ pause }) => pause)).toEqual([0.2, 2, 0.2])
  })

  it('lets an author stress words, and marks places', async () => {
    const { plans } = await speak(
      '<speak>It is <emphasis level="strong">the</emphasis> <mark name="here"/>one.</speak>',
    )
    const words = plans.flatMap(({ words }) => words)
    expect(words.find(({ text }) => text === 'the')!.emphasis).toBe(1)
    expect(plans.flatMap(({ marks }) => marks ?? [])).toEqual([{ name: 'here', word: 3 }])
  })

  it('spells with the fingers in silence, letter by letter in the captions', async () => {
    const { plans, asked } = await speak('I am [spell:Bo].')
    expect(asked.map(({ text }) => text)).toEqual(['I am '])
    const [, spelled] = plans
    expect(spelled!.words.map(({ text, source }) => [text, source])).toEqual([
      ['B', 'signed'],
      ['O', 'signed'],
    ])
    expect(spelled!.acts).toEqual([{ type: 'gesture', name: 'spell/asl/2.5/bo', word: 0, intensity: 1, by: 'author' }])
  })

  it('tells what it cannot follow with the first part', async () => {
    const { plans } = await speak('Hi [wawe] there. And you?')
    expect(plans[0]!.problems).toEqual(['1:4 Nobody knows "wawe". Did you mean "wave"?'])
    expect(plans[1]!.problems).toBeUndefined()
  })

  it('follows no documents where words may be a stranger’s', async () => {
    const { gestures, expressions, alphabets } = testCatalogue()
    const { voice } = testVoice()
    const vocabulary = { gestures: [...gestures.keys()], expressions: [...expressions.keys()], alphabets }
    const options = {
      voice: 'ann',
      rate: 1,
      pitch: 1,
      signal: new AbortController().signal,
      vocabulary,
      markup: 'inline' as const,
    }
    const parts: SpokenPart[] = []
    for await (const part of createSpeaker([voice], createBlobStore()).speak('<speak>hi</speak> [wave] you', options))
      parts.push(part)
    expect(parts[0]!.plan.text).toBe('<speak>hi</speak>  you')
    expect(parts[0]!.plan.acts).toHaveLength(1)
  })

  it('says a text as it stands where nobody gave a vocabulary', async () => {
    expect((await speak('Hi [wave] there.', true)).plans[0]!.text).toBe('Hi [wave] there.')
  })
})
