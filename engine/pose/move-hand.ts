import { acos, exp } from '../core/math/ops.ts'
import { conjugate, copyQuat, fromAxisAngle, fromTo, multiply, rotateVector } from '../core/math/quat.ts'
import { clamp } from '../core/math/scalar.ts'
import { addVec3, crossVec3, normalizeVec3, subtractVec3 } from '../core/math/vec3.ts'
import { BONE_PARENTS } from '../rig/bones.ts'
import type { PlacedBones } from './forward.ts'
import type { ReachingArm } from './hand-reach.ts'

/** Share of an arm's length before full stretch from which it lags behind rather than snapping straight. */
const SOFT_SHARE = 0.03
/** Shortest span of a folded arm, as a share of its length. */
const FOLDED = 0.12
/** Sine below which upper and lower arm are in line and tell no plane. */
const STRAIGHT = 1e-4

const shoulderToHand = new Float64Array(3)
const upperArm = new Float64Array(3)
const lowerArm = new Float64Array(3)
const axis = new Float64Array(3)
const wanted = new Float64Array(3)
const bend = new Float64Array(4)
const swing = new Float64Array(4)
const turned = new Float64Array(4)
const back = new Float64Array(4)

/**
 * Moves a hand by bending the elbow in the plane in which it is bent and swinging the arm at the shoulder, as little as
 * that takes. The hand keeps its rotation in the actor's space, the arm its roll; a move by nothing changes nothing.
 *
 * @param rotations  Pose rows, BONE_COUNT × 4 per actor, local unit quaternions. Written in place: three bones.
 * @param offset     First float of the actor's row.
 * @param placed     The bones of this pose as it comes in, in the actor's space.
 * @param by         How far, metres in the actor's space, at offset `at`. Out of reach, the arm stretches towards it.
 */
export function moveHand(
  rotations: Float32Array,
  offset: number,
  { upper, lower, end, hinge, length }: ReachingArm,
  placed: PlacedBones,
  by: Float64Array,
  at: number,
): void {
  const { positions } = placed
  subtractVec3(upperArm, 0, positions, lower * 3, positions, upper * 3)
  subtractVec3(lowerArm, 0, positions, end * 3, positions, lower * 3)
  addVec3(shoulderToHand, 0, upperArm, 0, lowerArm, 0)
  addVec3(wanted, 0, shoulderToHand, 0, by, at)
  const now = normalizeVec3(shoulderToHand, 0, shoulderToHand, 0)
  const span = reachOf(normalizeVec3(wanted, 0, wanted, 0), length, now)
  bendElbow(placed, upper, hinge, span)
  // Where the bent arm has its hand now, and the swing that carries it where it is wanted.
  rotateVector(lowerArm, 0, bend, 0, lowerArm, 0)
  addVec3(shoulderToHand, 0, upperArmRaw(positions, upper, lower), 0, lowerArm, 0)
  normalizeVec3(shoulderToHand, 0, shoulderToHand, 0)
  fromTo(swing, 0, shoulderToHand, 0, wanted, 0)
  write(rotations, offset, placed, upper, lower, end)
}

/** How far the hand gets of a distance: softly less before full stretch, but never less than where it is already. */
function reachOf(distance: number, length: number, now: number): number {
  const soft = length * SOFT_SHARE
  const from = Math.max(length - soft, Math.min(now, length))
  if (distance <= from) return Math.max(distance, length * FOLDED)
  const room = length - from
  return room <= 0 ? length : length - room * exp((from - distance) / room)
}

const raw = new Float64Array(3)

function upperArmRaw(positions: Float32Array, upper: number, lower: number): Float64Array {
  subtractVec3(raw, 0, positions, lower * 3, positions, upper * 3)
  return raw
}

/** Writes `bend`, the turn of the lower arm in the actor's space that makes the arm span a length. */
function bendElbow({ rotations }: PlacedBones, upper: number, hinge: ArrayLike<number>, span: number): void {
  const a = normalizeVec3(upperArm, 0, upperArm, 0)
  const b = Math.sqrt(lowerArm[0]! * lowerArm[0]! + lowerArm[1]! * lowerArm[1]! + lowerArm[2]! * lowerArm[2]!)
  crossVec3(axis, 0, upperArm, 0, lowerArm, 0)
  const sine = normalizeVec3(axis, 0, axis, 0) / b
  const cosine = (upperArm[0]! * lowerArm[0]! + upperArm[1]! * lowerArm[1]! + upperArm[2]! * lowerArm[2]!) / b
  if (sine < STRAIGHT) rotateVector(axis, 0, rotations, upper * 4, hinge, 0)
  const now = acos(clamp(cosine, -1, 1))
  // By the law of cosines, the angle between the directions of both bones.
  const bent = acos(clamp((span * span - a * a - b * b) / (2 * a * b), -1, 1))
  fromAxisAngle(bend, 0, axis[0]!, axis[1]!, axis[2]!, bent - now)
}

/** Writes the three bones: the upper arm swung, the lower swung and bent, the hand as it was. */
function write(
  rotations: Float32Array,
  offset: number,
  placed: PlacedBones,
  upper: number,
  lower: number,
  end: number,
): void {
  conjugate(back, 0, placed.rotations, BONE_PARENTS[upper]! * 4)
  multiply(turned, 0, swing, 0, placed.rotations, upper * 4)
  multiply(rotations, offset + upper * 4, back, 0, turned, 0)
  conjugate(back, 0, turned, 0)
  multiply(bend, 0, swing, 0, bend, 0)
  multiply(turned, 0, bend, 0, placed.rotations, lower * 4)
  multiply(rotations, offset + lower * 4, back, 0, turned, 0)
  conjugate(back, 0, turned, 0)
  copyQuat(turned, 0, placed.rotations, end * 4)
  multiply(rotations, offset + end * 4, back, 0, turned, 0)
}
