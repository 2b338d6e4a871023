import { describe, expect, it } from 'vitest'
import { blobHash } from '../core/ids.ts'
import { rehearse, type Show } from './rehearse.ts'
import type { Speaker } from './speaker.ts'
import { createStage } from './stage.ts'
import { TEST_AUDIO, TEST_PLAN, testCatalogue } from './test-stage.ts'

/** Speaks the test plan once for each sentence, each after some time of the host's. */
function slowSpeaker(milliseconds: number): Speaker {
  return {
    async *speak(text) {
      for (const sentence of text.split('. ')) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
        yield { plan: { ...TEST_PLAN, text: sentence }, audio: blobHash(TEST_AUDIO) }
      }
    },
  }
}

/** Speaks the test plan again and again, one each millisecond or so, and counts. */
function endlessSpeaker(parts = Infinity) {
  const voice = { parts: 0, isAtWork: false }
  const speaker: Speaker = {
    async *speak(_text, { signal }) {
      voice.isAtWork = true
      try {
        for (let i = 0; i < parts; i++) {
          await new Promise((resolve) => setTimeout(resolve, 1))
          signal.throwIfAborted()
          voice.parts++
          yield { plan: TEST_PLAN, audio: blobHash(TEST_AUDIO) }
        }
      } finally {
        voice.isAtWork = false
      }
    },
  }
  return { voice, speaker }
}

async function expectStopped(voice: { readonly parts: number; readonly isAtWork: boolean }): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10))
  const { parts } = voice
  expect(voice.isAtWork).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(voice.parts).toBe(parts)
  expect(parts).toBeLessThan(50)
}

const show: Show = async (stage) => {
  const ana = stage.spawnActor({ id: 'ana' })
  await stage.wait(0.5)
  await ana.say('One. Two')
  ana.gesture('nod')
}

const play = (speaker: Speaker, what = show, maxSeconds = 60, signal = new AbortController().signal) =>
  rehearse(createStage({ catalogue: testCatalogue(), seed: 1, speaker }), what, { signal, maxSeconds })

