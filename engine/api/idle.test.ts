import { expect, it } from 'vitest'
import { testStage } from './test-stage.ts'
import { watchWaiting } from './test-waiting.ts'

it('who waits for two minutes is never still, never the same, and has nothing uncanny', () => {
  const stage = testStage(3)
  stage.run('setManner', { actor: 'ana', manner: 'shy' })
  const { findings, adaptors, measures } = watchWaiting(stage, 'idle', 2)
  expect(findings).toEqual([])
  expect(adaptors.length).toBeGreaterThan(2)
  expect(measures.get('ana')!['nearest two waits, share apart']).toBeGreaterThan(0.3)
  expect(measures.get('ana')!['strongest echo of waiting, correlation']).toBeLessThan(0.5)
})

it('who listens for a minute looks at who speaks, and fidgets with nothing', () => {
  const stage = testStage(3)
  stage.run('setManner', { actor: 'ana', manner: 'shy' })
  const { findings, adaptors, gaze } = watchWaiting(stage, 'listening', 1)
  expect(findings).toEqual([])
  expect(adaptors).toEqual([])
  expect(gaze).toBeGreaterThan(0.55)
})
