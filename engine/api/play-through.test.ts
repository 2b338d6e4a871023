import { describe, expect, it } from 'vitest'
import { divideIntoCues } from '../encode/captions.ts'
import { LINE_LEAD, MOUTH_RELEASE } from '../world/lines.ts'
import { playThrough } from './play-through.ts'
import { createStage, type Stage } from './stage.ts'
import { speakTestLine, testCatalogue, testStage } from './test-stage.ts'

/** Plays what was done on a stage again, as a film does. */
const score = (stage: Stage, ticks: number) =>
  playThrough(createStage({ catalogue: testCatalogue(), seed: 7, log: [...stage.world.log] }), ticks)

/** A stage with the test line, stopped some ticks after it began to sound. */
function stopped(after: number, how: 'interrupt' | 'removeActor'): Stage {
  const stage = testStage()
  speakTestLine(stage)
  for (let i = 0; i < LINE_LEAD + after; i++) stage.step()
  stage.run(how, { actor: 'ana' })
  return stage
}

const wordsOf = (parts: Parameters<typeof divideIntoCues>[0]): string =>
  divideIntoCues(parts)
    .flatMap(({ lines }) => lines.flat())
    .map(({ text }) => text)
    .join(' ')

describe('playThrough', () => {
  it('sounds a part from its tick to its end', () => {
    const stage = testStage()
    speakTestLine(stage)
    const { parts } = score(stage, 200)
    expect(parts).toMatchObject([{ start: LINE_LEAD / 60, end: (LINE_LEAD + 72) / 60, fade: 0, actor: 'ana' }])
    expect(wordsOf(parts)).toBe('Mama, my papa.')
  })

  it('fades an interrupted part out, and captions no word that was not heard', () => {
    const { parts } = score(stopped(32, 'interrupt'), 200)
    expect(parts).toMatchObject([{ end: (LINE_LEAD + 32 + MOUTH_RELEASE) / 60, fade: MOUTH_RELEASE / 60 }])
    expect(wordsOf(parts)).toBe('Mama, my')
    const [cue] = divideIntoCues(parts)
    expect(cue!.lines.flat().at(-1)!.end).toBeLessThanOrEqual(parts[0]!.end)
  })

  it('keeps what was heard of an actor who was taken off', () => {
    const { parts } = score(stopped(32, 'removeActor'), 200)
    expect(parts).toMatchObject([{ end: (LINE_LEAD + 32) / 60, fade: MOUTH_RELEASE / 60 }])
    expect(wordsOf(parts)).toBe('Mama,')
  })

  it('fades out what still sounds when the performance ends', () => {
    const stage = testStage()
    speakTestLine(stage)
    const { parts } = score(stage, 60)
    expect(parts).toMatchObject([{ end: 1, fade: MOUTH_RELEASE / 60 }])
  })

  it('casts an actor who comes again in every avatar it wore, each once', () => {
    const stage = testStage()
    for (const avatar of ['otto', 'milla']) {
      for (let i = 0; i < 5; i++) stage.step()
      stage.run('removeActor', { actor: 'ana' })
      stage.spawnActor({ id: 'ana', avatar })
    }
    expect(score(stage, 20).cast).toEqual([
      { actor: 'ana', avatar: 'milla' },
      { actor: 'ana', avatar: 'otto' },
    ])
  })

  it('gives no part to who leaves at the tick of coming', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'ben', at: 'left' })
    stage.run('removeActor', { actor: 'ben' })
    expect(score(stage, 10).cast).toEqual([{ actor: 'ana', avatar: 'milla' }])
  })
})
