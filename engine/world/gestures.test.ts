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

  it('ends once where an interruption drops it before it has begun, or lets go of it', () => {
    const stage = testStage()
    stage.run('gesture', { actor: 'ana', name: 'offer' })
    stage.run('gesture', wave(4))
    for (let i = 0; i < 20; i++) stage.step()
    stage.run('gesture', { actor: 'ana', name: 'nod' })
    stage.run('interrupt', { actor: 'ana' })
    const ended = endings(stage, 400)
    expect(ended.map(([name]) => name).sort()).toEqual(['nod', 'offer', 'wave'])
    expect(ended.filter(([, tick]) => tick === 20).map(([name]) => name)).toEqual(['nod', 'wave'])
  })

  it('ends when its actor leaves, begun or not', () => {
    const stage = testStage()
    stage.run('gesture', { actor: 'ana', name: 'offer' })
    stage.run('gesture', wave(4))
    for (let i = 0; i < 20; i++) stage.step()
    stage.run('removeActor', { actor: 'ana' })
    expect(endings(stage, 400)).toEqual([
      ['offer', 20],
      ['wave', 20],
    ])
  })

  it('ends once where its actor leaves at its last tick', () => {
    const alone = testStage()
    alone.run('gesture', wave())
    const [[, last]] = endings(alone, 400) as [[string, number]]
    const stage = testStage()
    stage.run('gesture', wave())
    for (let i = 0; i < last; i++) stage.step()
    stage.run('removeActor', { actor: 'ana' })
    expect(endings(stage, 400)).toEqual([['wave', last]])
  })
})
