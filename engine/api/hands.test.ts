import { describe, expect, it } from 'vitest'
import { rotateVector } from '../core/math/quat.ts'
import { addVec3, distanceVec3, dotVec3, normalizeVec3, subtractVec3 } from '../core/math/vec3.ts'
import { createPlacedBones, placeBones } from '../pose/forward.ts'
import type { Carried } from '../pose/hand-reach.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import { POSE_STRIDE } from '../world/components.ts'
import { startGesture } from '../world/gestures.ts'
import { lintPerformance } from './lint/lint-performance.ts'
import { handInBody } from './lint/rules/hand-in-body.ts'
import { motionLimit } from './lint/rules/motion-limit.ts'
import { testCatalogue, testStage } from './test-stage.ts'

type Stage = ReturnType<typeof testStage>

const E = 1
const placed = createPlacedBones()

function look({ world }: Stage) {
  const { Actor, Pose } = world.components
  placeBones(placed, Actor.rest[E]!, Pose.rotations, E * POSE_STRIDE, Pose.hips, E * 3)
  return placed
}

const boneAt = (stage: Stage, bone: BoneName): Float32Array =>
  look(stage).positions.slice(boneIndex(bone) * 3, boneIndex(bone) * 3 + 3)

function placeOf(stage: Stage, { bone, from }: Carried): Float64Array {
  const { positions, rotations } = look(stage)
  const out = new Float64Array(3)
  rotateVector(out, 0, rotations, bone * 4, from, 0)
  addVec3(out, 0, out, 0, positions, bone * 3)
  return out
}

const stepTo = (stage: Stage, tick: number): void => {
  while (stage.world.tick < tick) stage.step()
}

/** Asks for gestures with their strokes at ticks, as acts of a line do. */
function asking(
  strokes: readonly (readonly [name: string, tick: number, intensity?: number])[],
  manner = 'casual',
): Stage {
  const stage = testStage()
  stage.run('setManner', { actor: 'ana', manner })
  stage.step()
  for (const [name, stroke, intensity = 0.8] of strokes)
    startGesture(stage.world, E, stage.world.catalogue.gestures.get(name)!, { stroke, intensity, firm: false })
  return stage
}

const cuesOf = ({ world }: Stage) => world.components.Timeline.gestures[E]!

describe('strokes', () => {
  it('land when they were asked for, with the preparation before them', () => {
    const [cue] = cuesOf(asking([['wave', 120]]))
    expect(cue!.stroke).toBe(120)
    expect(cue!.start).toBeGreaterThan(60)
    expect(cue!.start).toBeLessThan(100)
  })

  it('are late by no more than the hands need, where they were asked for too soon', () => {
    const stage = asking([['beat-right', 12]])
    const [cue] = cuesOf(stage)
    expect(cue!.start).toBe(1)
    expect(cue!.stroke).toBeGreaterThan(12)
    expect(cue!.stroke).toBeLessThan(36)
  })

  it('crowd out the weaker of two that hands have no time for, and tell it', () => {
    const stage = asking([
      ['wave', 100, 0.5],
      ['offer', 110, 0.9],
    ])
    expect(cuesOf(stage).map(({ gesture }) => gesture.name)).toEqual(['offer'])
    stage.step()
    expect(stage.takeEvents()).toContainEqual(expect.objectContaining({ what: 'crowded-gesture', text: 'wave' }))
  })

  it('are held until a word ends, and then let go', () => {
    const stage = asking([])
    startGesture(stage.world, E, stage.world.catalogue.gestures.get('stop')!, {
      stroke: 60,
      until: 160,
      intensity: 1,
      firm: false,
    })
    const heights = [100, 158, 330].map((tick) => {
      stepTo(stage, tick)
      return boneAt(stage, 'rightHand')[1]!
    })
    expect(Math.abs(heights[0]! - heights[1]!)).toBeLessThan(0.02)
    expect(heights[2]).toBeLessThan(heights[1]! - 0.2)
  })
})

