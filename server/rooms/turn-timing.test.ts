import { expect, test } from 'vitest'
import type { Speaker } from '../../engine/api/host.ts'
import type { Mind, Reply } from '../mind/mind.ts'
import { createTurnTiming } from './turn-timing.ts'

/** A turn whose mind, voice and runtime take what is said here, milliseconds. */
async function play(takes: { mind: number; voice: number; runtime: number }) {
  let clock = 1000
  const told: Record<string, number> = {}
  const timing = createTurnTiming(
    () => clock,
    (stage, seconds) => {
      told[stage] = Math.round(seconds * 1000)
    },
  )
  const mind: Mind = timing.timeMind({
    name: 'Milla',
    greet: () => [],
    async *reply(): AsyncGenerator<Reply> {
      yield { kind: 'gesture', name: 'nod' }
      await Promise.resolve()
      clock += takes.mind
      yield { kind: 'say', text: 'Hello.' }
      clock += 5000
      yield { kind: 'say', text: 'Later.' }
    },
  })
  const speaker: Speaker = timing.timeSpeaker({
    async *speak() {
      await Promise.resolve()
      clock += takes.voice
      yield { plan: {}, audio: 'a' } as never
      clock += 5000
      yield { plan: {}, audio: 'b' } as never
    },
  })
  await timing.time(async () => {
    clock += takes.runtime
    timing.note({ tick: 66, name: 'act', input: { actor: 'host', state: 'thinking' } })
    for await (const reply of mind.reply({} as never, new AbortController().signal)) {
      if (reply.kind !== 'say') continue
      for await (const _ of speaker.speak(reply.text, {} as never)) {
        timing.note({ tick: 70, name: 'performLine', input: { line: 'line-1' } })
        break
      }
      break
    }
  })
  return { told, timing }
}

test('a turn is split into what the mind, the voice and the runtime take', async () => {
  const { told, timing } = await play({ mind: 120, voice: 45, runtime: 7 })
  expect(told).toEqual({ reaction: 7, mind: 120, voice: 45, runtime: 7 })
  // Heard 18 ticks after where the room stands: 300 ms on from now.
  timing.read([{ type: 'partStarted', actor: 'host', line: 'line-1', part: 0, audio: 'a', tick: 90 } as never], 72)
  expect(told.sound).toBe(7 + 120 + 45 + 300)
})

test('what was not set going by a message is no turn', async () => {
  const { told, timing } = await play({ mind: 1, voice: 1, runtime: 1 })
  const before = { ...told }
  timing.note({ tick: 100, name: 'act', input: {} })
  timing.note({ tick: 100, name: 'performLine', input: { line: 'line-9' } })
  timing.read([{ type: 'partStarted', actor: 'host', line: 'line-9', part: 0, audio: 'a', tick: 120 } as never], 100)
  expect(told).toEqual(before)
})
