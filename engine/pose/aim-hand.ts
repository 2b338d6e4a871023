import { atan2, cos, sin } from '../core/math/ops.ts'
import { fromTo, rotateVector, slerp } from '../core/math/quat.ts'
import { clamp } from '../core/math/scalar.ts'
import { addVec3, normalizeVec3, setVec3, subtractVec3 } from '../core/math/vec3.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import type { PlacedBones } from './forward.ts'
import type { ReachingArm } from './hand-reach.ts'

/**
 * Directions in which an arm points, radians in the actor's space: outward and across the body, up and down. Shoulders
 * reach further, but nobody points there without turning.
 */
const OUTWARD = 1.75
const ACROSS = 0.6
const UP = 1.2
const DOWN = 1.1

const IDENTITY = [0, 0, 0, 1]
const HEAD = boneIndex('head')

const direction = new Float64Array(3)
const finger = new Float64Array(3)
const tip = new Float64Array(3)

const KNUCKLES: Readonly<Record<number, number>> = Object.fromEntries(
  (['left', 'right'] as const).map((side) => [
    boneIndex(`${side}Hand` as BoneName),
    boneIndex(`${side}IndexProximal` as BoneName),
  ]),
)

/**
 * Aims an index finger at a point: its tip comes to lie on the line from the eyes to the point, and the finger points
 * along that line.
 *
 * What lies further aside or behind than an arm points is pointed at as far as it goes.
 *
 * @param moved   How far the hand is moved, metres in the actor's space, at offset `at`. Written in place.
 * @param turn    How the hand is turned about its wrist, a unit quaternion in the actor's space. Written.
 * @param placed  Bones of the pose.
 * @param target  In the actor's space, metres.
 * @param reach   Share of its length to which the arm is stretched, (0, 1].
 * @param weight  0 leaves the hand untouched, 1 aims fully. [0, 1].
 */
export function aimHand(
  moved: Float64Array,
  at: number,
  turn: Float64Array,
  arm: ReachingArm,
  placed: PlacedBones,
  target: ArrayLike<number>,
  reach: number,
  weight: number,
): void {
  const { positions } = placed
  subtractVec3(direction, 0, target, 0, positions, HEAD * 3)
  limitDirection(arm.hinge[1] < 0 ? 1 : -1)
  const knuckle = KNUCKLES[arm.end]!
  const { bone, from } = arm.parts.index
  rotateVector(tip, 0, placed.rotations, bone * 4, from, 0)
  addVec3(tip, 0, tip, 0, positions, bone * 3)
  subtractVec3(finger, 0, tip, 0, positions, knuckle * 3)
  normalizeVec3(finger, 0, finger, 0)
  fromTo(turn, 0, finger, 0, direction, 0)
  slerp(turn, 0, IDENTITY, 0, turn, 0, weight)
  for (let k = 0; k < 3; k++) {
    // The arm reaches from its own shoulder; far away that and the line from the eyes are one.
    const wanted = positions[arm.upper * 3 + k]! + direction[k]! * arm.length * reach
    moved[at + k] = moved[at + k]! * (1 - weight) + (wanted - positions[arm.end * 3 + k]!) * weight
  }
}

/** direction = where the arm of a side points at most. */
function limitDirection(side: number): void {
  const yaw = atan2(direction[0]!, direction[2]!) * side
  const level = Math.sqrt(direction[0]! * direction[0]! + direction[2]! * direction[2]!)
  const pitch = clamp(atan2(direction[1]!, level), -DOWN, UP)
  // What is behind on the other side is nearer by way of the back: the arm stays on its own side.
  const limited = yaw < -Math.PI / 2 - ACROSS ? OUTWARD : clamp(yaw, -ACROSS, OUTWARD)
  setVec3(direction, 0, sin(limited) * side * cos(pitch), sin(pitch), cos(limited) * cos(pitch))
}
