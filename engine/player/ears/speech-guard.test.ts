import { describe, expect, it } from 'vitest'
import { createSpeechGuard, type HeardFrame } from './speech-guard.ts'

/** Milliseconds of a frame. */
const FRAME = 32
const HUSH: HeardFrame = { probability: 0.02, level: -70, isActorSpeaking: false }
const SPEECH: HeardFrame = { probability: 0.95, level: -25, isActorSpeaking: false }
/** What is left of the actor's own voice after the browser has cancelled it. */
const ECHO: HeardFrame = { probability: 0.9, level: -42, isActorSpeaking: true }
const OVER_HER: HeardFrame = { ...SPEECH, isActorSpeaking: true }

/** Plays stretches of milliseconds: what was told, and when. */
function play(...stretches: readonly (readonly [frame: HeardFrame, milliseconds: number])[]): [string, number][] {
  const guard = createSpeechGuard()
  const told: [string, number][] = []
  let at = 0
  for (const [frame, milliseconds] of stretches)
    for (const end = at + milliseconds; at < end; at += FRAME) {
      const event = guard.hear(frame)
      if (event !== undefined) told.push([event, at + FRAME])
    }
  return told
}

describe('the guard of the open microphone', () => {
  it('hears a sentence begin within 150 ms, and end 0.7 s after its last sound', () => {
    expect(play([HUSH, 960], [SPEECH, 1600], [HUSH, 1600])).toEqual([
      ['began', 960 + 128],
      ['ended', 960 + 1600 + 704],
    ])
  })

  it('takes a pause within a sentence for a pause', () => {
    expect(play([SPEECH, 960], [HUSH, 512], [SPEECH, 960], [HUSH, 1600]).map(([event]) => event)).toEqual([
      'began',
      'ended',
    ])
  })

  it('takes a click for no speech', () => {
    expect(play([HUSH, 320], [SPEECH, 64], [HUSH, 640], [SPEECH, 96], [HUSH, 640])).toEqual([])
  })

  it('does not hear the actor herself', () => {
    expect(play([{ ...HUSH, isActorSpeaking: true }, 640], [ECHO, 20_000])).toEqual([])
  })

  it('hears who speaks over her within 300 ms', () => {
    expect(play([ECHO, 3200], [OVER_HER, 960])).toEqual([['began', 3200 + 256]])
  })

  it('does not hear her where the echo is loud, and still hears who is louder', () => {
    const loud = { ...ECHO, level: -30 }
    expect(play([loud, 20_000])).toEqual([])
    expect(play([loud, 3200], [{ ...OVER_HER, level: -18 }, 960])).toEqual([['began', 3200 + 256]])
  })

  it('hears who went on speaking from her first word on, within three seconds', () => {
    const [[event, at]] = play([OVER_HER, 1024], [{ ...HUSH, isActorSpeaking: true }, 1280], [OVER_HER, 960]) as [
      [string, number],
    ]
    expect(event).toBe('began')
    expect(at).toBeLessThan(3000)
  })

  it('does not take a cough over her voice for speech', () => {
    expect(play([ECHO, 3200], [OVER_HER, 192], [ECHO, 3200])).toEqual([])
  })

  it('ends what goes on for longer than a room takes, and goes on to listen', () => {
    const told = play([SPEECH, 60_000])
    expect(told.map(([event]) => event)).toEqual(['began', 'ended', 'began', 'ended', 'began'])
    expect(told[1]![1]).toBeLessThan(29_000)
  })
})
