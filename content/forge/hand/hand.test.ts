import { describe, expect, test } from 'vitest'
import { type FINGER_FAN, fingerBendAxis, THUMB_AXES } from '../../../engine/rig/hand-poses.ts'
import { type Turn, turnAbout } from '../../../engine/rig/turn.ts'
import { MILLA } from '../head/recipe.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { computeNormals } from '../kit/mesh.ts'
import { add, cross, distance, dot, mirrorX, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import type { Influences } from '../weights/influences.ts'
import { createCurls } from './curls.ts'
import { createHand } from './hand.ts'
import { createNails } from './nails.ts'
import { createArmParts } from './parts.ts'
import { weighHand } from './weights.ts'

const hand = createHand()
const influences = weighHand(hand)
const { positions, triangles } = hand.mesh

const turned = ([x, y, z, w]: Turn, v: Vec3): Vec3 => {
  const t = scale(cross([x, y, z], v), 2)
  return add(add(v, scale(t, w)), cross([x, y, z], t))
}

describe('the mesh of a hand', () => {
  test('is whole but for the forty edges inside the sleeve', () => {
    expect(inspectMesh(hand.mesh)).toEqual({
      boundaryEdges: 40,
      nonManifoldEdges: 0,
      flippedEdges: 0,
      brokenVertices: 0,
    })
  })

  test('faces outwards and holds about 290 cm³', () => {
    const volume = triangles.reduce(
      (sum, [a, b, c]) => sum + dot(positions[a]!, cross(positions[b]!, positions[c]!)) / 6,
      0,
    )
    expect(volume).toBeGreaterThan(180)
    expect(volume).toBeLessThan(400)
  })

  test('lies on the sculpted surface where the palm was let settle', () => {
    const palm = positions.filter((_, v) => hand.places[v]!.part === 'palm')
    const off = palm.map((p) => Math.abs(hand.field(...p)))
    expect(off.filter((d) => d > 0.08).length).toBeLessThan(palm.length * 0.02)
  })

  test('both hands and their nails keep to nine thousand triangles, and the arms to two more', () => {
    const parts = createArmParts(hand, MILLA.colours.tones)
    expect(parts.reduce((sum, part) => sum + part.mesh.triangles.length, 0)).toBeLessThanOrEqual(11_000)
  })

  test('the right hand is the mirror image of the left, still facing outwards', () => {
    const [left, , right] = createArmParts(hand, MILLA.colours.tones)
    expect(right!.mesh.positions[100]).toEqual(mirrorX(left!.mesh.positions[100]!))
    const normal = computeNormals(right!.mesh.positions, right!.mesh.triangles)
    const back = positions.findIndex((_, v) => hand.places[v]!.part === 'finger' && normal[v]![1] > 0.9)
    expect(hand.mesh.positions[back]![1]).toBeGreaterThan(0)
  })
})

test('fingers and thumb point and bend as the hand poses say', () => {
  for (const finger of hand.fingers) {
    const { along, up } = finger.frameAt(0)
    const axis = fingerBendAxis(finger.name.toLowerCase() as keyof typeof FINGER_FAN)
    expect(dot(axis, cross(along, scale(up, -1)))).toBeGreaterThan(0.9999)
  }
  const bones = [THUMB_AXES.metacarpal, THUMB_AXES.proximal, THUMB_AXES.distal]
  bones.forEach(({ along, bend }, i) => {
    const frame = hand.thumb.frameAt(hand.thumb.joints[i]!)
    expect(dot(frame.along, along)).toBeGreaterThan(0.9999)
    expect(dot(bend, cross(frame.along, scale(frame.up, -1)))).toBeGreaterThan(0.9999)
  })
})

describe('the weights of a hand', () => {
  test('sum to one over at most four joints', () => {
    for (const shares of influences) {
      expect(shares.size).toBeLessThanOrEqual(4)
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    }
  })

  /** Distance of the middle finger's knuckle skin from its middle joint when that bends by ninety degrees. */
  function bentRadius(weights: (v: number) => Influences): { rest: number; bent: number } {
    const middle = hand.fingers[1]!
    const joint = middle.frameAt(middle.joints[1]).origin
    const onTop = positions.findIndex((_, v) => {
      const { part, finger, distance: along } = hand.places[v]!
      const isAtJoint = part === 'finger' && finger === 1 && Math.abs(along - middle.joints[1]) < 1e-6
      return isAtJoint && positions[v]![1] - joint[1] > 0.6 && Math.abs(positions[v]![2] - joint[2]) < 0.05
    })
    const axis = fingerBendAxis('middle')
    const q = subtract(positions[onTop]!, joint)
    const degreesOf = (name: string) =>
      name === 'MiddleIntermediateHalf' ? 45 : /MiddleIntermediate|MiddleDistal/.test(name) ? 90 : 0
    let bent: Vec3 = [0, 0, 0]
    for (const [name, share] of weights(onTop))
      bent = add(bent, scale(turned(turnAbout(axis, degreesOf(name)), q), share))
    return { rest: distance(q, [0, 0, 0]), bent: distance(bent, [0, 0, 0]) }
  }

  test('keep 92 % of a bent finger’s girth at the joint, thanks to the half-way helper', () => {
    const { rest, bent } = bentRadius((v) => influences[v]!)
    expect(bent / rest).toBeGreaterThan(0.92)
  })

  test('would lose it without the helper', () => {
    const plain = (v: number): Influences => {
      const shares: Influences = new Map()
      for (const [name, share] of influences[v]!) {
        const targets = name === 'MiddleIntermediateHalf' ? ['MiddleProximal', 'MiddleIntermediate'] : [name]
        for (const to of targets) shares.set(to, (shares.get(to) ?? 0) + share / targets.length)
      }
      return shares
    }
    const { rest, bent } = bentRadius(plain)
    expect(bent / rest).toBeLessThan(0.8)
  })

  test('the forearm’s end follows the hand’s roll but not its bend', () => {
    const wrist = positions.findIndex(([x]) => x < -5.9)
    expect([...influences[wrist]!.keys()]).toEqual(['LowerArmTwist', 'HandTwist'])
  })
})

test('curl shapes move only their own finger and its part of the palm', () => {
  const curls = createCurls(hand)
  expect([...curls.keys()]).toEqual(['curlIndex', 'curlMiddle', 'curlRing', 'curlLittle'])
  for (const { indices, deltas } of curls.values()) {
    expect(indices.length).toBeLessThan(positions.length * 0.35)
    expect(Math.max(...deltas.map((d) => distance(d, [0, 0, 0])))).toBeLessThan(0.6)
  }
  const little = curls.get('curlLittle')!
  expect(little.indices.every((v) => hand.places[v]!.finger !== 0)).toBe(true)
})

test('nails stand on the fingertips and reach just past them', () => {
  const nails = createNails(hand)
  expect(inspectMesh(nails.mesh)).toMatchObject({ nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
  const middle = hand.fingers[1]!
  const own = nails.mesh.positions.filter((_, v) => nails.joints[v] === 'MiddleDistal')
  const { origin, along } = middle.frameAt(0)
  const reach = Math.max(...own.map((p) => dot(subtract(p, origin), along)))
  expect(reach - middle.length).toBeGreaterThan(0)
  expect(reach - middle.length).toBeLessThan(0.1)
})
