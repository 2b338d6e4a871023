import { expect, test } from 'vitest'
import { createFliteVoice } from '../flite.ts'
import { loadFliteInNode } from '../load-flite-node.ts'
import type { Voice } from '../voice.ts'
import { collectParts } from '../voice-contract.ts'
import { createFliteThreadVoice } from './flite-thread-voice-node.ts'

const TEXT = 'Good morning. How are you today? I am very well, thank you.'
const LONG = 'The quick brown fox jumps over the lazy dog and runs far away into the quiet woods beyond the hill. '
const voice = createFliteThreadVoice()

const speak = (by: Voice, text: string, signal = new AbortController().signal) =>
  by.synthesize(text, { speaker: 'slt', rate: 1, pitch: 1, signal })

test('says what the voice says on its own thread, to the bit', async () => {
  const here = await collectParts(speak(createFliteVoice(loadFliteInNode), TEXT))
  expect(await collectParts(speak(voice, TEXT))).toEqual(here)
})

test('lets this thread go on while a long sentence is made', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  const parts = await collectParts(speak(voice, LONG.repeat(6)))
  clearInterval(timer)
  expect(parts.length).toBeGreaterThan(5)
  expect(turns).toBeGreaterThan(10)
})

test('two lines take turns', async () => {
  const order: string[] = []
  const read = async (name: string) => {
    for await (const _ of speak(voice, LONG.repeat(4))) order.push(name)
  }
  await Promise.all([read('a'), read('b')])
  expect(order.slice(0, 4).sort()).toEqual(['a', 'a', 'b', 'b'])
})

test('stops at once when told to, in the middle of a part', async () => {
  const stopping = new AbortController()
  const reading = collectParts(speak(voice, LONG.repeat(50), stopping.signal))
  setTimeout(() => stopping.abort(new Error('enough')), 30)
  await expect(reading).rejects.toThrow('enough')
})

test('tells what is wrong as the voice itself does', async () => {
  await expect(collectParts(speak(voice, '   '))).rejects.toMatchObject({ code: 'voice/nothing-to-speak' })
  const options = { speaker: 'nobody', rate: 1, pitch: 1, signal: new AbortController().signal }
  await expect(collectParts(voice.synthesize('Hi.', options))).rejects.toMatchObject({ code: 'voice/unknown' })
})
