import { boneIndex } from '../../../rig/bones.ts'
import type { Observation } from '../observe.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** How far soles may hang above the floor or sink into it, metres. */
const OFF_LIMIT = 0.005
/** A hop is shorter than this, ticks. */
const LEAST_TICKS = 20

const FEET = (['left', 'right'] as const).map((side) => [boneIndex(`${side}Foot`), boneIndex(`${side}Toes`)] as const)

export const feetOnFloor = defineRule({
  name: 'feet-on-floor',
  description: 'Someone stands on the floor, not 5 mm above it, and no foot sinks 5 mm into it.',
  watch(tell) {
    const millimetres = (metres: number) => (metres * 1000).toFixed(1)
    const above = createSpans(
      {
        limit: OFF_LIMIT,
        least: LEAST_TICKS,
        say: (worst) => `both feet hang ${millimetres(worst)} mm above the floor`,
      },
      tell,
    )
    const below = createSpans(
      { limit: OFF_LIMIT, say: (worst) => `a foot sinks ${millimetres(worst)} mm into the floor` },
      tell,
    )
    return {
      see(observation) {
        const heights = FEET.map((joints) => Math.min(...joints.map((joint) => heightOf(observation, joint))))
        above.see(observation.tick, Math.min(...heights))
        below.see(observation.tick, -Math.min(...heights))
      },
      end() {
        above.end()
        below.end()
        return { 'feet above the floor, mm': above.worst() * 1000, 'feet below it, mm': below.worst() * 1000 }
      },
    }
  },
})

/** Of a joint over where it is when the feet stand flat, as they do at rest. */
const heightOf = ({ standing, wearable }: Observation, joint: number): number =>
  standing[joint * 3 + 1]! - wearable.rest.positions[joint * 3 + 1]!
