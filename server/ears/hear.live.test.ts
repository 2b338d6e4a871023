import type { Room } from '@colyseus/sdk'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { MAX_PCM, type RoomMessages } from '../../engine/api/host.ts'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until } from '../test-room.ts'
import { findPocketSphinx, POCKET_SPHINX_ADVICE } from './pocket-sphinx.ts'
import { createProgramRecogniser } from './program-recogniser.ts'
import type { SpeechProgram } from './speech-program.ts'
import { speakTestSpeech } from './test-speech.ts'

const { log } = createTestLog()
const mind = scriptedMind(async function* ({ text }) {
  yield { kind: 'say', text: `You said ${text}` }
})
const COUNTS: SpeechProgram = { name: 'Counts', languages: [], command: ['/bin/sh', '-c', 'wc -c'] }
const openServer = (program: SpeechProgram) =>
  openTestServer(mind, log, { recogniser: createProgramRecogniser(program) })

/** Comes in, and keeps what it is told of its utterances. */
async function openSpeaker(url: string) {
  const viewer = await openViewer(url)
  const heard: RoomMessages['heard'][] = []
  viewer.room.onMessage('heard', (message: RoomMessages['heard']) => void heard.push(message))
  return { ...viewer, heard }
}

/** Sends sound in quarters of a second, as a page does. */
function speak(room: Room, utterance: number, pcm: Uint8Array): void {
  for (let at = 0; at < pcm.length; at += 8000)
    room.send('hear', { utterance, pcm: pcm.subarray(at, at + 8000), ...(at + 8000 >= pcm.length && { end: 'said' }) })
}

describe('the server’s recogniser', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await openServer(COUNTS)
  }, 60_000)
  afterAll(() => server.close())

  it('gets every byte that a person speaks, and answers who spoke', async () => {
    const [ada, ben] = [await openSpeaker(server.url), await openSpeaker(server.url)]
    speak(ada.room, 0, new Uint8Array(40_000))
    await until('it is understood', () => ada.heard.some(({ final }) => final))
    expect(ada.heard.at(-1)).toEqual({ utterance: 0, text: String(40_000 + 9600), final: true })
    expect(ben.heard).toEqual([])
    await ada.leave()
    await ben.leave()
  }, 30_000)

  it('is told of by the server, and counted', async () => {
    expect(await (await fetch(`${server.url}/ears.json`)).json()).toEqual({ name: 'Counts', languages: [] })
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toContain('proscenium_utterances_total{result="understood"} 1')
  })

  it('takes no sound that is too much, broken or no sound at all', async () => {
    const { room, notices, heard, leave } = await openSpeaker(server.url)
    room.send('hear', { utterance: 0, pcm: new Uint8Array(MAX_PCM + 2) })
    room.send('hear', { utterance: 0, pcm: new Uint8Array(3) })
    room.send('hear', { utterance: 0, pcm: 'la la la' })
    room.send('hear', { utterance: -1, pcm: new Uint8Array(2) })
    await until('all are told', () => notices.length === 4)
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The room cannot use this "hear"\. pcm: must be 32000 bytes at most\.$/),
      expect.stringMatching(/whole samples of two bytes/),
      expect.stringMatching(/must be bytes/),
      expect.stringMatching(/utterance: /),
    ])
    expect(heard).toEqual([])
    await leave()
  }, 30_000)
})

const sphinx = findPocketSphinx()
if (sphinx === undefined) {
  test(`PocketSphinx is not tried: it is not installed; \`${POCKET_SPHINX_ADVICE}\` would`, () => {})
} else {
  test('PocketSphinx understands a sentence that Flite speaks', async () => {
    const server = await openServer(sphinx)
    const { room, heard, leave } = await openSpeaker(server.url)
    speak(room, 0, await speakTestSpeech('Where are you from?'))
    await until('it is understood', () => heard.some(({ final }) => final), 60)
    expect(heard.at(-1)).toMatchObject({ text: 'where are you from', final: true })
    speak(room, 1, new Uint8Array(48_000))
    await until('silence is answered', () => heard.at(-1)!.utterance === 1, 60)
    expect(heard.at(-1)).toEqual({ utterance: 1, text: '', final: true })
    await leave()
    await server.close()
  }, 150_000)
}
