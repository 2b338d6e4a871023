import { LIFE_SIGNALS } from '../plan/signals.ts'
import type { World } from './world.ts'

/**
 * Lets small motions go on from where they are to where another manner, culture or stillness would have them by now. One who
 * has just come has nothing to go on from.
 */
export function setOutLife(world: World, e: number): void {
  const { Actor, Life } = world.components
  if (Actor.since[e] === world.tick) return
  const row = e * LIFE_SIGNALS.length
  Life.from.set(Life.idle.subarray(row, row + LIFE_SIGNALS.length), row)
  Life.since[e] = world.tick
}
