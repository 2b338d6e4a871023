import { multiply, scaleRotation, splitSwingTwist } from '../core/math/quat.ts'
import { boneIndex } from '../rig/bones.ts'
import type { Corrective, Helper } from '../rig/rig.ts'

const swing = new Float64Array(4)
const twist = new Float64Array(4)

/** Rotations of a rig's helper joints, four floats each, from a pose. See {@link Helper} for the rule. */
export function deriveHelpers(out: Float32Array, helpers: readonly Helper[], rotations: Float32Array): void {
  helpers.forEach((helper, index) => {
    splitSwingTwist(swing, twist, rotations, boneIndex(helper.source) * 4, helper.axis)
    scaleRotation(swing, 0, swing, 0, helper.swing)
    scaleRotation(twist, 0, twist, 0, helper.twist)
    multiply(out, index * 4, swing, 0, twist, 0)
  })
}

/** Weight of a shape that follows bends, [0, 1]. See {@link Corrective} for the rule. */
export function correctiveWeight(corrective: Corrective, rotations: Float32Array): number {
  const [x, y, z] = corrective.axis
  let bend = 0
  for (const source of corrective.sources) {
    splitSwingTwist(swing, twist, rotations, boneIndex(source) * 4, corrective.axis)
    bend += 2 * Math.atan2(twist[0]! * x + twist[1]! * y + twist[2]! * z, twist[3]!)
  }
  return Math.min(1, Math.max(0, (bend - corrective.from) / (corrective.to - corrective.from)))
}
