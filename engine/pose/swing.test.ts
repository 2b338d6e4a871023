import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromEuler, multiply, rotateVector } from '../core/math/quat.ts'
import { BONE_COUNT, boneIndex } from '../rig/bones.ts'
import type { Collider, Spring } from '../rig/springs.ts'
import { createPlacedBones, createRestPose, placeBones } from './forward.ts'
import { compileSprings, type SpringRows } from './springs.ts'
import { hang, leaveBehind, type SpringState, swing } from './swing.ts'
import { FIGURE } from './test-figure.ts'
import { TEST_COLLIDERS, TEST_SPRINGS } from './test-springs.ts'

const MILLIMETRE = 1e-3
const SECOND = 60
const HEAD = boneIndex('head')
const REST = createRestPose(FIGURE)
const HIPS = new Float32Array(3)

type Turn = { readonly yaw?: number; readonly pitch?: number; readonly roll?: number }

/** A head of hair that is turned by hand, tick by tick. It begins where it hangs on a head at rest. */
function hairOf(springs: readonly Spring[] = TEST_SPRINGS, colliders: readonly Collider[] = TEST_COLLIDERS) {
  const rows = compileSprings({ springs: [...springs], colliders: [...colliders] }, REST)
  const state: SpringState = {
    rotations: new Float32Array(rows.joints * 4),
    tails: new Float32Array(rows.joints * 3),
    tailsBefore: new Float32Array(rows.joints * 3),
  }
  const pose = Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
  const placed = createPlacedBones()
  const at =
    (move: typeof swing) =>
    ({ yaw = 0, pitch = 0, roll = 0 }: Turn) => {
      fromEuler(pose, HEAD * 4, yaw, pitch, roll)
      placeBones(placed, REST, pose, 0, HIPS, 0)
      move(state, 0, rows, placed)
    }
  at(hang)({})
  return { rows, state, placed, hang: at(hang), swing: at(swing) }
}

type Hair = ReturnType<typeof hairOf>
type Place = [number, number, number]

const tailOf = ({ state }: Hair, joint: number): Place => [...state.tails.slice(joint * 3, joint * 3 + 3)] as Place

function rootOf({ rows, placed }: Hair, chain: number): Place {
  const bone = rows.bones[chain]!
  const root: Place = [0, 0, 0]
  rotateVector(root, 0, placed.rotations, bone * 4, rows.roots, chain * 3)
  return root.map((value, axis) => value + placed.positions[bone * 3 + axis]!) as Place
}

