import { atan2, exp } from '../core/math/ops.ts'
import { conjugate, copyQuat, fromAxisAngle, fromTo, multiply, rotateVector, slerp } from '../core/math/quat.ts'
import {
  addScaledVec3,
  crossVec3,
  dotVec3,
  lengthVec3,
  normalizeVec3,
  scaleVec3,
  subtractVec3,
} from '../core/math/vec3.ts'
import { BONE_PARENTS, boneIndex } from '../rig/bones.ts'
import type { Limb } from '../rig/limbs.ts'
import type { PlacedBones, RestPose } from './forward.ts'

/** A limb of one avatar, with what the solver needs worked out once. */
export type LimbChain = {
  readonly parent: number
  readonly upper: number
  readonly lower: number
  readonly end: number
  /** Lengths of the two bones, metres. */
  readonly upperLength: number
  readonly lowerLength: number
  /** Rest directions of the two bones, and for each the hinge made square to it. Unit vectors. */
  readonly upperAlong: Float64Array
  readonly upperHinge: Float64Array
  readonly lowerAlong: Float64Array
  readonly lowerHinge: Float64Array
  /**
   * Share of the limb's length before full stretch within which it slows down instead of reaching: a knee that snaps
   * straight is seen as a jerk, since its angle grows without bound there.
   */
  readonly soft: number
}

/** For limbs whose root nobody moves into reach. */
const SOFT_SHARE = 0.03
/** Shortest span as a share of the shortest possible, so that a limb folded onto itself keeps a plane. */
const FOLDED_SHARE = 1.02
/** Sine below which a pole lies in line with the limb and says nothing. */
const NO_POLE = 1e-4

const span = new Float64Array(3)
const aside = new Float64Array(3)
const normal = new Float64Array(3)
const elbow = new Float64Array(3)
const along = new Float64Array(3)
const hinge = new Float64Array(3)
const upperTurn = new Float64Array(4)
const lowerTurn = new Float64Array(4)
const local = new Float64Array(4)
const roll = new Float64Array(4)

/** Works out a limb of an avatar. @param soft  See {@link LimbChain}. */
export function createLimbChain(rest: RestPose, limb: Limb, soft = SOFT_SHARE): LimbChain {
  const [upper, lower, end] = [boneIndex(limb.upper), boneIndex(limb.lower), boneIndex(limb.end)]
  const upperAlong = new Float64Array(3)
  const lowerAlong = new Float64Array(3)
  return {
    parent: BONE_PARENTS[upper]!,
    upper,
    lower,
    end,
    upperLength: normalizeVec3(upperAlong, 0, rest.offsets, lower * 3),
    lowerLength: normalizeVec3(lowerAlong, 0, rest.offsets, end * 3),
    upperAlong,
    upperHinge: squareTo(upperAlong, limb.hinge),
    lowerAlong,
    lowerHinge: squareTo(lowerAlong, limb.hinge),
    soft,
  }
}

/**
 * Bends a limb so that its end reaches a point, by the law of cosines.
 *
 * The middle joint bends about its hinge alone, on the side of the pole; the roll of the upper bone follows from that.
 * Near full stretch the end lags softly behind a point that moves out, and beyond it the limb points at it. Hand or
 * foot keep their rotation in the actor's space.
 *
 * @param rotations  Pose rows, BONE_COUNT × 4 per actor, local unit quaternions (x, y, z, w). Written in place: three bones.
 * @param offset     First float of the actor's row.
 * @param chain      Of the actor's avatar.
 * @param placed     The bones of this pose as it comes in, in the actor's space.
 * @param target     Where the end is to be, in the actor's space, metres, at offset 0.
 * @param pole       A point that elbow or knee turns to, likewise. In line with the limb it says nothing: the plane in
 *                   which the limb bends already is kept.
 * @param weight     0 leaves the pose untouched, 1 reaches fully. [0, 1].
 * @returns          Distance left over after a full reach, metres, ≥ 0.
 * @source           Soft stretch: A. Nicholls, "Soft IK", Softimage notes (2009).
 */
export function twoBoneIk(
  rotations: Float32Array,
  offset: number,
  chain: LimbChain,
  placed: PlacedBones,
  target: ArrayLike<number>,
  pole: ArrayLike<number>,
  weight: number,
): number {
  const root = chain.upper * 3
  subtractVec3(span, 0, target, 0, placed.positions, root)
  const wanted = normalizeVec3(span, 0, span, 0)
  const reached = reachOf(chain, wanted)
  if (weight === 0) return Math.abs(wanted - reached)
  setPlane(chain, placed, pole)
  placeElbow(chain, reached)
  layBone(upperTurn, chain.upperAlong, chain.upperHinge, elbow)
  scaleVec3(along, 0, span, 0, reached)
  subtractVec3(along, 0, along, 0, elbow, 0)
  layBone(lowerTurn, chain.lowerAlong, chain.lowerHinge, along)
  writeLimb(rotations, offset, chain, placed, weight)
  return Math.abs(wanted - reached)
}

