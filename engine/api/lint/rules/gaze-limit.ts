import { toEuler } from '../../../core/math/quat.ts'
import { degrees } from '../../../core/math/scalar.ts'
import { boneIndex } from '../../../rig/bones.ts'
import { GAZE_REACH } from '../../../rig/limits.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** Degrees by which an eye may pass its reach: it converges on what is near. */
const SLACK = 4

const EYES = [boneIndex('leftEye') * 4, boneIndex('rightEye') * 4]
const angles = new Float64Array(3)

export const gazeLimit = defineRule({
  name: 'gaze-limit',
  description: 'Eyes turn no further than they reach: 35° aside, 22° up, 36° down.',
  watch(tell) {
    const spans = createSpans(
      { limit: SLACK, say: (worst) => `an eye turns ${worst.toFixed(1)}° further than eyes do` },
      tell,
    )
    return {
      see: ({ tick, rotations }) => spans.see(tick, Math.max(...EYES.map((at) => beyond(rotations, at)))),
      end() {
        spans.end()
        return { 'eyes beyond their reach, degrees': spans.worst() }
      },
    }
  },
})

/** Degrees that an eye is turned beyond its reach. */
function beyond(rotations: Float32Array, at: number): number {
  toEuler(angles, 0, rotations, at)
  const [yaw, pitch] = [degrees(Math.abs(angles[0]!)), degrees(angles[1]!)]
  const { eyes } = GAZE_REACH
  return Math.max(0, yaw - eyes.yaw, -pitch - eyes.up, pitch - eyes.down)
}
