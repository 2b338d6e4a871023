import { expect, test } from 'vitest'
import { knownOf, newTalkState } from './talk-state.ts'

test('who has a name is known by it, a guest by none', () => {
  const state = newTalkState('a')
  expect(knownOf(state, { id: 'a', name: 'Ada' }).get('name')).toBe('Ada')
  expect(knownOf(state, { id: 'b', name: 'Guest' }).has('name')).toBe(false)
})

test('what thousands told is not kept forever; who spoke last is remembered', () => {
  const state = newTalkState('a')
  knownOf(state, { id: 'ada', name: 'Ada' }).set('like', 'jazz')
  for (let i = 0; i < 5000; i++) {
    knownOf(state, { id: `${i}`, name: 'Guest' })
    if (i % 100 === 0) knownOf(state, { id: 'ada', name: 'Ada' })
  }
  expect(state.people.size).toBeLessThanOrEqual(300)
  expect(knownOf(state, { id: 'ada', name: 'Ada' }).get('like')).toBe('jazz')
})
