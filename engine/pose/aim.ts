import type { Floats, ReadonlyFloats } from '../core/math/floats.ts'
import { atan2, cos, hypot2, sin } from '../core/math/ops.ts'
import { conjugate, fromEuler, multiply, rotateVector, setIdentity, slerp } from '../core/math/quat.ts'
import { clamp, clamp01, radians, smoothMin, wrapAngle } from '../core/math/scalar.ts'
import { addVec3, copyVec3, distanceVec3, lengthVec3, lerpVec3, subtractVec3 } from '../core/math/vec3.ts'
import { boneIndex } from '../rig/bones.ts'
import { GAZE_REACH } from '../rig/limits.ts'
import type { RestPose } from './forward.ts'

/** From the hips up to the head, as bones of a pose. */
const TRUNK = [boneIndex('hips'), boneIndex('spine'), boneIndex('chest'), boneIndex('upperChest')] as const
const TURNING = TRUNK.slice(1)
const NECK = boneIndex('neck')
const HEAD = boneIndex('head')
const LEFT_EYE = boneIndex('leftEye')
const RIGHT_EYE = boneIndex('rightEye')
const CHAIN = [...TRUNK, NECK, HEAD] as const

const EASE = radians(GAZE_REACH.ease)
const EYES = inRadians(GAZE_REACH.eyes)
const NECK_AND_HEAD = inRadians(GAZE_REACH.head)
const CHEST = inRadians(GAZE_REACH.chest)

/** The chest begins to turn so long before neck and head have come to their ends. */
const JOINS_IN = radians(10)
/**
 * What lies farther aside than the first is glanced at over the shoulder, from the second on without the chest: who faces
 * people does not turn their back on them. Radians.
 */
const ASIDE = radians(90)
const OVER_THE_SHOULDER = radians(150)

/** Nearest point that eyes meet at, metres: closer looks cross-eyed. */
const NEAREST = 0.4

/** What the face turns is rounded off over this where it comes to its end, so that it turns back without a corner. Radians. */
const ROUNDED_OFF = radians(15)

/** How far a part turns from straight ahead. Radians; pitch is positive downward. */
type Reach = { readonly yaw: number; readonly up: number; readonly down: number }

const FORWARD = [0, 0, 1]
const frame = new Float64Array(4)
const turn = new Float64Array(4)
const back = new Float64Array(4)
const eyes = new Float64Array(3)
const gaze = new Float64Array(3)
const ahead = new Float64Array(3)
const arm = new Float64Array(3)
/** Yaw and pitch of a direction. */
const wanted = new Float64Array(2)
const faced = new Float64Array(2)

/**
 * Finds the direction from between the eyes to a point, wherever posture and motion have put them.
 *
 * @param out         Yaw, then pitch, in the actor's space, at offset 0. Radians; yaw positive to the actor's left, pitch
 *                    positive downward. Written.
 * @param rotations   Pose rows, BONE_COUNT × 4 per actor, local unit quaternions (x, y, z, w).
 * @param offset      First float of the actor's row of rotations.
 * @param hips        Rows of hips offsets, metres, 3 per actor.
 * @param hipsOffset  First float of the actor's row of hips.
 * @param rest        Of the actor's avatar. Without eye bones the gaze starts where the head turns.
 * @param target      Point in the actor's space, metres, at offset 0.
 * @returns           Distance of the point from between the eyes, metres.
 */
export function lookDirection(
  out: Floats,
  rotations: Float32Array,
  offset: number,
  hips: Float32Array,
  hipsOffset: number,
  rest: RestPose,
  target: ReadonlyFloats,
): number {
  placeEyes(rotations, offset, hips, hipsOffset, rest)
  subtractVec3(gaze, 0, target, 0, eyes, 0)
  out[0] = yawOf(gaze)
  out[1] = pitchOf(gaze)
  return lengthVec3(gaze, 0)
}

/**
 * How far the face turns for a gaze, on top of where posture and motion point it: some of the way within ease, most of
 * it beyond, no farther than head and chest reach; and no farther than the head alone to what lies behind.
 *
 * @param out         Yaw, then pitch of the turn, from an offset. Written.
 * @param yaw, pitch  Of the gaze, as {@link lookDirection} gives them.
 */
export function headTurn(out: Floats, o: number, yaw: number, pitch: number): void {
  const reach = NECK_AND_HEAD.yaw + CHEST.yaw * (1 - clamp01((Math.abs(yaw) - ASIDE) / (OVER_THE_SHOULDER - ASIDE)))
  const part = headPart(yaw)
  out[o] = Math.sign(part) * smoothMin(Math.abs(part), reach, ROUNDED_OFF)
  out[o + 1] = clamp(headPart(pitch), -NECK_AND_HEAD.up - CHEST.up, NECK_AND_HEAD.down + CHEST.down)
}

function headPart(angle: number): number {
  const easy = clamp(angle, -EASE, EASE)
  return easy * GAZE_REACH.headShare + (angle - easy) * GAZE_REACH.headShareBeyond
}

