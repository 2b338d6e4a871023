import { lintPerformance } from './api/lint/lint-performance.ts'
import { handInBody } from './api/lint/rules/hand-in-body.ts'
import { motionLimit } from './api/lint/rules/motion-limit.ts'
import { createStage } from './api/stage.ts'
import type { Catalogue } from './world/world.ts'

/** When the stroke lands: later than any preparation is long. Seconds. */
const STROKE_AT = 1.6
/** Until hands hang again after the longest gesture. Ticks. */
const WATCHED = 330

/** Plays a gesture alone, as large as it gets, and says what the hands do that hands do not do. */
export function lintGesture(catalogue: Catalogue, gesture: string, avatar: string): string[] {
  const stage = createStage({ catalogue, seed: 1 })
  stage.spawnActor({ id: 'ana', avatar }).gesture(gesture, { strokeAt: STROKE_AT, intensity: 1 })
  const { findings } = lintPerformance(stage, { ticks: WATCHED, rules: [handInBody, motionLimit] })
  return findings.map(({ text, from }) => `${text}, ${(from / 60 - STROKE_AT).toFixed(2)} s from the stroke`)
}
