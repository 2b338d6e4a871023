import { TICK_RATE } from '../../../core/clock.ts'
import type { ActingState } from '../../../plan/acting.ts'
import { LIFE_SIGNALS } from '../../../plan/signals.ts'
import { defineRule } from '../rule.ts'

/**
 * Longer than anybody looks away who talks with someone, and who only waits or thinks, seconds. Source: aversions of thought
 * last 3.5 s: Andrist et al. (2013); those of who waits are our choice.
 */
const LONGEST_AWAY: Readonly<Record<ActingState, number>> = { idle: 12, listening: 6, thinking: 12, speaking: 6 }

/** Stillness makes the signal of a look away smaller than 1, but not this small. */
const LEAST_AWAY = 0.05

const AWAY = LIFE_SIGNALS.indexOf('gazeAway')

export const gazeShare = defineRule({
  name: 'gaze-share',
  description: 'Nobody who talks looks away for more than 6 s, nobody who waits or thinks for more than 12.',
  watch(tell) {
    const ticks = { speaking: 0, watched: 0 }
    let away = 0
    return {
      see({ tick, state, signals, isVisiting }) {
        const isAway = signals[AWAY]! > LEAST_AWAY
        away = isAway ? away + 1 : 0
        const limit = LONGEST_AWAY[state]
        if (away === limit * TICK_RATE) {
          const span = { from: tick - away, to: tick, value: limit, limit }
          tell({ ...span, text: `the eyes stay away for ${limit} s and more` })
        }
        if (state !== 'speaking') return
        ticks.speaking++
        if (!isAway && !isVisiting) ticks.watched++
      },
      end: () => ({
        'speaking, s': ticks.speaking / TICK_RATE,
        'speaking with the eyes on the other, s': ticks.watched / TICK_RATE,
      }),
    }
  },
})
