import { TICK_RATE } from '../../../core/clock.ts'
import { degrees } from '../../../core/math/scalar.ts'
import { type BoneName, boneIndex } from '../../../rig/bones.ts'
import { angleBetween } from '../observe.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** What always moves a little, by how much, and for how long it may not, seconds. Breath: 12–20 a minute. */
const MOVING: readonly {
  readonly what: string
  readonly bone: BoneName
  readonly degrees: number
  readonly seconds: number
}[] = [
  { what: 'the chest', bone: 'upperChest', degrees: 0.05, seconds: 2.5 },
  { what: 'the head', bone: 'head', degrees: 0.05, seconds: 3 },
  { what: 'the eyes', bone: 'leftEye', degrees: 0.1, seconds: 4 },
]

export const frozen = defineRule({
  name: 'frozen',
  description: 'Chest, head and eyes never stand still: for 2.5, 3 and 4 s at most.',
  watch(tell) {
    const channels = MOVING.map(({ what, bone, degrees: least, seconds }) => {
      const at = boneIndex(bone) * 4
      const last = new Float32Array(4)
      const spans = createSpans(
        {
          limit: seconds,
          say: (worst) => `${what} stand${what === 'the eyes' ? '' : 's'} still for ${worst.toFixed(1)} s`,
        },
        tell,
      )
      return { what, at, least, last, spans, moved: -1 }
    })
    return {
      see({ tick, rotations }) {
        for (const channel of channels) {
          const { at, last, least, spans } = channel
          const here = rotations.subarray(at, at + 4)
          if (channel.moved < 0 || degrees(angleBetween(last, here, 0)) > least) {
            last.set(here)
            channel.moved = tick
          }
          spans.see(tick, (tick - channel.moved) / TICK_RATE)
        }
      },
      end() {
        for (const { spans } of channels) spans.end()
        return Object.fromEntries(channels.map(({ what, spans }) => [`${what} still at longest, s`, spans.worst()]))
      },
    }
  },
})
