/** Chains of joints that swing behind the body's moves: hair, skirts, earrings. */
import type { ReadonlyFloats } from '../core/math/floats.ts'
import { cos, sin } from '../core/math/ops.ts'
import { conjugate, copyQuat, fromTo, multiply, rotateVector } from '../core/math/quat.ts'
import { clamp, clamp01 } from '../core/math/scalar.ts'
import {
  addScaledVec3,
  addVec3,
  copyVec3,
  crossVec3,
  dotVec3,
  normalizeVec3,
  setVec3,
  subtractVec3,
} from '../core/math/vec3.ts'
import { MAX_COLLIDERS } from '../rig/springs.ts'
import type { PlacedBones } from './forward.ts'
import type { SpringRows } from './springs.ts'

/** What springs remember from tick to tick, and what they show: rows of joints. */
export type SpringState = {
  /** Local rotations, 4 a joint, unit quaternions (x, y, z, w). */
  readonly rotations: Float32Array
  /** Where each joint's tail is, and where it was a tick ago: metres in the actor's space, 3 a joint. */
  readonly tails: Float32Array
  readonly tailsBefore: Float32Array
}

/** Rounds over the colliders: turned off one, a joint may meet another. */
const ROUNDS = 3
/** What rounding may make of a distance kept exactly, metres. */
const SLACK = 1e-7

/** The joint at hand: where it is, how what carries it is turned, where it points at rest and now, where its tail is. */
const head = new Float64Array(3)
const frame = new Float64Array(4)
const ahead = new Float64Array(3)
const toward = new Float64Array(3)
const tail = new Float64Array(3)

/** Both ends of every collider in the actor's space. */
const capsules = new Float64Array(MAX_COLLIDERS * 6)
const near = new Float64Array(3)
const side = new Float64Array(3)
const local = new Float64Array(3)
const back = new Float64Array(4)

/** Pulls a tail from where it is, or was: writes where it would go if it were free. */
type Pull = (state: SpringState, at: number, pulls: Float64Array, chain: number) => void

/**
 * Swings every chain by one tick.
 *
 * A tail keeps its speed but for what drag takes, is pulled to where it points at rest and downwards, keeps its distance
 * from its joint and stays off the colliders. Unlike the standard, which pushes a tail out of a collider and back to its
 * length by turns, a tail is turned about its joint until it just touches, so that it is at its length and outside.
 *
 * @param state   Written in place.
 * @param first   First joint of the actor's row.
 * @param springs Of the actor's rig.
 * @param placed  The body's bones at this tick, in the actor's space.
 * @source        VRM Consortium, VRMC_springBone 1.0, for steps of a sixtieth of a second.
 */
export function swing(state: SpringState, first: number, springs: SpringRows, placed: PlacedBones): void {
  placeChains(state, first, springs, placed, moveOn)
}

/** Puts every chain where it comes to rest in a pose that holds still. Parameters as for {@link swing}. */
export function hang(state: SpringState, first: number, springs: SpringRows, placed: PlacedBones): void {
  placeChains(state, first, springs, placed, pullAtRest)
  state.tailsBefore.set(state.tails.subarray(first * 3, (first + springs.joints) * 3), first * 3)
}

/**
 * Leaves tails where they are in the set while the actor moves under them: tells where they are in its space now.
 *
 * @param shift  Where the actor was, as seen from where it is now: metres, in its space.
 * @param yaw    How it was turned, seen the same way. Radians.
 */
export function leaveBehind(
  { tails, tailsBefore }: SpringState,
  first: number,
  { joints }: SpringRows,
  shift: ReadonlyFloats,
  yaw: number,
): void {
  const c = cos(yaw)
  const s = sin(yaw)
  for (const row of [tails, tailsBefore]) {
    for (let at = first * 3; at < (first + joints) * 3; at += 3) {
      const x = row[at]!
      const z = row[at + 2]!
      setVec3(row, at, x * c + z * s + shift[0]!, row[at + 1]! + shift[1]!, z * c - x * s + shift[2]!)
    }
  }
}

function placeChains(state: SpringState, first: number, springs: SpringRows, placed: PlacedBones, pull: Pull): void {
  placeColliders(springs, placed)
  for (let chain = 0; chain < springs.chains; chain++) {
    const bone = springs.bones[chain]!
    copyQuat(frame, 0, placed.rotations, bone * 4)
    rotateVector(head, 0, frame, 0, springs.roots, chain * 3)
    addVec3(head, 0, head, 0, placed.positions, bone * 3)
    for (let joint = springs.starts[chain]!; joint < springs.starts[chain + 1]!; joint++) {
      const at = (first + joint) * 3
      rotateVector(ahead, 0, frame, 0, springs.axes, joint * 3)
      pull(state, at, springs.pulls, chain)
      pointAtTail()
      keepOff(springs, joint)
      addScaledVec3(tail, 0, head, 0, toward, 0, springs.lengths[joint]!)
      copyVec3(state.tailsBefore, at, state.tails, at)
      copyVec3(state.tails, at, tail, 0)
      turn(state.rotations, (first + joint) * 4, springs.axes, joint * 3)
      copyVec3(head, 0, tail, 0)
    }
  }
}

