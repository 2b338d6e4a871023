import { hypot2 } from '../../../core/math/ops.ts'
import { boneIndex } from '../../../rig/bones.ts'
import type { Observation } from '../observe.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** How far what stands on the floor may move, metres. */
const SLIDE_LIMIT = 0.005
/** A joint this near its lowest stands, metres. */
const ON_FLOOR = 0.004

/** What may stand, and what must be down for it: an ankle goes along while its foot rolls on the heel. */
const JOINTS = (['left', 'right'] as const).flatMap((side) => {
  const [ankle, toes] = [boneIndex(`${side}Foot`), boneIndex(`${side}Toes`)]
  return [
    { joint: ankle, down: [ankle, toes] },
    { joint: toes, down: [toes] },
  ]
})

/** Where a joint has stood since it came down. */
type Stand = { x: number; z: number }

export const footSlide = defineRule({
  name: 'foot-slide',
  description: 'A foot that stands moves by no more than 5 mm.',
  watch(tell) {
    const stands: (Stand | undefined)[] = JOINTS.map(() => undefined)
    const spans = createSpans(
      { limit: SLIDE_LIMIT, say: (worst) => `a standing foot slides by ${(worst * 1000).toFixed(1)} mm` },
      tell,
    )
    return {
      see(observation) {
        let slide = 0
        for (const [i, { joint, down }] of JOINTS.entries()) {
          const isStanding = !observation.jumped && down.every((one) => isDown(observation, one))
          const stand = isStanding ? (stands[i] ?? standOf(observation, joint)) : undefined
          stands[i] = stand
          if (stand !== undefined) slide = Math.max(slide, distanceFrom(stand, observation, joint))
        }
        spans.see(observation.tick, slide)
      },
      end() {
        spans.end()
        return { 'foot slide, mm': spans.worst() * 1000 }
      },
    }
  },
})

/** At rest the feet stand flat. */
const isDown = ({ placed, wearable }: Observation, joint: number): boolean =>
  placed.positions[joint * 3 + 1]! < wearable.rest.positions[joint * 3 + 1]! + ON_FLOOR

const standOf = ({ standing }: Observation, joint: number): Stand => ({
  x: standing[joint * 3]!,
  z: standing[joint * 3 + 2]!,
})

const distanceFrom = ({ x, z }: Stand, { standing }: Observation, joint: number): number =>
  hypot2(standing[joint * 3]! - x, standing[joint * 3 + 2]! - z)
