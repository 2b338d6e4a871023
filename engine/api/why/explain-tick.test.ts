import { describe, expect, it } from 'vitest'
import { LINE_LEAD } from '../../world/lines.ts'
import { stateHash } from '../../world/pose-hash.ts'
import { speakTestLine, testStage } from '../test-stage.ts'
import { chooseChannels } from './choose-channels.ts'
import { explainTick } from './explain-tick.ts'

/** Ana smiles, speaks and waves; half way through the first "m" of her line. */
function speaking() {
  const stage = testStage()
  stage.run('express', { actor: 'ana', name: 'happy' })
  stage.seek(60)
  speakTestLine(stage)
  stage.run('gesture', { actor: 'ana', name: 'wave' })
  stage.seek(60 + LINE_LEAD + 8)
  return stage
}

const told = (channel: string, stage = speaking()) => chooseChannels(explainTick(stage, 'ana'), channel, false)[0]!

describe('explainTick', () => {
  it('names the cue behind a smile, and the word that takes most of it back', () => {
    const smile = told('mouthSmileLeft')
    expect(smile.owner).toBe('sampleFace')
    expect(smile.shares).toMatchObject([
      { system: 'sampleFace', by: [expect.stringMatching(/^ana\/happy\//)] },
      { system: 'sampleMouth', by: ['yields to ana/line-1/0 “Mama,”'] },
    ])
    expect(smile.shares[1]!.change).toBeLessThan(-0.3)
    expect(smile.shares.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(smile.value, 5)
  })

  it('names the word behind a viseme, and the gesture behind a hand', () => {
    expect(told('viseme_PP')).toMatchObject({ owner: 'sampleMouth', shares: [{ by: ['ana/line-1/0 “Mama,”'] }] })
    const arm = told('rightUpperArm')
    expect(arm).toMatchObject({ group: 'arms', owner: 'sampleGestures' })
    expect(arm.shares.find(({ system }) => system === 'sampleGestures')!.by[0]).toMatch(/^ana\/wave\//)
  })

  it('tells the cues that play, and the states of acting', () => {
    const { acting, cues } = explainTick(speaking(), 'ana')
    expect(acting[0]![0]).toBe('speaking')
    expect(cues.map(({ what }) => what)).toEqual(['line “Mama, my papa.”', 'gesture wave', 'reaction happy 1.00'])
  })

  it('leaves the stage as it was', () => {
    const stage = speaking()
    const before = stateHash(stage.world)
    explainTick(stage, 'ana')
    expect(stateHash(stage.world)).toBe(before)
    expect(stage.world.tick).toBe(60 + LINE_LEAD + 8)
  })

  it('refuses who is not there and what is no channel, with the nearest name', () => {
    expect(() => explainTick(speaking(), 'anna')).toThrow(/No actor "anna" on the stage at tick 83. Did you mean "ana"/)
    expect(() => told('mouthSmilLeft')).toThrow(/Did you mean "mouthSmileLeft"\? Groups: .*visemes/)
  })

  it('tells of what nobody moves that it is at rest', () => {
    expect(told('tongueOut')).toMatchObject({ value: 0, owner: undefined, shares: [] })
  })
})
