import { expect, test } from 'vitest'
import { testCatalogue, testStage } from '../api/test-stage.ts'
import { acknowledge } from './acknowledge.ts'
import { cultureOf } from './manner.ts'

const CATALOGUE = testCatalogue()

/** What an actor does at sixty pauses. */
function sixtyPauses(culture: string) {
  const stage = testStage(7, CATALOGUE)
  stage.run('setCulture', { actor: 'ana', culture })
  stage.step()
  const { Timeline } = stage.world.components
  const nods: string[] = []
  let faces = 0
  for (let i = 0; i < 60; i++) {
    Timeline.gestures[1] = []
    Timeline.expressions[1] = []
    stage.world.tick += 120
    acknowledge(stage.world, 1)
    nods.push(...Timeline.gestures[1].map(({ gesture }) => gesture.name))
    if (Timeline.expressions[1].length > 0) faces++
  }
  return { nods, faces, stage }
}

test('it nods, raises its brows, or both, and does something each time', () => {
  const { nods, faces } = sixtyPauses('us')
  expect(nods.length).toBeGreaterThan(28)
  expect(nods.length).toBeLessThan(50)
  expect(faces).toBeGreaterThan(12)
  expect(nods.length + faces).toBeGreaterThanOrEqual(60)
})

test('it nods more often where people do, and never where a nod says no', () => {
  expect(sixtyPauses('japan').nods.length).toBeGreaterThan(sixtyPauses('us').nods.length + 8)
  const { nods, stage } = sixtyPauses('bulgaria')
  expect(nods).not.toContain('nod')
  expect(cultureOf(stage.world, 1).means.nod).toEqual(['no'])
})