function placeColliders({ colliders, carriers, ends }: SpringRows, placed: PlacedBones): void {
  for (let collider = 0; collider < colliders; collider++) {
    const bone = carriers[collider]!
    for (let at = collider * 6; at < collider * 6 + 6; at += 3) {
      rotateVector(capsules, at, placed.rotations, bone * 4, ends, at)
      addVec3(capsules, at, capsules, at, placed.positions, bone * 3)
    }
  }
}

function moveOn({ tails, tailsBefore }: SpringState, at: number, pulls: Float64Array, chain: number): void {
  const kept = pulls[chain * 3 + 2]!
  for (let i = 0; i < 3; i++) tail[i] = tails[at + i]! + (tails[at + i]! - tailsBefore[at + i]!) * kept
  addPulls(pulls, chain)
}

/** Without speed the pulls alone decide: a tail comes to rest along their sum. */
function pullAtRest(_: SpringState, _at: number, pulls: Float64Array, chain: number): void {
  copyVec3(tail, 0, head, 0)
  addPulls(pulls, chain)
}

function addPulls(pulls: Float64Array, chain: number): void {
  addScaledVec3(tail, 0, tail, 0, ahead, 0, pulls[chain * 3]!)
  tail[1] = tail[1]! - pulls[chain * 3 + 1]!
}

/** Points the joint where its tail would go. */
function pointAtTail(): void {
  subtractVec3(toward, 0, tail, 0, head, 0)
  // Pulled into its own joint a tail has no direction: it points as at rest.
  if (normalizeVec3(toward, 0, toward, 0) === 0) copyVec3(toward, 0, ahead, 0)
}

function keepOff({ colliders, held, clearances, lengths }: SpringRows, joint: number): void {
  let touched = colliders > 0
  for (let round = 0; touched && round < ROUNDS; round++) {
    touched = false
    for (let place = 0; place < held.length; place++) {
      const row = (joint * held.length + place) * colliders
      const reach = lengths[joint]! * held[place]!
      for (let collider = 0; collider < colliders; collider++) {
        const clearance = clearances[row + collider]!
        if (!isWithin(collider * 6, reach, clearance - SLACK)) continue
        turnAway(reach, clearance)
        touched = true
      }
    }
  }
}

/** Whether the place so far along the joint is nearer than that to a collider's middle; `near` becomes the nearest point there. */
function isWithin(at: number, reach: number, clearance: number): boolean {
  if (clearance <= 0) return false
  const px = head[0]! + toward[0]! * reach - capsules[at]!
  const py = head[1]! + toward[1]! * reach - capsules[at + 1]!
  const pz = head[2]! + toward[2]! * reach - capsules[at + 2]!
  const ax = capsules[at + 3]! - capsules[at]!
  const ay = capsules[at + 4]! - capsules[at + 1]!
  const az = capsules[at + 5]! - capsules[at + 2]!
  const square = ax * ax + ay * ay + az * az
  const share = square === 0 ? 0 : clamp01((px * ax + py * ay + pz * az) / square)
  const dx = px - ax * share
  const dy = py - ay * share
  const dz = pz - az * share
  if (dx * dx + dy * dy + dz * dz >= clearance * clearance) return false
  setVec3(near, 0, capsules[at]! + ax * share, capsules[at + 1]! + ay * share, capsules[at + 2]! + az * share)
  return true
}

/** Turns the joint the short way until the place so far along it is so far from `near`, or as far as it can be. */
function turnAway(reach: number, clearance: number): void {
  subtractVec3(near, 0, near, 0, head, 0)
  const distance = normalizeVec3(near, 0, near, 0)
  if (distance === 0 || reach === 0) return
  // The law of cosines in the triangle of joint, place and the collider's middle.
  const cosine = clamp((reach * reach + distance * distance - clearance * clearance) / (2 * reach * distance), -1, 1)
  const sine = Math.sqrt((1 - cosine) * (1 + cosine))
  addScaledVec3(side, 0, toward, 0, near, 0, -dotVec3(toward, 0, near, 0))
  if (normalizeVec3(side, 0, side, 0) === 0) setAcross(near)
  for (let i = 0; i < 3; i++) toward[i] = near[i]! * cosine + side[i]! * sine
}

/** side = any unit vector square to a direction. */
function setAcross(direction: Float64Array): void {
  setVec3(side, 0, Math.abs(direction[0]!) < 0.9 ? 1 : 0, Math.abs(direction[0]!) < 0.9 ? 0 : 1, 0)
  crossVec3(side, 0, direction, 0, side, 0)
  normalizeVec3(side, 0, side, 0)
}

/** The rotation that points a joint at its tail, and what that makes of the frame of the next. */
function turn(rotations: Float32Array, at: number, axes: Float64Array, axis: number): void {
  conjugate(back, 0, frame, 0)
  rotateVector(local, 0, back, 0, toward, 0)
  fromTo(rotations, at, axes, axis, local, 0)
  multiply(frame, 0, frame, 0, rotations, at)
}
