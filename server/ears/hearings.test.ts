import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoomMessages } from '../../engine/api/host.ts'
import { createHearings, type Hearings } from './hearings.ts'
import type { Recogniser } from './recogniser.ts'

const PIECE = new Uint8Array(8000)

/** Understands what it is told to, and remembers what became of every utterance. */
function fakeRecogniser(text = 'hello') {
  const utterances: { bytes: number; fate: 'open' | 'finished' | 'dropped' }[] = []
  const recogniser: Recogniser = {
    name: 'Fake',
    languages: [],
    listen(onGuess) {
      const utterance: (typeof utterances)[number] = { bytes: 0, fate: 'open' }
      utterances.push(utterance)
      return {
        write({ byteLength }) {
          utterance.bytes += byteLength
          onGuess('hel')
        },
        async finish() {
          utterance.fate = 'finished'
          return text
        },
        drop() {
          utterance.fate = 'dropped'
        },
      }
    },
    close() {},
  }
  return { recogniser, utterances }
}

describe('what people say', () => {
  let told: RoomMessages['heard'][]
  let ends: string[]
  const from = { id: 'ada', tell: (_: 'heard', message: RoomMessages['heard']) => void told.push(message) }
  const open = (recogniser: Recogniser | undefined, now = () => 0): Hearings =>
    createHearings({ recogniser, now, onEnd: (result) => ends.push(result) })

  beforeEach(() => {
    told = []
    ends = []
  })

  it('is heard piece by piece, guessed at, and understood at its end', async () => {
    const { recogniser, utterances } = fakeRecogniser()
    const hearings = open(recogniser)
    hearings.hear(from, { utterance: 0, pcm: PIECE })
    hearings.hear(from, { utterance: 0, pcm: PIECE, end: 'said' })
    await expect.poll(() => told.at(-1)).toEqual({ utterance: 0, text: 'hello', final: true })
    expect(told[0]).toEqual({ utterance: 0, text: 'hel', final: false })
    expect(utterances).toEqual([{ bytes: 16_000, fate: 'finished' }])
    expect(ends).toEqual(['understood'])
  })

  it('is answered with nothing where nothing was understood, never with silence', async () => {
    const hearings = open(fakeRecogniser('').recogniser)
    hearings.hear(from, { utterance: 0, pcm: PIECE, end: 'said' })
    await expect.poll(() => told.at(-1)).toEqual({ utterance: 0, text: '', final: true })
    expect(ends).toEqual(['nothing'])
  })

  it('is forgotten when it is dropped, when another begins, when its speaker leaves', () => {
    const { recogniser, utterances } = fakeRecogniser()
    const hearings = open(recogniser)
    hearings.hear(from, { utterance: 0, pcm: PIECE })
    hearings.hear(from, { utterance: 0, pcm: PIECE, end: 'dropped' })
    hearings.hear(from, { utterance: 1, pcm: PIECE })
    hearings.hear(from, { utterance: 2, pcm: PIECE })
    hearings.leave('ada')
    expect(utterances.map(({ fate }) => fate)).toEqual(['dropped', 'dropped', 'dropped'])
  })

  it('is forgotten when no sound comes any more, and who spoke is told', () => {
    vi.useFakeTimers()
    const { recogniser, utterances } = fakeRecogniser()
    open(recogniser).hear(from, { utterance: 0, pcm: PIECE })
    vi.advanceTimersByTime(10_001)
    vi.useRealTimers()
    expect(utterances[0]!.fate).toBe('dropped')
    expect(told.at(-1)).toMatchObject({ final: true, fault: expect.stringMatching(/^No sound came any more/) })
  })

  it('is not begun anew by sound that comes after its end, or of one before', () => {
    const { recogniser, utterances } = fakeRecogniser()
    const hearings = open(recogniser)
    hearings.hear(from, { utterance: 5, pcm: PIECE, end: 'dropped' })
    hearings.hear(from, { utterance: 5, pcm: PIECE })
    hearings.hear(from, { utterance: 4, pcm: PIECE })
    expect(utterances).toHaveLength(1)
  })

  it('ends after half a minute, and what was heard by then is understood', async () => {
    const { recogniser, utterances } = fakeRecogniser()
    const hearings = open(recogniser)
    for (let i = 0; i < 40; i++) hearings.hear(from, { utterance: 0, pcm: new Uint8Array(32_000) })
    await expect.poll(() => told.at(-1)?.final).toBe(true)
    expect(utterances).toEqual([{ bytes: 960_000, fate: 'finished' }])
  })

  it('is refused in a sentence where nothing listens, or too much is begun; once for each utterance', () => {
    const deaf = open(undefined)
    for (let i = 0; i < 3; i++) deaf.hear(from, { utterance: 0, pcm: PIECE })
    expect(told).toEqual([
      { utterance: 0, text: '', final: true, fault: expect.stringMatching(/^This server understands/) },
    ])
    told.length = 0
    const hearings = open(fakeRecogniser().recogniser)
    for (let utterance = 0; utterance < 6; utterance++) hearings.hear(from, { utterance, pcm: PIECE, end: 'dropped' })
    expect(told.filter(({ fault }) => fault !== undefined)).toHaveLength(2)
  })
})
