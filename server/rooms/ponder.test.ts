import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Actor, Stage } from '../../engine/api/host.ts'
import { createPondering } from './ponder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function pondering(ponders: readonly string[] = []) {
  const shown: string[] = []
  const actor = {
    id: 'host',
    express: (name: string) => void shown.push(name),
    gesture: (name: string) => void shown.push(name),
  } as unknown as Actor
  const world = {
    catalogue: {
      gestures: new Map([
        ['wait', { means: ['stop', 'think'] }],
        ['chin', { means: ['think'] }],
        ['ear', { means: ['playful'] }],
      ]),
      expressions: new Map([
        ['thinking', {}],
        ['friendly', {}],
      ]),
    },
    lists: { byId: new Map([['host', 1]]) },
    components: { Manner: { own: [undefined, { ponders }] } },
  }
  return { shown, begin: createPondering({ world } as unknown as Stage, actor) }
}

test('a quick answer is thought of without a face or a hand', () => {
  const { shown, begin } = pondering()
  const end = begin()
  vi.advanceTimersByTime(1200)
  end()
  vi.advanceTimersByTime(60_000)
  expect(shown).toEqual([])
})

test('the longer it takes the more it shows, and nothing once it is over', () => {
  const { shown, begin } = pondering()
  const end = begin()
  vi.advanceTimersByTime(1400)
  expect(shown).toEqual(['thinking'])
  vi.advanceTimersByTime(1700)
  expect(shown).toEqual(['thinking', 'chin'])
  vi.advanceTimersByTime(9000)
  expect(shown).toEqual(['thinking', 'chin', 'thinking', 'friendly', 'thinking'])
  vi.advanceTimersByTime(4000)
  expect(shown.filter((what) => what === 'chin')).toHaveLength(2)
  end()
  const before = shown.length
  vi.advanceTimersByTime(60_000)
  expect(shown).toHaveLength(before)
})

test('who has a way of its own to think thinks in that way', () => {
  const { shown, begin } = pondering(['ear', 'nothing-that-is-there'])
  const end = begin()
  vi.advanceTimersByTime(17_000)
  end()
  expect(shown.filter((what) => !['thinking', 'friendly'].includes(what))).toEqual(['ear', 'ear'])
})
