import { describe, expect, test } from 'vitest'
import { speakTestLine, testStage } from '../api/test-stage.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'
import { FACE_CHANNEL_COUNT, faceChannel } from '../rig/blendshapes.ts'
import { ARM_BONES } from '../rig/repose.ts'
import { POSE_STRIDE } from './components.ts'

type Stage = ReturnType<typeof testStage>

/** Signals that people see as motion of the body, and how far each may go in one tick: radians, metres, shares. */
const LIMITS = {
  breath: 0.05,
  hipsX: 0.0015,
  hipsZ: 0.0015,
  weightShift: 0.06,
  leanPitch: 0.005,
  leanRoll: 0.005,
  twist: 0.005,
  headYaw: 0.015,
  headPitch: 0.015,
  headRoll: 0.01,
  browRaise: 0.08,
} as const

const signalsOf = (stage: Stage) => [
  ...stage.world.components.Life.signals.subarray(LIFE_SIGNALS.length, 2 * LIFE_SIGNALS.length),
]

/** Steps to a tick and refuses every jump on the way. */
function expectNoPop(stage: Stage, tick: number): void {
  let before = signalsOf(stage)
  while (stage.world.tick < tick) {
    stage.step()
    const now = signalsOf(stage)
    for (const [name, limit] of Object.entries(LIMITS)) {
      const s = LIFE_SIGNALS.indexOf(name as keyof typeof LIMITS)
      expect(Math.abs(now[s]! - before[s]!), `${name} at tick ${stage.world.tick}`).toBeLessThan(limit)
    }
    before = now
  }
}

describe('a change in the middle of things', () => {
  test.each([
    ['manner', 'setManner', { manner: 'professional' }],
    ['culture', 'setCulture', { culture: 'japan' }],
    ['stillness', 'setStillness', { stillness: 0.9 }],
  ] as const)('of %s flows on from where the body is', (_, name, input) => {
    const stage = testStage()
    stage.seek(300)
    stage.run(name, { actor: 'ana', ...input })
    expectNoPop(stage, 420)
  })

  test('of manner, and another before the first is through, flows too', () => {
    const stage = testStage()
    stage.seek(300)
    stage.run('setManner', { actor: 'ana', manner: 'enthusiastic' })
    expectNoPop(stage, 310)
    stage.run('setManner', { actor: 'ana', manner: 'shy' })
    expectNoPop(stage, 318)
    stage.run('setManner', { actor: 'ana', manner: 'calm', towards: 'academic', share: 0.3 })
    expectNoPop(stage, 420)
  })

  test('of manner leaves the line that is being said as it began', () => {
    const stage = testStage()
    speakTestLine(stage)
    stage.seek(40)
    const { lines } = stage.world.components.Timeline
    const before = lines[1]![0]!.compiled
    stage.run('setManner', { actor: 'ana', manner: 'enthusiastic' })
    expectNoPop(stage, 60)
    expect(lines[1]![0]!.compiled).toBe(before)
    speakTestLine(stage, 'ana', 'line-2')
    stage.step()
    expect(lines[1]![1]!.delivery.head).toBeGreaterThan(1.2)
  })
})

test('the professional sways and nods visibly less than the enthusiastic', () => {
  const swing = (manner: string) => {
    const stage = testStage()
    stage.run('setManner', { actor: 'ana', manner })
    speakTestLine(stage)
    let least = 1
    let most = -1
    for (let tick = 0; tick < 100; tick++) {
      stage.step()
      const pitch = signalsOf(stage)[LIFE_SIGNALS.indexOf('headPitch')]!
      least = Math.min(least, pitch)
      most = Math.max(most, pitch)
    }
    return most - least
  }
  expect(swing('enthusiastic') / swing('professional')).toBeGreaterThan(1.8)
})

describe('what is on already when the manner changes', () => {
  const smiling = (manner: string) => {
    const stage = testStage()
    stage.run('setManner', { actor: 'ana', manner })
    stage.run('express', { actor: 'ana', name: 'happy', intensity: 0.8 })
    stage.seek(200)
    return stage
  }
  const smileOf = ({ world }: Stage) =>
    world.components.Face.weights[world.lists.actors[0]! * FACE_CHANNEL_COUNT + faceChannel('mouthSmileLeft')]!

  test('a face takes on the new strength in about a second, without a jump, and again in the middle of that', () => {
    const stage = smiling('enthusiastic')
    const full = smileOf(stage)
    let before = full
    for (let tick = 0; tick < 160; tick++) {
      if (tick === 0) stage.run('setManner', { actor: 'ana', manner: 'professional' })
      if (tick === 25) stage.run('setManner', { actor: 'ana', manner: 'shy' })
      if (tick === 50) stage.run('setManner', { actor: 'ana', manner: 'professional' })
      stage.step()
      const now = smileOf(stage)
      expect(Math.abs(now - before), `tick ${tick}`).toBeLessThan(0.015)
      before = now
    }
    expect(before).toBeLessThan(full * 0.85)
    expect(before).toBeCloseTo(smileOf(smiling('professional')), 2)
  })

  test('a face that was to go still goes at its time', () => {
    const stage = testStage()
    stage.run('express', { actor: 'ana', name: 'happy', intensity: 0.8, seconds: 2 })
    stage.seek(60)
    stage.run('setManner', { actor: 'ana', manner: 'enthusiastic' })
    stage.seek(115)
    expect(smileOf(stage)).toBeGreaterThan(0.2)
    stage.seek(400)
    expect(smileOf(stage)).toBeLessThan(0.1)
    expect(stage.world.components.Timeline.expressions[stage.world.lists.actors[0]!]).toEqual([])
  })

  test('arms go over to where the manner rests them, and turn back half-way as softly', () => {
    const stage = testStage()
    stage.seek(100)
    const e = stage.world.lists.actors[0]!
    const armsNow = () =>
      ARM_BONES.map((bone) => [
        ...stage.world.components.Pose.rotations.subarray(e * POSE_STRIDE + bone * 4).subarray(0, 4),
      ])
    const start = armsNow()
    let before = start
    let farthest = 0
    for (let tick = 0; tick < 220; tick++) {
      if (tick === 0) stage.run('setManner', { actor: 'ana', manner: 'professional' })
      if (tick === 30) stage.run('setManner', { actor: 'ana', manner: 'shy' })
      if (tick === 60) stage.run('setManner', { actor: 'ana', manner: 'casual' })
      stage.step()
      const now = armsNow()
      for (const [i, turn] of now.entries()) {
        expect(angleBetween(turn, before[i]!), `bone ${ARM_BONES[i]} at tick ${tick}`).toBeLessThan(0.09)
        farthest = Math.max(farthest, angleBetween(turn, start[i]!))
      }
      before = now
    }
    expect(farthest).toBeGreaterThan(0.4)
    for (const [i, turn] of before.entries()) expect(angleBetween(turn, start[i]!)).toBeLessThan(0.12)
  })
})

/** Radians. */
const angleBetween = (a: readonly number[], b: readonly number[]): number =>
  2 * Math.acos(Math.min(1, Math.abs(a.reduce((sum, value, k) => sum + value * b[k]!, 0))))
