import { atan2, cos } from '../core/math/ops.ts'
import { fromAxisAngle, multiply, splitSwingTwist } from '../core/math/quat.ts'
import { clamp, radians } from '../core/math/scalar.ts'
import { crossVec3, dotVec3 } from '../core/math/vec3.ts'
import { boneIndex } from '../rig/bones.ts'
import type { JointLimit, Range } from '../rig/limits.ts'

/** Joint limits as the kernel reads them: a row each. */
export type LimitRows = {
  readonly count: number
  /** Indices into a pose. */
  readonly bones: Int32Array
  /** Unit axes of twist, flexion and sway, 9 a row. */
  readonly axes: Float64Array
  /** From and to of twist, flexion and sway, 6 a row. Radians. */
  readonly ranges: Float64Array
  /** A joint whose rotation has at least this for its w is turned by less than any of its ranges allows. */
  readonly free: Float64Array
}

/** Angles may overshoot by this before a joint is touched, so that a pose once limited stays as it is. Radians. */
const SLACK = 1e-5
/** Swings below this have no direction worth dividing by. */
const NO_SWING = 1e-12

const swing = new Float64Array(4)
const twist = new Float64Array(4)
const axis = new Float64Array(3)

/** Lays limits out for {@link limitJoints}. */
export function compileLimits(limits: readonly JointLimit[]): LimitRows {
  const rows = {
    count: limits.length,
    bones: Int32Array.from(limits, ({ bone }) => boneIndex(bone)),
    axes: new Float64Array(limits.length * 9),
    ranges: new Float64Array(limits.length * 6),
    free: Float64Array.from(limits, ({ twist, flexion, sway }) => cos(leastOf([twist, flexion, sway]) / 2)),
  }
  limits.forEach(({ along, bend, ...limit }, row) => {
    rows.axes.set([...along, ...bend], row * 9)
    crossVec3(rows.axes, row * 9 + 6, along, 0, bend, 0)
    rows.ranges.set([limit.twist, limit.flexion, limit.sway].flatMap(inRadians), row * 6)
  })
  return rows
}

/**
 * Brings every joint back within its limits.
 *
 * Each rotation is split into a swing of the bone and a twist about it. The swing is told as two angles, the parts of
 * its axis × angle along the joint's two axes, and each of the three angles goes to the nearer end of its range. A
 * joint within its limits keeps its bits.
 *
 * @param rotations  Pose rows, BONE_COUNT × 4 per actor, local unit quaternions (x, y, z, w). Written in place.
 * @param offset     First float of the actor's row.
 * @param limits     Of the rig.
 * @returns          How many joints were beyond their limits.
 * @source           P. Baerlocher, R. Boulic, "Parametrization and range of motion of the ball-and-socket joint" (2001),
 *                   with a box of swings instead of an ellipse, so that a hinge is a ball with two closed ranges.
 */
export function limitJoints(rotations: Float32Array, offset: number, limits: LimitRows): number {
  let limited = 0
  for (let row = 0; row < limits.count; row++) {
    if (limitJoint(rotations, offset + limits.bones[row]! * 4, limits, row)) limited++
  }
  return limited
}

function limitJoint(rotations: Float32Array, at: number, { axes, ranges, free }: LimitRows, row: number): boolean {
  // No part of a rotation turns further than the whole.
  if (rotations[at + 3]! >= free[row]!) return false
  const first = row * 9
  for (let i = 0; i < 3; i++) axis[i] = axes[first + i]!
  splitSwingTwist(swing, twist, rotations, at, axis)
  const roll = angleAbout(twist, axis, 0)
  const scale = swingAnglePerSine()
  const flexion = dotVec3(swing, 0, axes, first + 3) * scale
  const sway = dotVec3(swing, 0, axes, first + 6) * scale
  const within = row * 6
  const rollLimited = clampToRange(roll, ranges, within)
  const flexionLimited = clampToRange(flexion, ranges, within + 2)
  const swayLimited = clampToRange(sway, ranges, within + 4)
  if (roll === rollLimited && flexion === flexionLimited && sway === swayLimited) return false
  setSwing(axes, first, flexionLimited, swayLimited)
  fromAxisAngle(twist, 0, axis[0]!, axis[1]!, axis[2]!, rollLimited)
  multiply(rotations, at, swing, 0, twist, 0)
  return true
}

/** Angle of the swing over the length of its vector part: what turns that part into axis × angle. Negative where w is. */
function swingAnglePerSine(): number {
  const sine = Math.sqrt(dotVec3(swing, 0, swing, 0))
  if (sine < NO_SWING) return 2
  const sign = swing[3]! < 0 ? -1 : 1
  return (sign * 2 * atan2(sine, Math.abs(swing[3]!))) / sine
}

/** Signed angle of a rotation about an axis. Radians, [−π, π]. */
function angleAbout(rotation: Float64Array, axes: Float64Array, at: number): number {
  const sign = rotation[3]! < 0 ? -1 : 1
  return 2 * atan2(sign * dotVec3(rotation, 0, axes, at), Math.abs(rotation[3]!))
}

/** swing = the rotation whose axis × angle has these parts along the second and third axis of a row. */
function setSwing(axes: Float64Array, first: number, flexion: number, sway: number): void {
  const angle = Math.sqrt(flexion * flexion + sway * sway)
  const f = angle === 0 ? 0 : flexion / angle
  const s = angle === 0 ? 0 : sway / angle
  const x = f * axes[first + 3]! + s * axes[first + 6]!
  const y = f * axes[first + 4]! + s * axes[first + 7]!
  const z = f * axes[first + 5]! + s * axes[first + 8]!
  fromAxisAngle(swing, 0, x, y, z, angle)
}

function clampToRange(angle: number, ranges: Float64Array, at: number): number {
  const limited = clamp(angle, ranges[at]!, ranges[at + 1]!)
  return Math.abs(limited - angle) <= SLACK ? angle : limited
}

const inRadians = ([from, to]: Range): number[] => [radians(from), radians(to)]

/** How far a joint may turn at least, whichever way, radians; 0 where one range does not hold both ways. */
const leastOf = (ranges: readonly Range[]): number =>
  Math.max(0, Math.min(...ranges.flatMap(inRadians).map((end, i) => (i % 2 === 0 ? -end : end))))
