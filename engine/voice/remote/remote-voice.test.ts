import { expect, test } from 'vitest'
import { collectParts } from '../voice-contract.ts'
import { createRemoteVoice, type VoiceThread } from './remote-voice.ts'

const options = () => ({ speaker: 'slt', rate: 1, pitch: 1, signal: new AbortController().signal })

test('a thread that dies fails the lines it was asked for, and the next line starts another', async () => {
  const ends: ((reason: string) => void)[] = []
  const open = (): VoiceThread => ({ post: () => {}, listen: () => {}, onEnd: (handle) => void ends.push(handle) })
  const voice = createRemoteVoice({ name: 'mute', speakers: ['slt'], languages: ['en-US'] }, open)
  const first = collectParts(voice.synthesize('One.', options()))
  await Promise.resolve()
  ends[0]!('out of memory')
  await expect(first).rejects.toMatchObject({
    code: 'voice/failed',
    message: 'The thread of voice "mute" ended: out of memory. Say it again.',
  })
  const second = collectParts(voice.synthesize('Two.', options()))
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  ends[1]!('over')
  await expect(second).rejects.toThrow()
})
