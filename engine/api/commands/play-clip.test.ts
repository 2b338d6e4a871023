import { beforeAll, describe, expect, it } from 'vitest'
import { angleBetween } from '../../core/math/quat.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { BONES, type BoneName, boneIndex } from '../../rig/bones.ts'
import { clipSeconds, sampleClipRotation } from '../../tracks/clip.ts'
import { POSE_STRIDE } from '../../world/components.ts'
import type { Catalogue } from '../../world/world.ts'
import { loadCatalogue } from '../content.ts'
import { openContent } from '../disk-content.ts'
import { createStage, type Stage } from '../stage.ts'
import { testStage } from '../test-stage.ts'

const DEGREES = 180 / Math.PI
const RIGS = ['milla', 'mateo', 'leela']

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await loadCatalogue(openContent(), 'studio')
})

const rotationOf = ({ world }: Stage, bone: BoneName, e = world.lists.actors[0]!): Float32Array => {
  const at = e * POSE_STRIDE + boneIndex(bone) * 4
  return world.components.Pose.rotations.slice(at, at + 4)
}
const steps = (stage: Stage, ticks: number) => {
  for (let i = 0; i < ticks; i++) stage.step()
}
const play = (stage: Stage, name: string, options: object = {}) =>
  stage.run('playClip', { actor: 'ana', name, ...options })

function stageFor(avatar: string): Stage {
  const stage = createStage({ catalogue, seed: 3 })
  stage.spawnActor({ id: 'ana', avatar, stillness: 1 })
  return stage
}

