import { describe, expect, it } from 'vitest'
import { testStage } from '../api/test-stage.ts'
import type { WorldEvent } from './events.ts'

/** Ticks at which gestures ended, by the names of their cues. */
function endings(stage: ReturnType<typeof testStage>, ticks: number): [string, number][] {
  for (let i = 0; i < ticks; i++) stage.step()
  return stage
    .takeEvents()
    .filter((event): event is Extract<WorldEvent, { type: 'gestureEnded' }> => event.type === 'gestureEnded')
    .map(({ cue, tick }) => [cue.split('/')[1]!, tick])
}

describe('a gesture', () => {
  const wave = (strokeAt?: number) => ({ actor: 'ana', name: 'wave', strokeAt })

  it('makes an earlier one let go', () => {
    const stage = testStage()
    stage.run('gesture', wave())
    const [[, alone]] = endings(stage, 400) as [[string, number]]
    const other = testStage()
    other.run('gesture', wave())
    for (let i = 0; i < 30; i++) other.step()
    other.run('gesture', { actor: 'ana', name: 'offer' })
    const [first] = endings(other, 400)
    expect(first![0]).toBe('wave')
    expect(first![1]).toBeLessThan(alone)
  })

  it('leaves a later one its turn, and gives way to it', () => {
    const stage = testStage()
    stage.run('gesture', wave(4))
    stage.run('gesture', { actor: 'ana', name: 'offer' })
    const ended = endings(stage, 600)
    expect(ended.map(([name]) => name)).toEqual(['offer', 'wave'])
    expect(ended[1]![1]).toBeGreaterThan(4 * 60)
  })

  it('that is additive plays with others', () => {
    const stage = testStage()
    stage.run('gesture', wave())
    stage.run('gesture', { actor: 'ana', name: 'nod' })
    const alone = testStage()
    alone.run('gesture', wave())
    const [both, one] = [endings(stage, 400), endings(alone, 400)]
    expect(both.find(([name]) => name === 'wave')).toEqual(one[0])
  })
})
