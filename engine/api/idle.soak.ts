import { describe, expect, it } from 'vitest'
import { BLINKS_PER_MINUTE } from '../plan/life/blinks.ts'
import { loadCatalogue } from './content.ts'
import { openContent } from './disk-content.ts'
import { createStage } from './stage.ts'
import { watchWaiting } from './test-waiting.ts'

const MINUTES = 10
const catalogue = await loadCatalogue(openContent(), 'studio')

function stageFor(manner: string, seed: number) {
  const stage = createStage({ catalogue, seed })
  stage.spawnActor({ id: 'ana', avatar: 'milla' })
  stage.run('setManner', { actor: 'ana', manner })
  return stage
}

describe.each([...catalogue.manners])('over ten minutes of waiting the %s', (name, manner) => {
  it('repeats nothing, does nothing uncanny, and turns its hands to its body as often as it says', () => {
    const { findings, adaptors, gaze, blinks, measures } = watchWaiting(stageFor(name, 7), 'idle', MINUTES)
    const figures = { adaptors: adaptors.length, gaze, blinks, ...measures.get('ana') }
    process.stdout.write(`${name} ${JSON.stringify(figures)}\n`)
    expect(findings).toEqual([])
    expect(Math.abs(adaptors.length / MINUTES - manner.adaptors)).toBeLessThan(0.25 + manner.adaptors * 0.35)
    for (const [i, adaptor] of adaptors.entries()) expect(adaptor).not.toBe(adaptors[i - 1])
    expect(Math.abs(gaze - manner.gaze.idle)).toBeLessThan(0.1)
    expect(Math.abs(blinks / (BLINKS_PER_MINUTE.idle * manner.blinks) - 1)).toBeLessThan(0.2)
  })
})

it.each(['listening', 'thinking'] as const)(
  'over ten minutes of %s somebody blinks and looks as people do',
  (state) => {
    const { findings, adaptors, gaze, blinks } = watchWaiting(stageFor('casual', 7), state, MINUTES)
    process.stdout.write(`${state} ${JSON.stringify({ gaze, blinks })}\n`)
    expect(findings).toEqual([])
    expect(adaptors).toEqual([])
    expect(Math.abs(gaze - catalogue.manners.get('casual')!.gaze[state])).toBeLessThan(0.1)
    expect(Math.abs(blinks / BLINKS_PER_MINUTE[state] - 1)).toBeLessThan(0.2)
  },
)