describe('rehearse', () => {
  it('keeps the same log however long the host takes', async () => {
    const quick = await play(slowSpeaker(0))
    const slow = await play(slowSpeaker(30))
    expect(slow.log).toEqual(quick.log)
    expect(slow.stateHash).toBe(quick.stateHash)
    expect(slow.ticks).toBe(quick.ticks)
  })

  it('ends after the last cue and its tail', async () => {
    const { ticks, log } = await play(slowSpeaker(0))
    expect(log.map(({ name }) => name)).toEqual([
      'spawnActor',
      'prepareToSpeak',
      'performLine',
      'performLine',
      'closeLine',
      'gesture',
    ])
    const nod = log.at(-1)!.tick + 1.1 * 60
    expect(ticks).toBeGreaterThan(nod)
    expect(ticks).toBeLessThan(nod + 60)
  })

  it('hands on what the show throws, and what the voice throws', async () => {
    await expect(
      play(slowSpeaker(0), async () => {
        throw new Error('lost the thread')
      }),
    ).rejects.toThrow('lost the thread')
    const broken: Speaker = {
      async *speak() {
        yield await Promise.reject(new Error('no breath'))
      },
    }
    await expect(play(broken)).rejects.toThrow('no breath')
  })

  it('refuses a show that does not end', async () => {
    const endless: Show = (stage) => stage.wait(1e6)
    await expect(play(slowSpeaker(0), endless, 5)).rejects.toThrow('films may last 5 s')
  })

  it('refuses more speech than fits as soon as it is given, and stops the voice', async () => {
    const { voice, speaker } = endlessSpeaker()
    const talk: Show = async (stage) => {
      await stage.spawnActor({ id: 'ana' }).say('…')
    }
    await expect(play(speaker, talk, 5)).rejects.toMatchObject({
      code: 'show/too-long',
      message: expect.stringMatching(/lasts until second \d+; films may last 5 s/),
    })
    await expectStopped(voice)
  })

  it('refuses it in many short lines, too, also where nobody waits for them', async () => {
    const { voice, speaker } = endlessSpeaker(1)
    const talk: Show = async (stage) => {
      const ana = stage.spawnActor({ id: 'ana' })
      for (let i = 0; i < 1000; i++) void ana.say('One')
      await stage.wait(1)
    }
    await expect(play(speaker, talk, 5)).rejects.toThrow('films may last 5 s')
    await expectStopped(voice)
  })

  it('adds up what one actor says, not what two say at once, nor what was interrupted', async () => {
    const talk: Show = async (stage) => {
      const actors = [stage.spawnActor({ id: 'ana', at: 'left' }), stage.spawnActor({ id: 'ben', at: 'right' })]
      const cut = actors.map((actor) => actor.say('One. Two. Three'))
      await stage.wait(1)
      for (const actor of actors) actor.interrupt()
      await Promise.all([...cut, ...actors.map((actor) => actor.say('One. Two'))])
    }
    const { ticks } = await play(slowSpeaker(0), talk, 6)
    expect(ticks).toBeGreaterThan(4 * 60)
  })

  it('stops the voice when it is told to stop, or the show fails', async () => {
    const stop = new AbortController()
    const talk: Show = (stage) => stage.spawnActor({ id: 'ana' }).say('…')
    const stopped = endlessSpeaker()
    setTimeout(() => stop.abort(new Error('enough')), 20)
    await expect(play(stopped.speaker, talk, 1e6, stop.signal)).rejects.toThrow('enough')
    await expectStopped(stopped.voice)
    const failed = endlessSpeaker()
    const fail: Show = async (stage) => {
      void talk(stage)
      await Promise.reject(new Error('lost the thread'))
    }
    await expect(play(failed.speaker, fail, 1e6)).rejects.toThrow('lost the thread')
    await expectStopped(failed.voice)
  })

  it('tells what was not said as written, each stretch once', async () => {
    const words = [
      { text: '你好', start: 0, end: 0.3, source: 'shown', emphasis: 0 },
      { text: 'Mama', start: 0.3, end: 0.6, source: 'voice', emphasis: 0 },
      { text: '🙂', start: 0.6, end: 0.9, source: 'shown', emphasis: 0 },
    ] as const
    const speaker: Speaker = {
      async *speak() {
        yield { plan: { ...TEST_PLAN, words: [...words], removed: ['U+0007'] }, audio: blobHash(TEST_AUDIO) }
        yield { plan: { ...TEST_PLAN, words: words.slice(0, 2) }, audio: blobHash(TEST_AUDIO) }
      },
    }
    const { degraded } = await play(speaker)
    expect(degraded).toEqual([
      { what: 'unspoken', text: '你好' },
      { what: 'unspoken', text: '🙂' },
      { what: 'removed', text: 'U+0007' },
    ])
    expect((await play(slowSpeaker(0))).degraded).toEqual([])
  })

  it('tells where lips are guessed, for want of phones', async () => {
    const speaker: Speaker = {
      async *speak() {
        yield { plan: { ...TEST_PLAN, phones: [] }, audio: blobHash(TEST_AUDIO) }
      },
    }
    expect((await play(speaker)).degraded).toEqual([{ what: 'rough-lips', text: TEST_PLAN.text }])
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('enough')), 5)
    const endless: Show = (stage) => stage.wait(1e6)
    await expect(play(slowSpeaker(0), endless, 1e6, stop.signal)).rejects.toThrow('enough')
  })

  it('lets a script interrupt what it is waiting for', async () => {
    const { log, ticks } = await play(slowSpeaker(0), async (stage) => {
      const ana = stage.spawnActor({ id: 'ana' })
      const said = ana.say('One. Two. Three')
      await stage.wait(0.8)
      ana.interrupt()
      await said
    })
    expect(log.at(-1)!.name).toBe('interrupt')
    expect(ticks).toBeLessThan(180)
  })
})