/** How far the end gets of a distance: all the way, but for a soft last piece before full stretch and a folded limb. */
function reachOf({ upperLength, lowerLength, soft: share }: LimbChain, distance: number): number {
  const longest = upperLength + lowerLength
  const soft = longest * share
  const shortest = Math.abs(upperLength - lowerLength) * FOLDED_SHARE + longest * 1e-3
  if (distance > longest - soft) return longest - soft * exp((longest - soft - distance) / soft)
  return Math.max(distance, shortest)
}

/** Writes `aside`, the unit direction square to the span in which the middle joint stands out, and `normal`, its hinge. */
function setPlane(chain: LimbChain, placed: PlacedBones, pole: ArrayLike<number>): void {
  subtractVec3(aside, 0, pole, 0, placed.positions, chain.upper * 3)
  if (!makeAside()) {
    subtractVec3(aside, 0, placed.positions, chain.lower * 3, placed.positions, chain.upper * 3)
    if (!makeAside()) sideOfHinge(chain, placed)
  }
  crossVec3(normal, 0, aside, 0, span, 0)
}

/** Makes `aside` square to the span and unit. False where it has no such part. */
function makeAside(): boolean {
  const length = lengthVec3(aside, 0)
  addScaledVec3(aside, 0, aside, 0, span, 0, -dotVec3(aside, 0, span, 0))
  return normalizeVec3(aside, 0, aside, 0) > NO_POLE * length
}

/** A straight limb stands out to the side that its hinge would bend it to. */
function sideOfHinge(chain: LimbChain, placed: PlacedBones): void {
  rotateVector(hinge, 0, placed.rotations, chain.upper * 4, chain.upperHinge, 0)
  crossVec3(aside, 0, span, 0, hinge, 0)
  normalizeVec3(aside, 0, aside, 0)
}

/** Writes `elbow`, the middle joint from the root, metres. */
function placeElbow({ upperLength, lowerLength }: LimbChain, reached: number): void {
  const along = (upperLength * upperLength - lowerLength * lowerLength + reached * reached) / (2 * reached)
  const out = Math.sqrt(Math.max(0, upperLength * upperLength - along * along))
  scaleVec3(elbow, 0, span, 0, along)
  addScaledVec3(elbow, 0, elbow, 0, aside, 0, out)
}

/** out = the rotation from rest that lays a bone in a direction with its hinge along `normal`. */
function layBone(out: Float64Array, restAlong: Float64Array, restHinge: Float64Array, direction: Float64Array): void {
  normalizeVec3(along, 0, direction, 0)
  fromTo(out, 0, restAlong, 0, along, 0)
  rotateVector(hinge, 0, out, 0, restHinge, 0)
  const cosine = dotVec3(hinge, 0, normal, 0)
  crossVec3(hinge, 0, hinge, 0, normal, 0)
  fromAxisAngle(roll, 0, along[0]!, along[1]!, along[2]!, atan2(dotVec3(hinge, 0, along, 0), cosine))
  multiply(out, 0, roll, 0, out, 0)
}

/** Writes the three bones of the limb, the end turned back to where it pointed. */
function writeLimb(
  rotations: Float32Array,
  offset: number,
  chain: LimbChain,
  placed: PlacedBones,
  weight: number,
): void {
  const upper = offset + chain.upper * 4
  const lower = offset + chain.lower * 4
  const end = offset + chain.end * 4
  toLocal(placed.rotations, chain.parent * 4, upperTurn)
  slerp(rotations, upper, rotations, upper, local, 0, weight)
  toLocal(upperTurn, 0, lowerTurn)
  slerp(rotations, lower, rotations, lower, local, 0, weight)
  multiply(upperTurn, 0, placed.rotations, chain.parent * 4, rotations, upper)
  multiply(lowerTurn, 0, upperTurn, 0, rotations, lower)
  copyQuat(upperTurn, 0, placed.rotations, chain.end * 4)
  toLocal(lowerTurn, 0, upperTurn)
  copyQuat(rotations, end, local, 0)
}

/** local = a rotation in the actor's space as seen from a parent's. */
function toLocal(parent: ArrayLike<number>, at: number, rotation: Float64Array): void {
  conjugate(local, 0, parent, at)
  multiply(local, 0, local, 0, rotation, 0)
}

/** The part of an axis square to a direction, unit. */
function squareTo(direction: Float64Array, axis: ArrayLike<number>): Float64Array {
  const out = new Float64Array(3)
  addScaledVec3(out, 0, axis, 0, direction, 0, -dotVec3(axis, 0, direction, 0))
  normalizeVec3(out, 0, out, 0)
  return out
}
