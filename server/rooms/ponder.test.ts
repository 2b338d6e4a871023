import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Actor, Catalogue } from '../../engine/api/host.ts'
import { createPondering } from './ponder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function pondering() {
  const shown: string[] = []
  const actor = {
    express: (name: string) => void shown.push(name),
    gesture: (name: string) => void shown.push(name),
  } as unknown as Actor
  const catalogue = {
    gestures: new Map([
      ['wave', { means: ['greeting'] }],
      ['chin', { means: ['think'] }],
    ]),
    expressions: new Map([['thinking', {}]]),
  } as unknown as Catalogue
  return { shown, begin: createPondering(catalogue, actor) }
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
  expect(shown).toEqual(['thinking', 'thinking', 'chin'])
  vi.advanceTimersByTime(9000)
  expect(shown.filter((what) => what === 'chin')).toHaveLength(2)
  end()
  const before = shown.length
  vi.advanceTimersByTime(60_000)
  expect(shown).toHaveLength(before)
})
