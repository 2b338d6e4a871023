import { describe, expect, it } from 'vitest'
import type { Speaker, SpokenPart } from '../../../engine/api/node.ts'
import { limitSpeech, refuseLongText } from './limit-speech.ts'

/** Says ten characters in two seconds, again and again, and counts how often it was asked. */
function slowSpeaker() {
  const asked = { parts: 0 }
  const speaker: Speaker = {
    async *speak() {
      for (; asked.parts < 100; asked.parts++)
        yield { plan: { text: '123456789', duration: 1.5, pause: 0.5 } } as SpokenPart
    },
  }
  return { asked, speaker }
}

const options = { voice: 'slt', rate: 1, pitch: 1, signal: new AbortController().signal }

describe('limited speech', () => {
  it('stops as soon as it is too long, with an estimate of the whole', async () => {
    const { asked, speaker } = slowSpeaker()
    const parts: SpokenPart[] = []
    const say = async () => {
      for await (const part of limitSpeech(speaker, 10).speak('a'.repeat(1000), options)) parts.push(part)
    }
    await expect(say()).rejects.toThrow('has 1000 characters, about 200 s of speech; films may last 10 s')
    expect(parts).toHaveLength(5)
    expect(asked.parts).toBe(5)
  })

  it('hands on all of what is short enough', async () => {
    const parts: SpokenPart[] = []
    for await (const part of limitSpeech(slowSpeaker().speaker, 200).speak('a'.repeat(1000), options)) parts.push(part)
    expect(parts).toHaveLength(100)
  })
})

describe('a text', () => {
  it('is refused unspoken only where no voice could be quick enough', () => {
    expect(() => refuseLongText('a'.repeat(299), { maxDuration: 10, rate: 1 })).not.toThrow()
    expect(() => refuseLongText('a'.repeat(301), { maxDuration: 10, rate: 1 })).toThrow('about 21 s')
    expect(() => refuseLongText('a'.repeat(301), { maxDuration: 10, rate: 2 })).not.toThrow()
  })
})
