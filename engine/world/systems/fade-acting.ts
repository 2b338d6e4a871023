import { TICK_RATE, tickAt } from '../../core/clock.ts'
import { ACTING_STATES, type ActingEvent, transitionSeconds } from '../../plan/acting.ts'
import type { World } from '../world.ts'

/** An actor counts as speaking from this long before the first sound, seconds: the breath is drawn. */
const SPEAKING_LEAD = 0.25

const SPEAKING = ACTING_STATES.indexOf('speaking')
const COUNT = ACTING_STATES.length
const LEAD_TICKS = SPEAKING_LEAD * TICK_RATE

/**
 * Moves each actor's state weights towards what the actor does: speaking while a line sounds, else what was asked for. Each
 * change takes the time that its transition says, from wherever the one before it has got to.
 */
export function fadeActing(world: World): void {
  const { Acting } = world.components
  for (const e of world.lists.actors) {
    const state = isSpeaking(world, e) ? SPEAKING : Acting.state[e]!
    if (state !== Acting.shown[e]) change(world, e, state)
    const left = Math.max(1, Acting.until[e]! - world.tick)
    for (let s = 0; s < COUNT; s++) {
      const at = e * COUNT + s
      const goal = s === state ? 1 : 0
      Acting.weights[at] = left === 1 ? goal : Acting.weights[at]! + (goal - Acting.weights[at]!) / left
    }
  }
}

/** Sets out for another state. */
function change(world: World, e: number, state: number): void {
  const { Acting } = world.components
  const before = Acting.shown[e]!
  const seconds = transitionSeconds(eventOf(world, e, before, state), ACTING_STATES[before]!, ACTING_STATES[state]!)
  Acting.shown[e] = state
  Acting.until[e] = world.tick + tickAt(seconds)
}

function eventOf(world: World, e: number, before: number, state: number): ActingEvent {
  if (state === SPEAKING) return 'lineBegins'
  if (before !== SPEAKING) return 'asked'
  return world.components.Timeline.lines[e]!.some(({ released }) => released <= world.tick) ? 'interrupted' : 'lineEnds'
}

function isSpeaking(world: World, e: number): boolean {
  const { tick } = world
  for (const cue of world.components.Timeline.lines[e]!) {
    if (tick >= cue.start - LEAD_TICKS && tick < cue.end && tick < cue.released) return true
  }
  return false
}
