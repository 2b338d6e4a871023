import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { encodeWav } from '../sound/wav.ts'
import type { Lexicon } from './lexicon.ts'
import { loadFliteInNode } from './load-flite-node.ts'
import { readRecording } from './read-recording-node.ts'
import { createRecordedVoice, type Recording } from './recorded.ts'
import type { SpeechPart } from './voice.ts'
import { collectParts, voiceContract } from './voice-contract.ts'

const RATE = 16000

let lexicon: Promise<Lexicon> | undefined
const loadLexicon = () => (lexicon ??= loadFliteInNode().then((engine) => engine.lexicon))

/** Stretches of a tone, in seconds, with half a second of soft noise between them. */
function recordingOf(...stretches: number[]): Recording {
  const samples: number[] = []
  const room = (seconds: number) => {
    for (let i = 0; i < seconds * RATE; i++) samples.push(((i * 7919) % 101) / 101 / 1000)
  }
  room(0.5)
  for (const seconds of stretches) {
    for (let i = 0; i < seconds * RATE; i++) samples.push(0.3 * Math.sin((2 * Math.PI * 180 * i) / RATE))
    room(0.5)
  }
  return { sound: { channels: [Float32Array.from(samples)], sampleRate: RATE }, name: 'voice.wav' }
}

const speak = (recording: Recording, transcript: string): Promise<SpeechPart[]> =>
  collectParts(
    createRecordedVoice(recording, loadLexicon).synthesize(transcript, {
      speaker: 'recording',
      rate: 1,
      pitch: 1,
      signal: new AbortController().signal,
    }),
  )

voiceContract('a recording', {
  create: async () => createRecordedVoice(recordingOf(1, 1.5, 0.8), loadLexicon),
  createBroken: async () => createRecordedVoice(recordingOf(), loadLexicon),
  text: 'The first sentence. Another one comes here. The last.',
  longText: 'One two three four five six seven. '.repeat(300),
  firstPartSeconds: 0.5,
})

test('words lie in the spoken stretches and are marked as spread evenly', async () => {
  const parts = await speak(recordingOf(1, 2), 'Hello there. And now the rest of it.')
  expect(parts.map(({ text }) => text)).toEqual(['Hello there.', 'And now the rest of it.'])
  expect(parts[0]!.words.every(({ source }) => source === 'even')).toBe(true)
  expect(parts[0]!.words[0]!.start).toBeCloseTo(0.46, 1)
  expect(parts[0]!.words.at(-1)!.end).toBeCloseTo(1.54, 1)
})

test('all samples come back, in order, and parts begin on whole ticks', async () => {
  const recording = recordingOf(1, 2, 1)
  const parts = await speak(recording, 'One thing here. Two more things there. Three.')
  expect(parts).toHaveLength(3)
  expect(parts.flatMap(({ samples }) => [...samples])).toEqual([...recording.sound.channels[0]!])
  for (const { samples } of parts.slice(0, -1)) expect((samples.length * 60) % RATE).toBe(0)
  expect(parts.every(({ pause }) => pause === 0)).toBe(true)
})

test('phones are those of the words, stretched to them', async () => {
  const [part] = await speak(recordingOf(1), 'Stop.')
  const sounds = part!.phones.filter(({ phone }) => phone !== 'pau')
  expect(sounds.map(({ phone }) => phone)).toEqual(['s', 't', 'aa', 'p'])
  expect(sounds[0]!.start).toBeCloseTo(part!.words[0]!.start, 6)
  expect(sounds.at(-1)!.end).toBeCloseTo(part!.words[0]!.end, 6)
})

test('a transcript in another script has words and no phones', async () => {
  const [part] = await speak(recordingOf(1), '你好 世界')
  expect(part!.words.map(({ text, source }) => [text, source])).toEqual([
    ['你好', 'even'],
    ['世界', 'even'],
  ])
  expect(part!.phones).toEqual([])
})

test('an emoji in a transcript takes no time', async () => {
  const [part] = await speak(recordingOf(1), 'Hello 😀 there')
  expect(part!.words.map(({ text }) => text)).toEqual(['Hello 😀', 'there'])
})

test('more pauses than words leave no part without a word', async () => {
  for (const transcript of ['Just two', 'One. Two.', 'One.']) {
    const parts = await speak(recordingOf(0.5, 0.5, 0.5, 0.2), transcript)
    for (const part of parts) expect(part.words.length).toBeGreaterThan(0)
    expect(parts.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')).toBe(transcript)
  }
})

test('silence, no transcript and another rate are refused with the name of the file', async () => {
  await expect(speak(recordingOf(), 'Hello.')).rejects.toThrow('No speech is heard in "voice.wav"')
  await expect(speak(recordingOf(1), ' ')).rejects.toThrow('The transcript of "voice.wav" is empty')
  const voice = createRecordedVoice(recordingOf(1), loadLexicon)
  const faster = { speaker: 'recording', rate: 1.5, pitch: 1, signal: new AbortController().signal }
  await expect(collectParts(voice.synthesize('Hello.', faster))).rejects.toThrow('rate and pitch must be 1')
})

const folder = mkdtempSync(join(tmpdir(), 'recording-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a recording is read from disk under its own name', async () => {
  const path = join(folder, 'line.wav')
  writeFileSync(path, encodeWav(recordingOf(1).sound))
  const { name, sound } = await readRecording(path)
  expect([name, sound.sampleRate, sound.channels[0]!.length]).toEqual(['line.wav', RATE, 2 * RATE])
})

test('a missing file and a folder are refused', async () => {
  await expect(readRecording(join(folder, 'none.wav'))).rejects.toMatchObject({ code: 'sound/missing' })
  await expect(readRecording(folder)).rejects.toMatchObject({ code: 'sound/missing' })
})
