import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue, readContent } from './api/content.ts'
import { openContent } from './api/disk-content.ts'
import { lintGesture } from './lint-gesture.ts'
import { compileLimits, limitJoints } from './pose/limit.ts'
import { BONES } from './rig/bones.ts'
import { JOINT_LIMITS } from './rig/limits.ts'
import type { Gesture } from './tracks/gesture.ts'
import { gestureSchema } from './tracks/gesture-file.ts'
import { MEANINGS } from './tracks/meanings.ts'
import { sampleRotation } from './tracks/rotation-track.ts'
import type { Catalogue } from './world/world.ts'

/** A joint's limits as those of the first bone of a row, which holds that joint alone. */
const FIRST = BONES[0]!
const LIMITS = new Map(JOINT_LIMITS.map((limit) => [limit.bone, compileLimits([{ ...limit, bone: FIRST }])]))
const content = openContent()
let catalogue: Catalogue
let gestures: readonly Gesture[]

beforeAll(async () => {
  catalogue = await loadCatalogue(content, 'studio')
  gestures = [...catalogue.gestures.values()]
})

/** Names of the gestures that do something. */
const which = (does: (gesture: Gesture) => boolean): string[] => gestures.filter(does).map(({ name }) => name)

describe('the gestures', () => {
  it('are forty and more, and can say everything that can be meant', () => {
    expect(gestures.length).toBeGreaterThanOrEqual(44)
    const said = new Set(gestures.flatMap(({ means }) => means))
    expect(MEANINGS.filter((meaning) => !said.has(meaning))).toEqual([])
  })

  it('prepare, stroke and retract as long as people do', () => {
    const ofHands = ({ hand }: Gesture) => hand !== 'none'
    expect(which((one) => ofHands(one) && !within(one.sync.ready, 0.28, 0.8))).toEqual([])
    expect(which((one) => ofHands(one) && !within(one.sync.stroke - one.sync.strokeStart, 0.15, 0.6))).toEqual([])
    expect(which(({ sync }) => !within(sync.end - sync.relax, 0.2, 1.1))).toEqual([])
  })

  it('key every track from before the stroke, so that nothing begins in the middle of it', () => {
    expect(which(({ tracks, sync }) => tracks.some(({ times }) => times[0]! > sync.stroke))).toEqual([])
  })

  it('give every hand that moves a shape', async () => {
    for (const { name } of gestures) {
      const { keyframes } = await readContent(content, `gestures/${name}.json`, gestureSchema)
      for (const side of ['left', 'right'] as const) {
        const moves = keyframes.some(({ bones }) => bones[`${side}Hand`] !== undefined)
        const shaped = keyframes.some(({ hands }) => hands?.[side] !== undefined)
        expect([name, side, shaped]).toEqual([name, side, moves])
      }
    }
  })

  it('keep every joint within its limits, from the first keyframe to the last', () => {
    expect(gestures.flatMap(beyondLimits)).toEqual([])
  })

  it('move no hand faster than 3 m/s, and none into the body', () => {
    for (const { name } of gestures) expect([name, ...lintGesture(catalogue, name, 'milla')]).toEqual([name])
  }, 60_000)
})

const within = (value: number, least: number, most: number): boolean => value >= least - 1e-9 && value <= most + 1e-9

/** Arms and hands that a gesture turns too far, each with its name and moment. What it lays on top is limited on the stage. */
function beyondLimits({ name, tracks, sync, additive }: Gesture): string[] {
  const found: string[] = []
  const turn = new Float32Array(4)
  for (const track of additive ? [] : tracks) {
    const bone = BONES[track.bone]!
    const limits = LIMITS.get(bone)
    if (limits === undefined || !/^(left|right)/.test(bone)) continue
    for (let seconds = 0; seconds <= sync.end; seconds += 1 / 30) {
      sampleRotation(turn, 0, track, seconds)
      if (limitJoints(turn, 0, limits) > 0) found.push(`${name}: ${bone} at ${seconds.toFixed(2)} s`)
    }
  }
  return found
}
