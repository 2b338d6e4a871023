import type { ActingState } from '../plan/acting.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'
import { type LintReport, lintPerformance } from './lint/lint-performance.ts'
import { defineRule } from './lint/rule.ts'
import { RULES } from './lint/rules/index.ts'
import type { Stage } from './stage.ts'

const AWAY = LIFE_SIGNALS.indexOf('gazeAway')

/** What somebody does who is asked nothing. */
export type Waiting = LintReport & {
  /** The self-adaptors it made, in order. */
  readonly adaptors: readonly string[]
  /** Share of the time that the eyes rested on the other. */
  readonly gaze: number
  readonly blinks: number
}

/** Watches the first actor of a stage wait, listen or think, with every rule of the lint. */
export function watchWaiting(stage: Stage, state: Exclude<ActingState, 'speaking'>, minutes: number): Waiting {
  const adaptors = new Map<string, string>()
  let ticks = 0
  let away = 0
  const watch = defineRule({
    name: 'waiting',
    description: '',
    watch: () => ({
      see({ gestures, signals }) {
        ticks++
        if (signals[AWAY]! > 0) away++
        for (const { id, gesture } of gestures)
          if (gesture.means.includes('self-adaptor')) adaptors.set(id, gesture.name)
      },
      end: () => ({}),
    }),
  })
  stage.run('act', { actor: 'ana', state })
  const report = lintPerformance(stage, { ticks: minutes * 3600, rules: [...RULES, watch] })
  const blinks = report.measures.get('ana')![`blinks a minute, ${state}`]!
  return { ...report, adaptors: [...adaptors.values()], gaze: 1 - away / ticks, blinks }
}