const from = (a: Place, b: Place): Place => [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
const dot = (a: Place, b: Place) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** How far the tails of two states are apart at most, metres. */
function apart(a: Float32Array, b: Float32Array): number {
  let most = 0
  for (let at = 0; at < a.length; at += 3)
    most = Math.max(most, Math.hypot(a[at]! - b[at]!, a[at + 1]! - b[at + 1]!, a[at + 2]! - b[at + 2]!))
  return most
}

/** How deep the deepest joint is in a collider, metres, worked out anew. */
function depth(hair: Hair, { colliders, carriers, ends, held, clearances, starts, chains }: SpringRows): number {
  let most = 0
  for (let collider = 0; collider < colliders; collider++) {
    const bone = carriers[collider]!
    const [a, b] = [0, 3].map((end) => {
      const place: Place = [0, 0, 0]
      rotateVector(place, 0, hair.placed.rotations, bone * 4, ends, collider * 6 + end)
      return place.map((value, axis) => value + hair.placed.positions[bone * 3 + axis]!) as Place
    }) as [Place, Place]
    for (let chain = 0; chain < chains; chain++) {
      let head = rootOf(hair, chain)
      for (let joint = starts[chain]!; joint < starts[chain + 1]!; joint++) {
        const tail = tailOf(hair, joint)
        held.forEach((share, place) => {
          const spot = head.map((value, axis) => value + (tail[axis]! - value) * share) as Place
          const clearance = clearances[(joint * held.length + place) * colliders + collider]!
          most = Math.max(most, clearance - distanceToSegment(spot, a, b))
        })
        head = tail
      }
    }
  }
  return most
}

function distanceToSegment(p: Place, a: Place, b: Place): number {
  const [along, out] = [from(a, b), from(a, p)]
  const share = Math.max(0, Math.min(1, dot(out, along) / (dot(along, along) || 1)))
  return Math.hypot(...out.map((value, axis) => value - along[axis]! * share))
}

/** A turn of the head in half a second, as gaze makes it. */
function easedTurn(tick: number, angle: number): number {
  const t = Math.min(1, tick / 30)
  return angle * t * t * t * (t * (t * 6 - 15) + 10)
}

/** A head that is thrown about as far as a neck goes, and faster. */
const thrown = (tick: number): Turn => ({
  yaw: 1.2 * Math.sin(tick / 6),
  pitch: 0.7 * Math.sin(tick / 9.1),
  roll: 0.8 * Math.sin(tick / 13.7),
})

describe('hair', () => {
  test('hangs still for ten minutes on a head that holds still', () => {
    const hair = hairOf()
    const hung = hair.state.tails.slice()
    for (let tick = 0; tick < 2 * SECOND; tick++) hair.swing({})
    const still = hair.state.tails.slice()
    for (let tick = 0; tick < 600 * SECOND; tick++) hair.swing({})
    // Where it lies on the body it slides a little at first: pulls alone do not tell where.
    expect(apart(still, hung)).toBeLessThan(0.5 * MILLIMETRE)
    expect(apart(hair.state.tails, still)).toBeLessThan(0.01 * MILLIMETRE)
  })

  test('keeps its shape where nothing pulls it down, though it is modelled into the colliders', () => {
    const hair = hairOf(TEST_SPRINGS.map((spring) => ({ ...spring, gravity: 0, radius: 0.1 })))
    for (let tick = 0; tick < SECOND; tick++) hair.swing({})
    for (let w = 3; w < hair.state.rotations.length; w += 4) expect(hair.state.rotations[w]).toBeCloseTo(1, 6)
  })

  test('lags behind a turn of the head, swings beyond, and settles within 1.5 seconds', () => {
    const [hair, goal] = [hairOf(), hairOf()]
    goal.hang({ yaw: 0.8 })
    /** How far the ponytail has come around, seen from above. */
    const comeOf = (hair: Hair) => {
      const [x, , z] = tailOf(hair, 3)
      return Math.atan2(-x, -z)
    }
    let lag = 0
    let beyond = 0
    for (let tick = 1; tick <= 30 + 1.5 * SECOND; tick++) {
      hair.swing({ yaw: easedTurn(tick, 0.8) })
      lag = Math.max(lag, easedTurn(tick, 0.8) - comeOf(hair))
      beyond = Math.max(beyond, comeOf(hair) - comeOf(goal))
    }
    expect(lag).toBeGreaterThan(0.15)
    expect(beyond).toBeGreaterThan(0.02)
    expect(apart(hair.state.tails, goal.state.tails)).toBeLessThan(MILLIMETRE)
  })

  test('keeps its length, and is turned to where it is', () => {
    const hair = hairOf()
    const place: Place = [0, 0, 0]
    for (let tick = 0; tick < 3 * SECOND; tick++) {
      hair.swing(thrown(tick))
      const frame = [...hair.placed.rotations.slice(HEAD * 4, HEAD * 4 + 4)]
      let head = rootOf(hair, 1)
      for (let joint = hair.rows.starts[1]!; joint < hair.rows.starts[2]!; joint++) {
        const segment = from(head, tailOf(hair, joint))
        expect(Math.hypot(...segment)).toBeCloseTo(hair.rows.lengths[joint]!, 6)
        multiply(frame, 0, frame, 0, hair.state.rotations, joint * 4)
        rotateVector(place, 0, frame, 0, hair.rows.axes, joint * 3)
        expect(dot(place, segment)).toBeCloseTo(hair.rows.lengths[joint]!, 5)
        head = tailOf(hair, joint)
      }
    }
  })

  test('never comes 2 mm into what it keeps off, however the head is thrown about', () => {
    const [hair, careless] = [hairOf(), hairOf(TEST_SPRINGS, [])]
    let [deepest, deepestWithout] = [0, 0]
    for (let tick = 0; tick < 20 * SECOND; tick++) {
      hair.swing(thrown(tick))
      careless.swing(thrown(tick))
      deepest = Math.max(deepest, depth(hair, hair.rows))
      deepestWithout = Math.max(deepestWithout, depth(careless, hair.rows))
    }
    expect(deepest).toBeLessThan(2 * MILLIMETRE)
    expect(deepestWithout).toBeGreaterThan(20 * MILLIMETRE)
  })
})

test('an earring hangs straight down from a head that is tipped away from it', () => {
  const hair = hairOf()
  const EARRING = 3
  for (let tick = 0; tick < 3 * SECOND; tick++) hair.swing({ roll: -0.5 * Math.min(1, tick / SECOND) })
  const [x, y, z] = from(rootOf(hair, EARRING), tailOf(hair, hair.rows.starts[EARRING]!))
  expect(Math.atan2(Math.hypot(x, z), -y)).toBeLessThan(0.06)
})

test('what is left behind is where it was, seen from where the actor is', () => {
  const { state, rows } = hairOf()
  const before = state.tails.slice()
  leaveBehind(state, 0, rows, [0.3, 0, -0.2], 0)
  leaveBehind(state, 0, rows, [0, 0.1, 0], Math.PI / 2)
  // A point before the actor is to the left of who turns right.
  expect(state.tails[0]).toBeCloseTo(before[2]! - 0.2, 5)
  expect(state.tails[1]).toBeCloseTo(before[1]! + 0.1, 5)
  expect(state.tails[2]).toBeCloseTo(-before[0]! - 0.3, 5)
})

test('only the own rows are written', () => {
  const { rows, placed } = hairOf()
  const column = (width: number) => new Float32Array(rows.joints * width * 3).fill(0.5)
  const state: SpringState = { rotations: column(4), tails: column(3), tailsBefore: column(3) }
  hang(state, rows.joints, rows, placed)
  swing(state, rows.joints, rows, placed)
  for (const [row, width] of [
    [state.rotations, 4],
    [state.tails, 3],
    [state.tailsBefore, 3],
  ] as const) {
    const own = rows.joints * width
    expect(new Set([...row.slice(0, own), ...row.slice(own * 2)])).toEqual(new Set([0.5]))
    expect(row.slice(own, own * 2)).not.toContain(0.5)
  }
})

describe('the absurdest rig that the schema lets through', () => {
  const place = fc.tuple(coordinate(), coordinate(), coordinate())
  const anySpring = fc
    .record({
      rests: fc.array(place, { minLength: 2, maxLength: 5 }),
      stiffness: fc.constantFrom(0, 1e-9, 1, 4),
      gravity: fc.constantFrom(0, 1e-9, 2),
      drag: fc.constantFrom(0, 0.4, 1),
      radius: fc.constantFrom(0, 0.02, 0.5),
    })
    .map((spring): Spring => ({ ...spring, name: 'any', bone: 'head', nodes: spring.rests.map((_, i) => `any${i}`) }))
  const anyCollider = fc
    .record({ at: place, tail: place, radius: fc.constantFrom(1e-6, 0.1, 1) })
    .map((collider): Collider => ({ ...collider, bone: 'head' }))

  function coordinate() {
    return fc.constantFrom(0, 1.5, 1.6, -1e-7, 30)
  }

  test('gives unit rotations and finite places', () => {
    fc.assert(
      fc.property(fc.array(anySpring, { minLength: 1, maxLength: 3 }), fc.array(anyCollider), (springs, colliders) => {
        const hair = hairOf(springs, colliders)
        for (let tick = 0; tick < 30; tick++) hair.swing(thrown(tick * 5))
        expect(hair.state.tails.every(Number.isFinite)).toBe(true)
        for (let at = 0; at < hair.state.rotations.length; at += 4)
          expect(Math.hypot(...hair.state.rotations.subarray(at, at + 4))).toBeCloseTo(1, 5)
      }),
      { numRuns: 200 },
    )
  })
})
