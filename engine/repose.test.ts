import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from './api/content.ts'
import { openContent } from './api/disk-content.ts'
import { lintPerformance } from './api/lint/lint-performance.ts'
import { handInBody } from './api/lint/rules/hand-in-body.ts'
import { motionLimit } from './api/lint/rules/motion-limit.ts'
import { createStage, type Stage } from './api/stage.ts'
import { rotateVector } from './core/math/quat.ts'
import { createPlacedBones, type PlacedBones, placeBones } from './pose/forward.ts'
import type { Carried } from './pose/hand-reach.ts'
import { type BoneName, boneIndex } from './rig/bones.ts'
import { POSE_STRIDE } from './world/components.ts'
import type { Catalogue } from './world/world.ts'

const PEOPLE = ['milla', 'henrik', 'aiko', 'leela', 'mateo', 'amara'] as const
/** Manners whose hands rest on each other, and what touches what. */
const TOGETHER = [
  ['professional', 'palm', 'knuckles'],
  ['calm', 'palm', 'knuckles'],
  ['academic', 'fingertips', 'fingertips'],
  ['shy', 'palm', 'forearm'],
] as const
/** Half the thickness of a finger, metres, and how far one may sink into another: both give way. */
const FINGER = 0.007
const SINK = 0.006

let catalogue: Catalogue

beforeAll(async () => {
  catalogue = await loadCatalogue(openContent(), 'studio')
})

describe.each(PEOPLE)('hands of %s at rest', (avatar) => {
  it.each(TOGETHER)('truly meet, as the %s have them, whatever breath and sway do', (manner, by, at) => {
    const stage = standing(avatar, manner)
    const { reach } = catalogue.rigs.get(avatar)!
    for (let tick = 40; tick < 700; tick += 60) {
      stage.seek(tick)
      const placed = place(stage, avatar)
      const [left, right] = reach.arms
      const touching = carried(placed, right.parts[by])
      const target = at === 'forearm' ? left.forearm : left.parts[at]
      const gap = apart(touching, carried(placed, target)) - (at === 'forearm' ? left.forearm.radius : 0)
      expect(Math.abs(gap), `gap at tick ${tick}`).toBeLessThan(0.004)
      if (at !== 'forearm') expect(deepest(placed), `fingers sink at tick ${tick}`).toBeLessThan(SINK)
    }
  })

  it('stay out of the body and move softly, from manner to manner', () => {
    const stage = standing(avatar, 'casual')
    const manners = ['professional', 'enthusiastic', 'calm', 'academic', 'shy', 'casual']
    for (const manner of manners) {
      stage.run('setManner', { actor: 'ana', manner })
      const { findings } = lintPerformance(stage, { ticks: 110, rules: [handInBody, motionLimit] })
      expect(findings.map(({ text, from }) => `${text} at ${from}, going to ${manner}`)).toEqual([])
    }
  })
})

function standing(avatar: string, manner: string): Stage {
  const stage = createStage({ catalogue, seed: 5 })
  stage.spawnActor({ id: 'ana', avatar })
  stage.run('setManner', { actor: 'ana', manner })
  return stage
}

function place({ world }: Stage, avatar: string): PlacedBones {
  const placed = createPlacedBones()
  const e = world.lists.actors[0]!
  const { rotations, hips } = world.components.Pose
  placeBones(placed, catalogue.rigs.get(avatar)!.rest, rotations, e * POSE_STRIDE, hips, e * 3)
  return placed
}

function carried({ positions, rotations }: PlacedBones, { bone, from }: Carried): readonly number[] {
  const at = new Float64Array(3)
  rotateVector(at, 0, rotations, bone * 4, from, 0)
  return [...at].map((value, k) => value + positions[bone * 3 + k]!)
}

const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((value, k) => value - b[k]!))

/** How deep fingers of one hand lie in those of the other. */
function deepest({ positions }: PlacedBones): number {
  const at = (name: string) => [...positions.subarray(boneIndex(name as BoneName) * 3).subarray(0, 3)]
  const links = (side: string) =>
    ['Index', 'Middle', 'Ring', 'Little'].flatMap((finger) =>
      [
        ['Proximal', 'Intermediate'],
        ['Intermediate', 'Distal'],
      ].map(([from, to]) => [at(`${side}${finger}${from}`), at(`${side}${finger}${to}`)] as const),
    )
  let depth = 0
  for (const [a, b] of links('left'))
    for (const [c, d] of links('right'))
      for (let i = 0; i <= 8; i++)
        for (let j = 0; j <= 8; j++)
          depth = Math.max(depth, 2 * FINGER - apart(between(a, b, i / 8), between(c, d, j / 8)))
  return depth
}

const between = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((value, k) => value + (b[k]! - value) * share)
