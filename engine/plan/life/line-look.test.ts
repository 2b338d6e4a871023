import { expect, test } from 'vitest'
import { TEST_PLAN } from '../../api/test-stage.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import type { LookAct } from '../acts.ts'
import { compileLook } from './line-look.ts'

const look = (...acts: Omit<LookAct, 'type' | 'by'>[]) =>
  compileLook({ ...TEST_PLAN, acts: acts.map((act) => ({ type: 'look', ...act, by: 'rules' })) })

test('eyes are away while the words are said, and back after', () => {
  const { weight, pitch, away } = look({ at: 'up', word: 1, until: 1 })
  const { start, end } = TEST_PLAN.words[1]!
  expect(sampleTrack(weight, start - 0.1)).toBe(0)
  expect(sampleTrack(weight, start)).toBe(1)
  expect(sampleTrack(weight, end)).toBe(1)
  expect(sampleTrack(weight, end + 0.1)).toBe(0)
  expect(sampleTrack(pitch, start)).toBeLessThan(-0.1)
  expect(sampleTrack(away, start)).toBe(1)
})

test('a look at the listener holds the eyes where they belong', () => {
  const { weight, yaw, pitch, away } = look({ at: 'listener', word: 0 })
  const { start } = TEST_PLAN.words[0]!
  expect([weight, yaw, pitch, away].map((track) => sampleTrack(track, start + 0.05))).toEqual([1, 0, 0, 0])
})

test('looks that overlap, those at the screen and those at no word are left out', () => {
  const one = look({ at: 'left', word: 0, until: 1 })
  expect(look({ at: 'left', word: 0, until: 1 }, { at: 'right', word: 1 }, { at: 'down', word: 9 })).toEqual(one)
  expect(sampleTrack(look({ at: 'screen', word: 0 }).weight, 0.3)).toBe(0)
})