/**
 * Turns neck and head, and the trunk for what they cannot reach, until the face points in a direction.
 *
 * The tilt of the head to a shoulder stays as it is. What the trunk cannot reach either is left.
 *
 * @param yaw, pitch  In the actor's space, as {@link lookDirection} gives them.
 * @param weight      0 leaves the pose untouched, 1 turns fully. [0, 1].
 */
export function aimHead(rotations: Float32Array, offset: number, yaw: number, pitch: number, weight: number): void {
  if (weight === 0) return
  setDirection(ahead, yaw, pitch)
  measureHead(rotations, offset)
  const aside = wrapAngle(wanted[0]! - faced[0]!)
  const down = wanted[1]! - faced[1]!
  turnTrunk(
    rotations,
    offset,
    weight * clamp(overflow(aside, faced[0]!, NECK_AND_HEAD.yaw, NECK_AND_HEAD.yaw), -CHEST.yaw, CHEST.yaw),
    weight * clamp(overflow(down, faced[1]!, NECK_AND_HEAD.up, NECK_AND_HEAD.down), -CHEST.up, CHEST.down),
  )
  measureHead(rotations, offset)
  turnHead(
    rotations,
    offset,
    weight * reachable(wrapAngle(wanted[0]! - faced[0]!), faced[0]!, NECK_AND_HEAD.yaw, NECK_AND_HEAD.yaw),
    weight * reachable(wanted[1]! - faced[1]!, faced[1]!, NECK_AND_HEAD.up, NECK_AND_HEAD.down),
  )
}

/**
 * Turns both eyes in a direction, as far as eyes go.
 *
 * @param yaw, pitch   In the actor's space, as {@link lookDirection} gives them.
 * @param convergence  By how much each eye turns inward to meet the other. Radians, ≥ 0; 0 looks into the distance.
 * @param weight       0 leaves the eyes untouched, 1 turns them fully. [0, 1].
 * @returns            Angle between the direction and where the eyes look at weight 1, radians, ≥ 0.
 */
export function aimEyes(
  rotations: Float32Array,
  offset: number,
  yaw: number,
  pitch: number,
  convergence: number,
  weight: number,
): number {
  setDirection(ahead, yaw, pitch)
  chainRotation(frame, rotations, offset, CHAIN)
  conjugate(frame, 0, frame, 0)
  rotateVector(gaze, 0, frame, 0, ahead, 0)
  const side = clamp(yawOf(gaze), -EYES.yaw, EYES.yaw)
  const down = clamp(pitchOf(gaze), -EYES.up, EYES.down)
  turnEye(rotations, offset + LEFT_EYE * 4, Math.max(-EYES.yaw, side - convergence), down, weight)
  turnEye(rotations, offset + RIGHT_EYE * 4, Math.min(EYES.yaw, side + convergence), down, weight)
  setDirection(ahead, side, down)
  const apart = distanceVec3(ahead, 0, gaze, 0) / 2
  return 2 * atan2(apart, Math.sqrt(Math.max(0, 1 - apart * apart)))
}

/**
 * Angle by which each eye turns inward to meet the other. Radians, ≥ 0.
 *
 * @param distance  Of what is looked at, metres. Nearer than {@link NEAREST} the eyes cross no further.
 */
export function convergence(rest: RestPose, distance: number): number {
  const apart = distanceVec3(rest.offsets, LEFT_EYE * 3, rest.offsets, RIGHT_EYE * 3)
  return atan2(apart / 2, Math.max(NEAREST, distance))
}

/** Where the face points in the actor's space: yaw, then pitch, written at offset 0. */
export function faceOf(out: Floats, rotations: Float32Array, offset: number): void {
  chainRotation(frame, rotations, offset, CHAIN)
  rotateVector(ahead, 0, frame, 0, FORWARD, 0)
  out[0] = yawOf(ahead)
  out[1] = pitchOf(ahead)
}

/** Writes `wanted`, the direction `ahead`, and `faced`, that of the face, as seen from the chest. */
function measureHead(rotations: Float32Array, offset: number): void {
  chainRotation(frame, rotations, offset, TRUNK)
  conjugate(frame, 0, frame, 0)
  rotateVector(gaze, 0, frame, 0, ahead, 0)
  wanted[0] = yawOf(gaze)
  wanted[1] = pitchOf(gaze)
  multiply(frame, 0, rotations, offset + NECK * 4, rotations, offset + HEAD * 4)
  rotateVector(gaze, 0, frame, 0, FORWARD, 0)
  faced[0] = yawOf(gaze)
  faced[1] = pitchOf(gaze)
}

/** The part of a turn that keeps an angle within its reach. An angle beyond it already is not brought back. */
const reachable = (turn: number, angle: number, before: number, after: number): number =>
  clamp(turn, Math.min(0, -before - angle), Math.max(0, after - angle))

