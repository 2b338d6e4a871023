import { describe, expect, test } from 'vitest'
import { type HandPose, handPosesSchema, handTurns } from '../../../engine/rig/hand-poses.ts'
import { composeTurns, type Turn } from '../../../engine/rig/turn.ts'
import handsFile from '../../poses/hands.json' with { type: 'json' }
import { morphed } from '../kit/morph.ts'
import { clamp, DEGREE } from '../kit/scalar.ts'
import { add, addScaled, cross, distance, dot, length, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import { createCurls } from './curls.ts'
import type { Digit } from './digit.ts'
import { createHand } from './hand.ts'
import { createHandField } from './palm.ts'
import { weighHand } from './weights.ts'

/** Hand poses on the forged hand: joints turned, helpers half-way, curls driven, skin carried, as a player does it. */
const { poses } = handPosesSchema.parse(handsFile)
const hand = createHand()
const influences = weighHand(hand)
const curls = createCurls(hand)
const { positions, triangles } = hand.mesh

type Place = { readonly turn: Turn; readonly at: Vec3; readonly rest: Vec3 }

const turned = ([x, y, z, w]: Turn, v: Vec3): Vec3 => {
  const t = scale(cross([x, y, z], v), 2)
  return add(add(v, scale(t, w)), cross([x, y, z], t))
}
const halfOf = ([x, y, z, w]: Turn): Turn => {
  const norm = Math.hypot(x, y, z, w + 1)
  return [x / norm, y / norm, z / norm, (w + 1) / norm]
}
const carried = ({ turn, at, rest }: Place, p: Vec3): Vec3 => add(at, turned(turn, subtract(p, rest)))
const bonesOf = ({ name }: Digit) =>
  (name === 'Thumb' ? ['Metacarpal', 'Proximal', 'Distal'] : ['Proximal', 'Intermediate', 'Distal']).map(
    (b) => name + b,
  )

/** Where every joint of a posed hand stands; the hand itself rests. */
function placesOf(pose: HandPose): Map<string, Place> {
  const turns = handTurns(pose, 'left')
  const root: Place = { turn: [0, 0, 0, 1], at: [0, 0, 0], rest: [0, 0, 0] }
  const places = new Map(['LowerArm', 'LowerArmTwist', 'HandTwist', 'HandHalf', 'Hand'].map((name) => [name, root]))
  for (const digit of [...hand.fingers, hand.thumb]) {
    let parent = root
    for (const [i, bone] of bonesOf(digit).entries()) {
      const rest = digit.frameAt(digit.joints[i]!).origin
      const at = carried(parent, rest)
      const turn = turns.get(`left${bone}` as Parameters<typeof turns.get>[0])!
      places.set(`${bone}Half`, { turn: composeTurns(parent.turn, halfOf(turn)), at, rest })
      const place = { turn: composeTurns(parent.turn, turn), at, rest }
      places.set(bone, place)
      parent = place
    }
  }
  return places
}

function posedSkin(pose: HandPose): Vec3[] {
  const places = placesOf(pose)
  const weights = (['index', 'middle', 'ring', 'little'] as const).map((finger) => {
    const [knuckle, middle] = pose[finger].bend
    const curl = curls.get(`curl${finger[0]!.toUpperCase()}${finger.slice(1)}`)!
    return [curl, clamp((knuckle + middle - 40) / 150)] as const
  })
  return morphed(positions, weights).map((p, v) => {
    let sum: Vec3 = [0, 0, 0]
    for (const [joint, share] of influences[v]!) sum = addScaled(sum, carried(places.get(joint)!, p), share)
    return sum
  })
}

/** Of the closed surface; the open wrist is closed by the first vertex. Overlaps count twice. cm³. */
const volumeOf = (skin: readonly Vec3[]): number =>
  triangles.reduce((sum, [a, b, c]) => {
    const from = skin[0]!
    return sum + dot(subtract(skin[a]!, from), cross(subtract(skin[b]!, from), subtract(skin[c]!, from))) / 6
  }, 0)

const areaOf = (skin: readonly Vec3[], [a, b, c]: readonly [number, number, number]): number =>
  length(cross(subtract(skin[b]!, skin[a]!), subtract(skin[c]!, skin[a]!)))

describe.each(Object.keys(poses))('the pose %s', (name) => {
  const skin = posedSkin(poses[name]!)

  test('keeps 94 % of the hand’s volume', () => {
    const kept = volumeOf(skin) / volumeOf(positions)
    expect(kept).toBeGreaterThan(0.94)
    expect(kept).toBeLessThan(1.06)
  })

  test('collapses no triangle of the skin', () => {
    expect(triangles.filter((t) => areaOf(skin, t) < 0.04 * areaOf(positions, t))).toEqual([])
  })
})

/** The middle of a digit's pad in a pose. */
function padOf(pose: HandPose, digit: Digit): Vec3 {
  const along = digit.length - digit.capLength * 0.9
  const { origin, up } = digit.frameAt(along)
  const rest = addScaled(origin, up, -0.93 * digit.girthAt(along).palmar)
  return carried(placesOf(pose).get(`${digit.name}Distal`)!, rest)
}

test('in "ok" the pads of thumb and index meet', () => {
  const [index] = hand.fingers
  expect(distance(padOf(poses.ok!, index!), padOf(poses.ok!, hand.thumb))).toBeLessThan(0.5)
})

const { palm } = createHandField(hand.fingers, hand.thumb)

test('in a fist every fingertip is at the palm, and in an open hand none is', () => {
  for (const finger of hand.fingers) {
    expect(Math.abs(palm(...padOf(poses.fist!, finger)))).toBeLessThan(0.6)
    expect(distance(padOf(poses.open!, finger), [4, -1, 0])).toBeGreaterThan(8)
  }
})

test('fingers of a flat hand lie side by side without spreading', () => {
  const tips = hand.fingers.map((finger) => padOf(poses.flat!, finger))
  for (const [i, tip] of tips.slice(1).entries()) {
    const gap = Math.abs(tip[2] - tips[i]![2])
    expect(gap).toBeGreaterThan(0.9)
    expect(gap).toBeLessThan(2)
  }
})

test('degrees are degrees', () => {
  const straight = poses.open!
  const bent = { ...straight, middle: { bend: [90, 0, 0] as [number, number, number], spread: 0 } }
  const middle = hand.fingers[1]!
  const tip = carried(placesOf(bent).get('MiddleDistal')!, middle.frameAt(middle.length).origin)
  const knuckle = middle.frameAt(0).origin
  expect(Math.atan2(knuckle[1] - tip[1], tip[0] - knuckle[0]) / DEGREE).toBeCloseTo(90, 0)
})