/** Both ankles in the actor's space. */
function ankles({ world }: Stage): number[] {
  const e = world.lists.actors[0]!
  const placed = createPlacedBones()
  const { Pose, Actor } = world.components
  placeBones(placed, Actor.rest[e]!, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  return ['leftFoot', 'rightFoot'].flatMap((foot) => {
    const at = boneIndex(foot as BoneName) * 3
    return [...placed.positions.subarray(at, at + 3)]
  })
}

const apart = (a: readonly number[], b: readonly number[], foot: number) =>
  Math.hypot(...[0, 1, 2].map((k) => a[foot * 3 + k]! - b[foot * 3 + k]!))

describe('a clip', () => {
  it('puts the body where it was recorded, once it has come in', () => {
    const stage = testStage()
    const clip = stage.world.catalogue.clips.get('stretch')!
    play(stage, 'stretch')
    steps(stage, 121)
    const turn = new Float32Array(4)
    for (const bone of ['leftLowerArm', 'rightLowerArm', 'leftIndexProximal'] as const) {
      sampleClipRotation(turn, 0, clip.bones.find((one) => one.bone === boneIndex(bone))!.track, 2)
      expect(angleBetween(turn, 0, rotationOf(stage, bone), 0) * DEGREES).toBeLessThan(0.2)
    }
  })

  it('leaves alone what its mask does not let through', () => {
    const [with_, without] = [testStage(), testStage()]
    play(with_, 'stretch', { mask: 'leftArm' })
    steps(with_, 121)
    steps(without, 121)
    for (const [bone, name] of BONES.entries()) {
      const same = angleBetween(rotationOf(with_, name), 0, rotationOf(without, name), 0) < 1e-6
      expect(same, name).toBe(
        !/^left(Shoulder|UpperArm|LowerArm|Hand|Thumb|Index|Middle|Ring|Little)/.test(BONES[bone]!),
      )
    }
  })

  it('shows by its weight', () => {
    const angle = (weight: number) => {
      const [stage, still] = [testStage(), testStage()]
      play(stage, 'stretch', { weight })
      steps(stage, 121)
      steps(still, 121)
      return angleBetween(rotationOf(stage, 'leftLowerArm'), 0, rotationOf(still, 'leftLowerArm'), 0)
    }
    expect(angle(0)).toBe(0)
    expect(angle(0.5) / angle(1)).toBeCloseTo(0.5, 2)
  })

  it('is breathed, gestured and looked over', () => {
    const [stage, quiet] = [testStage(), testStage()]
    for (const one of [stage, quiet]) play(one, 'weight-shift')
    steps(stage, 60)
    steps(quiet, 60)
    stage.run('gesture', { actor: 'ana', name: 'wave' })
    steps(stage, 60)
    steps(quiet, 60)
    expect(
      angleBetween(rotationOf(stage, 'rightUpperArm'), 0, rotationOf(quiet, 'rightUpperArm'), 0) * DEGREES,
    ).toBeGreaterThan(20)
    expect(
      angleBetween(rotationOf(stage, 'leftUpperLeg'), 0, rotationOf(quiet, 'leftUpperLeg'), 0) * DEGREES,
    ).toBeLessThan(3)
  })

  it('comes, goes and gives way to another without a jump', () => {
    const stage = testStage()
    let farthest = 0
    const watch = (ticks: number) => {
      for (let i = 0; i < ticks; i++) {
        const before = stage.world.components.Pose.rotations.slice()
        stage.step()
        const now = stage.world.components.Pose.rotations
        const row = stage.world.lists.actors[0]! * POSE_STRIDE
        if (stage.world.tick < 3) continue
        for (let at = row; at < row + POSE_STRIDE; at += 4)
          farthest = Math.max(farthest, angleBetween(before, at, now, at) * DEGREES)
      }
    }
    watch(5)
    play(stage, 'stretch')
    watch(140)
    play(stage, 'weight-shift')
    watch(100)
    play(stage, 'march', { weight: 0.6 })
    watch(60)
    stage.run('stopClip', { actor: 'ana' })
    watch(60)
    // An arm overhead comes down by 150° in 0.6 s, twice as fast in the middle as on average.
    expect(farthest).toBeLessThan(10)
    expect(stage.world.components.Timeline.clips[stage.world.lists.actors[0]!]).toEqual([])
  })

  it('goes round without a seam', () => {
    const stage = testStage()
    const { duration } = stage.world.catalogue.clips.get('march')!
    play(stage, 'march')
    steps(stage, 60)
    const speeds: number[] = []
    for (let i = 0; i < duration * 120; i++) {
      const before = rotationOf(stage, 'leftLowerLeg')
      stage.step()
      speeds.push(angleBetween(before, 0, rotationOf(stage, 'leftLowerLeg'), 0) * DEGREES)
    }
    const seam = speeds.filter((_, i) => clipSeconds({ duration }, (60 + i) / 60, true) < 2 / 60)
    expect(seam.length).toBeGreaterThan(2)
    expect(Math.max(...seam)).toBeLessThanOrEqual(Math.max(...speeds))
    expect(Math.max(...speeds)).toBeLessThan(8)
  })

  it('ends once and says so: played out, stopped, covered, or gone with its actor', () => {
    const ends: (stage: Stage) => string[] = (stage) =>
      stage.takeEvents().flatMap((event) => (event.type === 'clipEnded' ? [event.clip] : []))
    const stage = testStage()
    stage.step()
    play(stage, 'stretch', { seconds: 1 })
    steps(stage, 70)
    expect(ends(stage)).toEqual(['stretch'])
    play(stage, 'march')
    steps(stage, 30)
    stage.run('stopClip', { actor: 'ana', name: 'march', fade: 0.2 })
    steps(stage, 20)
    expect(ends(stage)).toEqual(['march'])
    play(stage, 'weight-shift')
    steps(stage, 30)
    play(stage, 'march')
    steps(stage, 40)
    expect(ends(stage)).toEqual(['weight-shift'])
    stage.run('removeActor', { actor: 'ana' })
    steps(stage, 2)
    expect(ends(stage)).toEqual(['march'])
  })

  it('is refused by a name that nobody knows, and to go round if it does not', () => {
    const stage = testStage()
    stage.step()
    expect(() => play(stage, 'strech')).toThrow('Did you mean "stretch"?')
    expect(() => play(stage, 'stretch', { loop: true })).toThrow('does not end as it begins')
    expect(() => play(stage, 'stretch', { mask: 'feet' })).toThrow('mask')
  })
})

describe('feet in a clip', () => {
  it.each(RIGS)('stand where they stand while %s shifts weight', (avatar) => {
    const stage = stageFor(avatar)
    play(stage, 'weight-shift')
    steps(stage, 60)
    const first = ankles(stage)
    for (let i = 0; i < 300; i++) {
      stage.step()
      const now = ankles(stage)
      for (const foot of [0, 1]) expect(apart(first, now, foot)).toBeLessThan(0.005)
    }
  })

  it.each(RIGS)('stay on the floor where a clip holds the hips too high for %s, which come down to them', (avatar) => {
    const shift = catalogue.clips.get('weight-shift')!
    const hips = { times: Float64Array.of(0), values: Float32Array.of(0, 0.03, 0) }
    const stage = createStage({ catalogue: { ...catalogue, clips: new Map([['high', { ...shift, hips }]]) }, seed: 3 })
    stage.spawnActor({ id: 'ana', avatar, stillness: 1 })
    stage.step()
    const { stance } = catalogue.rigs.get(avatar)!
    play(stage, 'high', { loop: true })
    steps(stage, 60)
    const now = ankles(stage)
    const e = stage.world.lists.actors[0]!
    expect(Math.abs(now[1]! - stance.legs[0]!.ankle)).toBeLessThan(0.005)
    expect(Math.abs(now[4]! - stance.legs[1]!.ankle)).toBeLessThan(0.005)
    expect(stage.world.components.Pose.hips[e * 3 + 1]).toBeLessThan(0.02)
  })

  it.each(RIGS)('are lifted and put down again by %s marching, the other standing', (avatar) => {
    const stage = stageFor(avatar)
    play(stage, 'march')
    steps(stage, 75)
    const floor = ankles(stage)
    const heights: number[][] = [[], []]
    for (let i = 0; i < 150; i++) {
      stage.step()
      const now = ankles(stage)
      const lifts = [0, 1].map((foot) => now[foot * 3 + 1]! - floor[foot * 3 + 1]!)
      expect(Math.min(...lifts.map(Math.abs))).toBeLessThan(0.005)
      for (const foot of [0, 1]) heights[foot]!.push(lifts[foot]!)
    }
    for (const lifts of heights) {
      expect(Math.max(...lifts)).toBeGreaterThan(0.12)
      expect(Math.min(...lifts)).toBeGreaterThan(-0.005)
    }
  })
})
