/** Joints and shapes that follow from the humanoid pose alone: elbows, wrists and fingers that keep their volume. */
import { atan2 } from '../core/math/ops.ts'
import { multiply, scaleRotation, splitSwingTwist } from '../core/math/quat.ts'
import { clamp01 } from '../core/math/scalar.ts'
import { normalizeVec3 } from '../core/math/vec3.ts'
import { boneIndex } from '../rig/bones.ts'
import type { Corrective, Helper } from '../rig/rig.ts'

/** Helpers of a rig as the kernel reads them: a row each, in the rig's order. */
export type HelperRows = {
  readonly count: number
  /** Source bones, as indices of a pose. */
  readonly sources: Int32Array
  /** Unit twist axes, 3 a row. */
  readonly axes: Float64Array
  /** Shares of swing and of twist, 2 a row. */
  readonly shares: Float64Array
}

/** Correctives of a rig as the kernel reads them: a row each, in the rig's order. */
export type CorrectiveRows = {
  readonly count: number
  /** Source bones of every row, one after the other; row i has those from `starts[i]` up to `starts[i + 1]`. */
  readonly sources: Int32Array
  readonly starts: Int32Array
  /** Unit flexion axes, 3 a row. */
  readonly axes: Float64Array
  /** Where the weight begins and where it is whole, 2 a row. Radians. */
  readonly ranges: Float64Array
}

const axis = new Float64Array(3)
const swing = new Float64Array(4)
const twist = new Float64Array(4)

/** Lays helpers out for {@link deriveHelpers}. */
export function compileHelpers(helpers: readonly Helper[]): HelperRows {
  return {
    count: helpers.length,
    sources: Int32Array.from(helpers, ({ source }) => boneIndex(source)),
    axes: unitAxes(helpers),
    shares: Float64Array.from(helpers.flatMap(({ swing, twist }) => [swing, twist])),
  }
}

/** Lays correctives out for {@link deriveCorrectives}. */
export function compileCorrectives(correctives: readonly Corrective[]): CorrectiveRows {
  const starts = new Int32Array(correctives.length + 1)
  correctives.forEach(({ sources }, row) => {
    starts[row + 1] = starts[row]! + sources.length
  })
  return {
    count: correctives.length,
    sources: Int32Array.from(correctives.flatMap(({ sources }) => sources.map(boneIndex))),
    starts,
    axes: unitAxes(correctives),
    ranges: Float64Array.from(correctives.flatMap(({ from, to }) => [from, to])),
  }
}

/**
 * Turns helper joints by their share of their bone's swing and twist.
 *
 * rotation = slerp(1, swing, share) · slerp(1, twist, share), where swing · twist is the bone's rotation.
 *
 * @param out        Rotations of the helpers, 4 a row, unit quaternions (x, y, z, w). Written from its start.
 * @param helpers    Of the actor's rig.
 * @param rotations  Pose rows, BONE_COUNT × 4 per actor.
 * @param offset     First float of the actor's row.
 */
export function deriveHelpers(out: Float32Array, helpers: HelperRows, rotations: Float32Array, offset: number): void {
  const { count, sources, axes, shares } = helpers
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < 3; i++) axis[i] = axes[row * 3 + i]!
    splitSwingTwist(swing, twist, rotations, offset + sources[row]! * 4, axis)
    scaleRotation(swing, 0, swing, 0, shares[row * 2]!)
    scaleRotation(twist, 0, twist, 0, shares[row * 2 + 1]!)
    multiply(out, row * 4, swing, 0, twist, 0)
  }
}

/**
 * Weighs corrective shapes by the bends of their bones.
 *
 * weight = (sum of the bones' turns about the axis − from) / (to − from), within [0, 1].
 *
 * @param out          Weights, one a row. Written from its start.
 * @param correctives  Of the actor's rig. Other parameters as for {@link deriveHelpers}.
 */
export function deriveCorrectives(
  out: Float32Array,
  correctives: CorrectiveRows,
  rotations: Float32Array,
  offset: number,
): void {
  const { count, sources, starts, axes, ranges } = correctives
  for (let row = 0; row < count; row++) {
    let bend = 0
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      bend += turnAbout(axes, row * 3, rotations, offset + sources[i]! * 4)
    }
    const from = ranges[row * 2]!
    out[row] = clamp01((bend - from) / (ranges[row * 2 + 1]! - from))
  }
}

/** Signed angle of a rotation's twist about an axis. Radians, [−π, π]. */
function turnAbout(axes: Float64Array, at: number, rotations: Float32Array, q: number): number {
  const along = rotations[q]! * axes[at]! + rotations[q + 1]! * axes[at + 1]! + rotations[q + 2]! * axes[at + 2]!
  const w = rotations[q + 3]!
  return 2 * atan2(w < 0 ? -along : along, Math.abs(w))
}

function unitAxes(rows: readonly { readonly axis: readonly number[] }[]): Float64Array {
  const axes = Float64Array.from(rows.flatMap(({ axis }) => axis))
  for (let at = 0; at < axes.length; at += 3) normalizeVec3(axes, at, axes, at)
  return axes
}
