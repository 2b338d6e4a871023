import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { enqueue } from '../commands.ts'

describe('applyCommands', () => {
  it('brings an actor on at its mark, and takes it off', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'ben', at: 'left' })
    stage.step()
    const { lists, components } = stage.world
    expect([...lists.byId.keys()]).toEqual(['ana', 'ben'])
    expect(components.Transform.x[lists.byId.get('ben')!]).toBeCloseTo(-0.45)
    stage.run('removeActor', { actor: 'ana' })
    stage.step()
    expect([...stage.world.lists.byId.keys()]).toEqual(['ben'])
  })

  it('uses a row again without anything of its last owner', () => {
    const stage = testStage()
    stage.run('express', { actor: 'ana', name: 'happy' })
    stage.run('gesture', { actor: 'ana', name: 'wave' })
    stage.seek(30)
    stage.run('removeActor', { actor: 'ana' })
    stage.step()
    stage.spawnActor({ id: 'cleo' })
    stage.step()
    const e = stage.world.lists.byId.get('cleo')!
    expect(stage.world.components.Timeline.gestures[e]).toEqual([])
    expect(stage.world.components.Timeline.expressions[e]).toEqual([])
  })

  it('applies commands of one tick in the order in which they came', () => {
    const stage = testStage()
    stage.cutTo('wide')
    stage.cutTo('close-up')
    stage.step()
    expect(stage.world.shot.name).toBe('close-up')
  })

  it('refuses to rewrite history', () => {
    const stage = testStage()
    stage.seek(10)
    expect(() => enqueue(stage.world, { tick: 3, name: 'cutTo', input: { shot: 'wide' } })).toThrow(/stamped 3/)
  })
})
