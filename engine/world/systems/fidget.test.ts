import { describe, expect, it } from 'vitest'
import { speakTestLine, testStage } from '../../api/test-stage.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { boneIndex } from '../../rig/bones.ts'
import { POSE_STRIDE } from '../components.ts'
import { advanceCues } from './advance-cues.ts'
import { applyCommands } from './apply-commands.ts'
import { fadeActing } from './fade-acting.ts'
import { fidget } from './fidget.ts'

const E = 1
const MINUTE = 3600
type Stage = ReturnType<typeof testStage>

function waiting(manner: string): Stage {
  const stage = testStage()
  stage.run('setManner', { actor: 'ana', manner })
  return stage
}

const cuesOf = ({ world }: Stage) => world.components.Timeline.gestures[E]!

/** What the hands of an actor do of their own accord, each with its first tick. Nothing else of the stage is played. */
function watch(stage: Stage, ticks: number): { readonly name: string; readonly at: number }[] {
  const seen = new Map<string, { readonly name: string; readonly at: number }>()
  const end = stage.world.tick + ticks
  while (stage.world.tick < end) {
    for (const system of [applyCommands, advanceCues, fadeActing, fidget]) system(stage.world)
    stage.world.tick++
    for (const { id, gesture } of cuesOf(stage))
      if (!seen.has(id)) seen.set(id, { name: gesture.name, at: stage.world.tick })
  }
  return [...seen.values()]
}

/** Steps until the hands are in the middle of something. */
function untilBusy(stage: Stage): void {
  while (!cuesOf(stage).some(({ stroke }) => stroke === stage.world.tick)) stage.step()
}

describe('the hands of who waits', () => {
  it('turn to the own body as often as the manner says, in several ways, never twice alike, in no period', () => {
    const done = watch(waiting('shy'), 10 * MINUTE)
    expect(done.length).toBeGreaterThan(20)
    expect(done.length).toBeLessThan(40)
    expect(new Set(done.map(({ name }) => name)).size).toBeGreaterThan(6)
    for (const [i, { name }] of done.entries()) expect(name).not.toBe(done[i - 1]?.name)
    const gaps = done.slice(1).map(({ at }, i) => at - done[i]!.at)
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
    expect(spread / mean).toBeGreaterThan(0.3)
  })

  it('do so seldom where somebody is calm, and never where stillness is asked for, or while it listens or thinks', () => {
    expect(watch(waiting('calm'), 5 * MINUTE).length).toBeLessThan(5)
    const still = waiting('shy')
    still.run('setStillness', { actor: 'ana', stillness: 1 })
    expect(watch(still, 2 * MINUTE)).toEqual([])
    for (const state of ['listening', 'thinking']) {
      const stage = waiting('shy')
      stage.run('act', { actor: 'ana', state })
      expect(watch(stage, 2 * MINUTE)).toEqual([])
    }
  })

  it('make nothing that a culture forbids', () => {
    const stage = testStage()
    const { cultures } = stage.world.catalogue
    const none = { ...cultures.get('international')!, forbidden: ['self-adaptor'] }
    Object.assign(stage.world.catalogue, { cultures: new Map([...cultures, ['international', none]]) })
    stage.run('setManner', { actor: 'ana', manner: 'shy' })
    expect(watch(stage, 2 * MINUTE)).toEqual([])
  })

  it('rest otherwise now and then, as the manner has it, but where somebody keeps still', () => {
    const rests = (stage: Stage) => {
      const { Repose } = stage.world.components
      const seen: number[] = []
      for (let second = 0; second < 600; second++) {
        watch(stage, 60)
        if (Repose.now[E] !== seen.at(-1)) seen.push(Repose.now[E]!)
      }
      return seen
    }
    const casual = rests(waiting('casual'))
    expect(casual.length).toBeGreaterThan(6)
    expect(new Set(casual).size).toBeGreaterThan(2)
    const still = waiting('casual')
    still.run('setStillness', { actor: 'ana', stillness: 1 })
    expect(rests(still)).toHaveLength(1)
  })

  it.each([
    ['is spoken to', (stage: Stage) => stage.run('act', { actor: 'ana', state: 'listening' })],
    ['is about to answer', (stage: Stage) => stage.run('prepareToSpeak', { actor: 'ana' })],
    ['speaks', (stage: Stage) => speakTestLine(stage)],
    ['walks', (stage: Stage) => stage.run('walkTo', { actor: 'ana', mark: 'left' })],
  ])('let go at once and hang again within 0.7 s where one %s', (_, happen) => {
    const stage = waiting('shy')
    untilBusy(stage)
    happen(stage)
    stage.step()
    stage.step()
    expect(cuesOf(stage).every(({ released }) => released <= stage.world.tick)).toBe(true)
    for (let i = 0; i < 42; i++) stage.step()
    expect(cuesOf(stage).filter(({ gesture }) => gesture.means.includes('self-adaptor'))).toEqual([])
  })

  it('leave alone what somebody asked them to do', () => {
    const stage = testStage()
    stage.run('gesture', { actor: 'ana', name: 'touch-neck' })
    stage.run('act', { actor: 'ana', state: 'listening' })
    for (let i = 0; i < 60; i++) stage.step()
    expect(cuesOf(stage)[0]!.released).toBeGreaterThan(stage.world.tick)
  })

  it('touch the head where it has turned to meanwhile', () => {
    const stage = testStage()
    stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: 3, y: 1, z: 2 } })
    stage.run('gesture', { actor: 'ana', name: 'scratch-cheek' })
    for (let i = 0; i < 75; i++) stage.step()
    const { Actor, Pose } = stage.world.components
    const placed = createPlacedBones()
    placeBones(placed, Actor.rest[E]!, Pose.rotations, E * POSE_STRIDE, Pose.hips, E * 3)
    const at = (bone: 'head' | 'rightMiddleDistal') => placed.positions.subarray(boneIndex(bone) * 3)
    const [head, finger] = [at('head'), at('rightMiddleDistal')]
    expect(Math.hypot(head[0]! - finger[0]!, head[1]! - finger[1]!, head[2]! - finger[2]!)).toBeLessThan(0.2)
  })
})
