import { describe, expect, it } from 'vitest'
import { tickAt } from '../core/clock.ts'
import { rotateVector } from '../core/math/quat.ts'
import { addScaledVec3, addVec3, dotVec3, lengthVec3, subtractVec3 } from '../core/math/vec3.ts'
import { createPlacedBones, placeBones } from '../pose/forward.ts'
import type { Carried, ReachingArm, SolidBody } from '../pose/hand-reach.ts'
import { POSE_STRIDE } from '../world/components.ts'
import { loadCatalogue } from './content.ts'
import { openContent } from './disk-content.ts'
import { lintPerformance } from './lint/lint-performance.ts'
import { handInBody } from './lint/rules/hand-in-body.ts'
import { motionLimit } from './lint/rules/motion-limit.ts'
import { createStage } from './stage.ts'

const catalogue = await loadCatalogue(openContent(), 'studio')
const gestures = [...catalogue.gestures.keys()]

/** Long enough for the longest gesture and its retraction. Ticks. */
const TICKS = 240
/** Time in which hands are back after an interruption, and in which nothing may be faster or jerk more. Ticks. */
const BACK = 42
/** A hand touches that is no farther off than this, metres; and is held to it so long after it has landed, ticks. */
const TOUCHING = 0.008
const SETTLING = 8

/** An avatar in a manner makes a gesture, and is perhaps interrupted. */
function watch(avatar: string, manner: string, gesture: string, interrupted?: number) {
  const stage = createStage({ catalogue, seed: 7 })
  stage.spawnActor({ id: 'ana', avatar })
  stage.run('setManner', { actor: 'ana', manner })
  stage.step()
  stage.run('gesture', { actor: 'ana', name: gesture })
  if (interrupted !== undefined) {
    for (let i = 0; i < interrupted; i++) stage.step()
    stage.run('interrupt', { actor: 'ana' })
  }
  const ticks = interrupted === undefined ? TICKS : BACK + 10
  return lintPerformance(stage, { ticks, rules: [handInBody, motionLimit] }).findings.map(({ text }) => text)
}

const placed = createPlacedBones()

/** Where a point has been carried by its bone. */
function placeOf({ bone, from }: Carried): Float64Array {
  const out = new Float64Array(3)
  rotateVector(out, 0, placed.rotations, bone * 4, from, 0)
  addVec3(out, 0, out, 0, placed.positions, bone * 3)
  return out
}

/** What is between a hand and the body, metres: from the nearest of its balls to the nearest part. */
function gapToBody(arm: ReachingArm, { count, bones, ends, radii }: SolidBody): number {
  let least = Number.POSITIVE_INFINITY
  for (const [i, ball] of arm.balls.entries()) {
    const at = placeOf(ball)
    for (let part = 0; part < count; part++) {
      const [from, to] = [0, 3].map((k) =>
        placeOf({ bone: bones[part]!, from: ends.slice(part * 6 + k, part * 6 + k + 3) }),
      )
      least = Math.min(least, distanceToLine(at, from!, to!) - radii[part]! - arm.radii[i]!)
    }
  }
  return least
}

function distanceToLine(at: Float64Array, from: Float64Array, to: Float64Array): number {
  const along = subtracted(to, from)
  const way = subtracted(at, from)
  const square = dotVec3(along, 0, along, 0)
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, dotVec3(along, 0, way, 0) / square))
  addScaledVec3(way, 0, way, 0, along, 0, -share)
  return lengthVec3(way, 0)
}

function subtracted(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(3)
  subtractVec3(out, 0, a, 0, b, 0)
  return out
}

/** How far hands stay off what a gesture touches, each touch in words, metres. */
function missedTouches(avatar: string, name: string): string[] {
  const stage = createStage({ catalogue, seed: 7 })
  stage.spawnActor({ id: 'ana', avatar })
  stage.step()
  stage.run('gesture', { actor: 'ana', name })
  stage.step()
  const e = stage.world.lists.byId.get('ana')!
  const { Actor, Pose, Timeline } = stage.world.components
  const { arms, body } = catalogue.rigs.get(avatar)!.reach
  const { gesture, stroke } = Timeline.gestures[e]![0]!
  return gesture.touches.flatMap(({ on, across, by, hand, from }) => {
    const settled = gesture.repeat === undefined ? SETTLING : 0
    while (stage.world.tick < stroke + tickAt(from - gesture.sync.stroke) + settled) stage.step()
    placeBones(placed, Actor.rest[e]!, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
    const [arm, other] = hand === 'left' ? arms : [arms[1], arms[0]]
    const meant = on === 'otherHand' ? other.parts.palm : arm.points[across ? 'across' : 'near'][on]
    const off = lengthVec3(subtracted(placeOf(arm.parts[by]), placeOf(meant)), 0)
    const gap = on === 'otherHand' ? off : Math.min(off, gapToBody(arm, body))
    return gap <= TOUCHING ? [] : [`${name}: ${by} stays ${(gap * 1000).toFixed(0)} mm off ${on}`]
  })
}

describe.each([...catalogue.rigs.keys()])('hands of %s', (avatar) => {
  it('touch what they are meant to touch', () => {
    expect(gestures.flatMap((name) => missedTouches(avatar, name))).toEqual([])
  })

  it.each([...catalogue.manners.keys()])('keep their speed, and out of the body, at every gesture, %s', (manner) => {
    const found = gestures.flatMap((gesture) => watch(avatar, manner, gesture).map((text) => `${gesture}: ${text}`))
    expect(found).toEqual([])
  })

  it('go back without a jerk or through the body, whenever they are interrupted', () => {
    const found = gestures.flatMap((gesture) =>
      [8, 20, 33, 47, 62, 80].flatMap((at) =>
        watch(avatar, 'casual', gesture, at).map((text) => `${gesture} at ${at}: ${text}`),
      ),
    )
    expect(found).toEqual([])
  })
})