describe('hands', () => {
  /** How low the right hand sinks between two strokes. */
  function lowest(apart: number): number {
    const stage = asking([
      ['beat-right', 60],
      ['beat-right', 60 + apart],
    ])
    stepTo(stage, 62)
    let low = Number.POSITIVE_INFINITY
    while (stage.world.tick < 60 + apart) {
      stage.step()
      low = Math.min(low, boneAt(stage, 'rightHand')[1]!)
    }
    return low
  }

  it('flow from one stroke to the next where that follows soon, and rest between where it does not', () => {
    expect(lowest(60)).toBeGreaterThan(lowest(260) + 0.1)
  })

  it('keep to their own arm: the left one goes back while the right one goes on', () => {
    const stage = asking([
      ['beat-both', 60],
      ['beat-right', 120],
    ])
    const [both] = cuesOf(stage)
    expect(both!.taken[0]).toBeGreaterThan(1e6)
    expect(both!.taken[1]).toBeLessThan(121)
  })

  it('land on what they touch', () => {
    const stage = testStage()
    stage.run('gesture', { actor: 'ana', name: 'shush' })
    stage.step()
    const [cue] = cuesOf(stage)
    stepTo(stage, cue!.stroke + 12)
    const arm = stage.world.catalogue.rigs.get('milla')!.reach.arms[1]
    const gap = distanceVec3(placeOf(stage, arm.parts.index), 0, placeOf(stage, arm.points.near.mouth), 0)
    expect(gap).toBeLessThan(0.025)
  })

  const motions = [...testCatalogue().gestures.keys()].filter((_, i) => i % 12 === 5)

  it.each(motions)('move within limits for "%s" of the strongest manner, and keep out of the body', (name) => {
    const stage = testStage()
    stage.run('setManner', { actor: 'ana', manner: 'enthusiastic' })
    stage.step()
    stage.run('gesture', { actor: 'ana', name })
    expect(lintPerformance(stage, { ticks: 150, rules: [handInBody, motionLimit] }).findings).toEqual([])
  })
})

describe('who points', () => {
  it.each([
    ['left', { x: 2, y: 1.2, z: 2 }],
    ['right', { x: -2, y: 0.4, z: 1 }],
  ] as const)('does so with the %s arm, finger along the line from the eyes, and looks first', (side, at) => {
    const stage = testStage()
    stage.step()
    const { Transform, Gaze } = stage.world.components
    const [x, z] = [at.x + Transform.x[E]!, at.z + Transform.z[E]!]
    stage.run('pointAt', { actor: 'ana', target: { kind: 'point', x, y: at.y, z }, seconds: 2 })
    const before = boneAt(stage, `${side}Hand`)
    stepTo(stage, 24)
    expect(Math.abs(Gaze.now[E * 4]!)).toBeGreaterThan(0.15)
    expect(distanceVec3(boneAt(stage, `${side}Hand`), 0, before, 0)).toBeLessThan(0.05)
    stepTo(stage, cuesOf(stage)[0]!.stroke + 60)
    const finger = boneAt(stage, `${side}IndexDistal`)
    subtractVec3(finger, 0, finger, 0, boneAt(stage, `${side}IndexProximal`), 0)
    const yaw = Transform.yaw[E]!
    const target = [at.x * Math.cos(yaw) - at.z * Math.sin(yaw), at.y, at.x * Math.sin(yaw) + at.z * Math.cos(yaw)]
    const line = Float32Array.from(target)
    subtractVec3(line, 0, line, 0, boneAt(stage, 'head'), 0)
    normalizeVec3(finger, 0, finger, 0)
    normalizeVec3(line, 0, line, 0)
    expect((Math.acos(Math.min(1, dotVec3(finger, 0, line, 0))) * 180) / Math.PI).toBeLessThan(10)
    stepTo(stage, cuesOf(stage)[0]!.back + 60)
    expect(Math.abs(Gaze.now[E * 4 + 2]!)).toBeLessThan(0.1)
  })
})
