import { TICK_RATE } from '../../core/clock.ts'
import { ACTING_STATES } from '../../plan/acting.ts'
import type { World } from '../world.ts'

/** Time in which one state of acting gives way to another, seconds. */
const FADE_SECONDS = 0.4
/** An actor counts as speaking from this long before the first sound, seconds: the breath is drawn. */
const SPEAKING_LEAD = 0.25

const SPEAKING = ACTING_STATES.indexOf('speaking')
const STEP = 1 / (FADE_SECONDS * TICK_RATE)
const LEAD_TICKS = SPEAKING_LEAD * TICK_RATE

/** Moves each actor's state weights towards what the actor does: speaking while a line sounds, else what was asked for. */
export function fadeActing(world: World): void {
  const { Acting } = world.components
  const count = ACTING_STATES.length
  for (const e of world.lists.actors) {
    const state = isSpeaking(world, e) ? SPEAKING : Acting.state[e]!
    for (let s = 0; s < count; s++) {
      const at = e * count + s
      const goal = s === state ? 1 : 0
      const gap = goal - Acting.weights[at]!
      Acting.weights[at] = gap > STEP ? Acting.weights[at]! + STEP : gap < -STEP ? Acting.weights[at]! - STEP : goal
    }
  }
}

function isSpeaking(world: World, e: number): boolean {
  const { tick } = world
  for (const cue of world.components.Timeline.lines[e]!) {
    if (tick >= cue.start - LEAD_TICKS && tick < cue.end && tick < cue.released) return true
  }
  return false
}
