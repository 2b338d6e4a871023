import { describe, expect, it } from 'vitest'
import type { ClientMessages } from '../../api/page.ts'
import { eitherRecogniser, type PageRecogniser } from './recogniser.ts'
import { createServerRecogniser } from './server-recogniser.ts'

const TRACK = {} as MediaStreamTrack
const SECOND = new Float32Array(16_000).fill(0.1)
const FRAME = SECOND.subarray(0, 512)

describe('the server’s recogniser, for a page', () => {
  function open() {
    const sent: ClientMessages['hear'][] = []
    let now = 0
    const { recogniser, receive } = createServerRecogniser(
      'PocketSphinx',
      (message) => void sent.push(message),
      () => now,
    )
    const pass = (milliseconds: number) => {
      now += milliseconds
    }
    return { recogniser, receive, sent, pass }
  }
  const secondsOf = (sent: readonly ClientMessages['hear'][]) =>
    sent.reduce((sum, { pcm }) => sum + pcm.byteLength, 0) / 32_000

  it('is sent a quarter of a second at a time, and the rest at the end', async () => {
    const { recogniser, receive, sent, pass } = open()
    const guesses: string[] = []
    const utterance = recogniser.listen(TRACK, (text) => guesses.push(text))
    for (let i = 0; i < 40; i++) {
      utterance.write(FRAME)
      pass(32)
    }
    expect(sent.map(({ pcm }) => pcm.byteLength)).toEqual([8192, 8192, 8192, 8192, 8192])
    utterance.write(FRAME)
    const text = utterance.finish()
    expect(sent.at(-1)).toMatchObject({ utterance: 0, end: 'said' })
    expect(secondsOf(sent)).toBeCloseTo(41 * 0.032, 6)
    receive({ utterance: 0, text: 'he', final: false })
    receive({ utterance: 0, text: 'hello', final: true })
    expect(await text).toBe('hello')
    expect(guesses).toEqual(['he'])
  })

  it('is sent what has piled up in pieces that a room takes, and few', () => {
    const { recogniser, sent } = open()
    const utterance = recogniser.listen(TRACK, () => {})
    for (let i = 0; i < 250; i++) utterance.write(FRAME)
    void utterance.finish()
    expect(sent.length).toBeLessThanOrEqual(10)
    expect(Math.max(...sent.map(({ pcm }) => pcm.byteLength))).toBeLessThanOrEqual(32_000)
    expect(secondsOf(sent)).toBeCloseTo(8, 6)
  })

  it('is told when an utterance is dropped, and hands on a fault', async () => {
    const { recogniser, receive, sent } = open()
    recogniser.listen(TRACK, () => {}).drop()
    expect(sent).toEqual([{ utterance: 0, pcm: new Uint8Array(0), end: 'dropped' }])
    const text = recogniser.listen(TRACK, () => {}).finish()
    receive({ utterance: 0, text: 'of another', final: true })
    receive({ utterance: 1, text: '', final: true, fault: 'Too many people speak.' })
    await expect(text).rejects.toThrow('Too many people speak.')
  })
})

describe('one recogniser or the other', () => {
  function fake(text: string | Error) {
    const heard: number[] = []
    const recogniser: PageRecogniser = {
      name: 'Fake',
      listen: () => ({
        write: (samples) => void heard.push(samples.length),
        async finish() {
          if (text instanceof Error) throw text
          return text
        },
        drop() {},
      }),
    }
    return { recogniser, heard }
  }
  const say = (recogniser: PageRecogniser) => {
    const utterance = recogniser.listen(TRACK, () => {})
    utterance.write(FRAME)
    utterance.write(FRAME)
    return utterance.finish()
  }

  it('is the first while it works', async () => {
    const second = fake('second')
    expect(await say(eitherRecogniser(fake('first').recogniser, second.recogniser, () => {}))).toBe('first')
    expect(second.heard).toEqual([])
  })

  it('is the second once the first has failed, which hears the same again; it is told once', async () => {
    const [first, second] = [fake(new Error('network')), fake('second')]
    const faults: string[] = []
    const either = eitherRecogniser(first.recogniser, second.recogniser, ({ message }) => faults.push(message))
    expect([await say(either), await say(either)]).toEqual(['second', 'second'])
    expect(second.heard).toEqual([512, 512, 512, 512])
    expect(first.heard).toEqual([512, 512])
    expect(faults).toEqual(['network'])
  })
})
