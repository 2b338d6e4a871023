import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEars } from './ears.ts'
import type { Hearing, MicMode } from './hearing.ts'
import type { MicrophoneOptions } from './microphone.ts'
import type { PageRecogniser } from './recogniser.ts'
import { FRAME } from './sound-frames.ts'

const SPEECH = new Float32Array(FRAME).fill(0.1)
const HUSH = new Float32Array(FRAME)

/** Ears with a microphone, a detector and a recogniser that do as they are told. */
function testEars(given: { mode?: MicMode; understood?: string | Error; needsName?: boolean; fault?: string } = {}) {
  const { mode = 'hold', understood = 'hello', needsName = false, fault } = given
  const log: string[] = []
  const hearings: Hearing[] = []
  const heard: Float32Array[] = []
  let microphone: Omit<MicrophoneOptions, 'id'> | undefined
  const recogniser: PageRecogniser = {
    name: 'Fake',
    listen(_track, onGuess) {
      log.push('listens')
      return {
        write(frame) {
          heard.push(frame)
          onGuess('hel')
        },
        async finish() {
          if (understood instanceof Error) throw understood
          return understood
        },
        drop: () => void log.push('dropped'),
      }
    },
  }
  const ears = createEars(
    {
      mode: () => mode,
      isSecure: true,
      isActorSpeaking: () => false,
      needsName: () => needsName,
      byName: (text) => (text.startsWith('hey milla') ? text.slice(10) : undefined),
      findRecogniser: async () => (fault === 'nobody' ? undefined : recogniser),
      async loadDetector() {
        if (fault === 'detector') throw new Error('no room')
        return { probability: async (frame) => (frame === SPEECH ? 1 : 0), close: async () => {} }
      },
      async openMicrophone(options) {
        if (fault !== undefined && fault !== 'detector') throw Object.assign(new Error(), { name: fault })
        microphone = options
        log.push('opened')
        const track = {} as MediaStreamTrack
        return { track, lateTrack: track, close: () => void log.push('closed') }
      },
    },
    {
      onHearing: (hearing) => void hearings.push(hearing),
      onLevel() {},
      onBegin: () => void log.push('begin'),
      onPause: (spoken) => void log.push(`pause after ${spoken.toFixed(1)} s`),
      onText: (text) => void log.push(`says ${text}`),
      onEnd: () => void log.push('end'),
      onEarcon: (earcon) => void log.push(`♪ ${earcon}`),
    },
  )
  /** Lets the microphone hear so many milliseconds. */
  async function sound(frame: Float32Array, milliseconds: number): Promise<void> {
    for (let at = 0; at < milliseconds; at += 32) {
      microphone!.onFrame(frame)
      await vi.advanceTimersByTimeAsync(0)
    }
  }
  return { ears, log, hearings, heard, sound, unplug: () => microphone!.onLost() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const letGo = async (ears: ReturnType<typeof testEars>['ears']) => {
  const released = ears.release()
  await vi.advanceTimersByTimeAsync(300)
  await released
}

describe('a key that is held', () => {
  it('takes the word at once, hears until it is let go, and says what was understood', async () => {
    const { ears, log, hearings, heard, sound } = testEars()
    await ears.press()
    await sound(SPEECH, 640)
    await letGo(ears)
    expect(log).toEqual(['begin', 'opened', '♪ open', 'listens', 'closed', '♪ close', '♪ heard', 'says hello', 'end'])
    expect(heard).toHaveLength(20)
    expect([...new Set(hearings.map(({ state }) => state))]).toEqual(['asking', 'hearing', 'understanding', 'off'])
    expect(hearings.some(({ interim }) => interim === 'hel')).toBe(true)
  })

  it('tells where somebody pauses in what they say', async () => {
    const { ears, log, sound } = testEars()
    await ears.press()
    await sound(HUSH, 64)
    await sound(SPEECH, 1280)
    await sound(HUSH, 640)
    await sound(SPEECH, 320)
    expect(log.filter((what) => what.startsWith('pause'))).toEqual(['pause after 1.3 s'])
    ears.cancel()
  })

  it('that is let go while the browser asks leaves no microphone open', async () => {
    const { ears, log, hearings } = testEars()
    const pressed = ears.press()
    await ears.release()
    await pressed
    expect(log).toEqual(['begin', 'end', 'opened', 'closed'])
    expect(hearings.at(-1)!.trouble).toMatch(/was not open yet/)
  })

  it('tells when nothing was understood, or what understands is broken', async () => {
    for (const [understood, sentence] of [
      ['', /^Nothing was understood/],
      [new Error('The server is on fire. Type.'), /^The server is on fire/],
    ] as const) {
      const { ears, log, hearings } = testEars({ understood })
      await ears.press()
      await letGo(ears)
      expect(hearings.at(-1)).toMatchObject({ state: 'trouble', trouble: expect.stringMatching(sentence) })
      expect(log.slice(-2)).toEqual(['♪ trouble', 'end'])
    }
  })

  it.each([
    ['NotAllowedError', /may not use/],
    ['NotFoundError', /No microphone/],
    ['nobody', /Neither this browser nor this server/],
  ])('tells what is missing: %s', async (fault, sentence) => {
    const { ears, log, hearings } = testEars({ fault })
    await ears.press()
    expect(hearings.at(-1)).toMatchObject({ state: 'trouble', trouble: expect.stringMatching(sentence) })
    expect(log.at(-1)).toBe('♪ trouble')
    expect(log).toContain('end')
    expect(ears.isHeld()).toBe(false)
  })

  it('is let go by itself after half a minute', async () => {
    const { ears, log, sound } = testEars()
    await ears.press()
    await sound(SPEECH, 29_100)
    await vi.advanceTimersByTimeAsync(300)
    expect(log).toContain('says hello')
  })

  it('says nothing after Escape, nor when the microphone is unplugged', async () => {
    const escaped = testEars()
    await escaped.ears.press()
    escaped.ears.cancel()
    expect(escaped.log.slice(-3)).toEqual(['closed', 'dropped', 'end'])
    const unplugged = testEars()
    await unplugged.ears.press()
    unplugged.unplug()
    expect(unplugged.hearings.at(-1)!.trouble).toMatch(/^The microphone is gone/)
  })
})

describe('the open microphone', () => {
  const open = async (given: Parameters<typeof testEars>[0] = {}) => {
    const it = testEars({ ...given, mode: 'open' })
    await it.ears.press()
    return it
  }

  it('hears who speaks from half a second before they were noticed, and stays open', async () => {
    const { log, heard, hearings, sound } = await open()
    expect(hearings.at(-1)!.state).toBe('waiting')
    await sound(HUSH, 960)
    await sound(SPEECH, 640)
    await sound(HUSH, 960)
    expect(log).toEqual(['opened', '♪ open', 'begin', 'listens', '♪ heard', 'says hello', 'end'])
    expect(heard.filter((frame) => frame === SPEECH)).toHaveLength(20)
    expect(heard.indexOf(SPEECH)).toBeGreaterThan(8)
    expect(hearings.at(-1)!.state).toBe('waiting')
  })

  it('sends nothing that is not said to her by name, and does not take her word for it', async () => {
    const { log, hearings, sound } = await open({ needsName: true, understood: 'pass the salt' })
    await sound(SPEECH, 640)
    await sound(HUSH, 960)
    expect(log.filter((what) => what === 'begin' || what.startsWith('says'))).toEqual([])
    expect(hearings.at(-1)).toEqual({ state: 'waiting', interim: '', trouble: '' })
  })

  it('sends what is said to her by name', async () => {
    const { log, sound } = await open({ needsName: true, understood: 'hey milla what time is it' })
    await sound(SPEECH, 640)
    await sound(HUSH, 960)
    expect(log.filter((what) => what === 'begin' || what.startsWith('says'))).toEqual(['begin', 'says what time is it'])
  })

  it('shuts with the next press, and forgets what was being said', async () => {
    const { ears, log, hearings, sound } = await open()
    await sound(SPEECH, 640)
    await ears.press()
    expect(log.slice(-4)).toEqual(['dropped', 'end', 'closed', '♪ close'])
    expect(hearings.at(-1)!.state).toBe('off')
  })

  it('says what to do where the detector of speech cannot be loaded', async () => {
    const { hearings, log } = await open({ fault: 'detector' })
    expect(hearings.at(-1)!.trouble).toBe(
      'The open microphone does not work here (no room). Hold the button while you speak.',
    )
    expect(log).toContain('closed')
  })
})