/** Turns each bone of the trunk by its third. */
/** What is left of a turn beyond the reach of neck and head; the chest joins in a little before, so that it never jerks. */
const overflow = (turn: number, angle: number, before: number, after: number): number =>
  beyond(turn - Math.max(0, after - angle)) - beyond(-turn - Math.max(0, before + angle))

/** How far an angle is beyond 0, rounded off within {@link JOINS_IN} to either side. */
function beyond(angle: number): number {
  if (angle <= -JOINS_IN) return 0
  return angle >= JOINS_IN ? angle : ((angle + JOINS_IN) * (angle + JOINS_IN)) / (4 * JOINS_IN)
}

function turnTrunk(rotations: Float32Array, offset: number, yaw: number, pitch: number): void {
  if (yaw === 0 && pitch === 0) return
  fromEuler(turn, 0, yaw / TURNING.length, pitch / TURNING.length, 0)
  for (const bone of TURNING) multiply(rotations, offset + bone * 4, turn, 0, rotations, offset + bone * 4)
}

/** Turns the face by angles seen from the chest, from where `faced` says it points. The neck makes the first part of the way. */
function turnHead(rotations: Float32Array, offset: number, yaw: number, pitch: number): void {
  const neck = offset + NECK * 4
  const head = offset + HEAD * 4
  const neckYaw = yaw * GAZE_REACH.neckShare
  const neckPitch = pitch * GAZE_REACH.neckShare
  turnKeepingRoll(faced[0]!, neckYaw, neckPitch)
  multiply(rotations, neck, turn, 0, rotations, neck)
  turnKeepingRoll(faced[0]! + neckYaw, yaw - neckYaw, pitch - neckPitch)
  // The head's turn is told in the chest's frame; its rotation lives in the neck's.
  conjugate(back, 0, rotations, neck)
  multiply(turn, 0, turn, 0, rotations, neck)
  multiply(turn, 0, back, 0, turn, 0)
  multiply(rotations, head, turn, 0, rotations, head)
}

/** turn = the rotation that takes a face at `from` yaw further by yaw and pitch and no roll. */
function turnKeepingRoll(from: number, yaw: number, pitch: number): void {
  fromEuler(turn, 0, from + yaw, pitch, 0)
  fromEuler(back, 0, -from, 0, 0)
  multiply(turn, 0, turn, 0, back, 0)
}

function turnEye(rotations: Float32Array, at: number, yaw: number, pitch: number, weight: number): void {
  fromEuler(turn, 0, yaw, pitch, 0)
  slerp(rotations, at, rotations, at, turn, 0, weight)
}

/** Writes `eyes`, the point between them in the actor's space. */
function placeEyes(
  rotations: Float32Array,
  offset: number,
  hips: Float32Array,
  hipsOffset: number,
  rest: RestPose,
): void {
  placeHead(eyes, rotations, offset, hips, hipsOffset, rest)
  lerpVec3(arm, 0, rest.offsets, LEFT_EYE * 3, rest.offsets, RIGHT_EYE * 3, 0.5)
  rotateVector(arm, 0, frame, 0, arm, 0)
  addVec3(eyes, 0, eyes, 0, arm, 0)
}

/**
 * Finds where the head sits on the neck, wherever posture and motion have put it.
 *
 * @param out  In the actor's space, metres, at offset 0. Written.
 */
export function placeHead(
  out: Float64Array,
  rotations: Float32Array,
  offset: number,
  hips: Float32Array,
  hipsOffset: number,
  rest: RestPose,
): void {
  addVec3(out, 0, rest.offsets, 0, hips, hipsOffset)
  setIdentity(frame, 0)
  for (let link = 0; link < CHAIN.length; link++) {
    multiply(frame, 0, frame, 0, rotations, offset + CHAIN[link]! * 4)
    const next = CHAIN[link + 1]
    if (next === undefined) return
    copyVec3(arm, 0, rest.offsets, next * 3)
    rotateVector(arm, 0, frame, 0, arm, 0)
    addVec3(out, 0, out, 0, arm, 0)
  }
}

/** out = the rotation of the last bone of a chain in the actor's space. */
function chainRotation(out: Float64Array, rotations: Float32Array, offset: number, chain: readonly number[]): void {
  setIdentity(out, 0)
  for (const bone of chain) multiply(out, 0, out, 0, rotations, offset + bone * 4)
}

function setDirection(out: Float64Array, yaw: number, pitch: number): void {
  const level = cos(pitch)
  out[0] = sin(yaw) * level
  out[1] = -sin(pitch)
  out[2] = cos(yaw) * level
}

const yawOf = (v: Float64Array): number => atan2(v[0]!, v[2]!)
const pitchOf = (v: Float64Array): number => atan2(-v[1]!, hypot2(v[0]!, v[2]!))

function inRadians(reach: Reach): Reach {
  return { yaw: radians(reach.yaw), up: radians(reach.up), down: radians(reach.down) }
}
