import { TICK_RATE } from '../../../core/clock.ts'
import type { ActingState } from '../../../plan/acting.ts'
import { BLINKS_PER_MINUTE } from '../../../plan/life/blinks.ts'
import { faceChannel } from '../../../rig/blendshapes.ts'
import { defineRule } from '../rule.ts'

/** Less than this says nothing of a rate, seconds. */
const LEAST_SECONDS = 60
/** How far a rate may lie from the state's, as a share, and what chance adds: deviations of a count. */
const SHARE = 0.2
const DEVIATIONS = 2
/** Between these two a lid is on its way. */
const [OPEN, SHUT] = [0.3, 0.7]

const LID = faceChannel('eyeBlinkLeft')

export const blinkRate = defineRule({
  name: 'blink-rate',
  description:
    'Over a minute or more of one state, blinks are within a fifth of what state and manner have, and what chance adds.',
  watch(tell) {
    const counts = new Map<ActingState, { ticks: number; blinks: number; expected: number; from: number; to: number }>()
    let isShut = false
    return {
      see({ tick, state, face, blinks }) {
        const count = counts.get(state) ?? { ticks: 0, blinks: 0, expected: 0, from: tick, to: tick }
        counts.set(state, count)
        count.ticks++
        count.expected += (BLINKS_PER_MINUTE[state] * blinks) / (60 * TICK_RATE)
        count.to = tick
        if (!isShut && face[LID]! > SHUT) {
          isShut = true
          count.blinks++
        } else if (face[LID]! < OPEN) isShut = false
      },
      end() {
        const measures: Record<string, number> = {}
        for (const [state, { ticks, blinks, expected, from, to }] of counts) {
          const minutes = ticks / TICK_RATE / 60
          if (minutes * 60 < LEAST_SECONDS) continue
          measures[`blinks a minute, ${state}`] = blinks / minutes
          const limit = SHARE * expected + DEVIATIONS * Math.sqrt(expected)
          const off = Math.abs(blinks - expected)
          if (off <= limit) continue
          const rate = (blinks / minutes).toFixed(0)
          tell({
            from,
            to,
            value: off,
            limit,
            text: `${rate} blinks a minute while ${state}; this manner has ${(expected / minutes).toFixed(0)}`,
          })
        }
        return measures
      },
    }
  },
})
