import { TICK_RATE } from '../../core/clock.ts'
import { ACTING_STATES } from '../../plan/acting.ts'
import { selfAdaptorAt } from '../../plan/life/self-adaptors.ts'
import { mannerOf } from '../manner.ts'
import { dropSelfAdaptors, startSelfAdaptor } from '../self-adaptors.ts'
import type { World } from '../world.ts'

const IDLE = ACTING_STATES.indexOf('idle')

/** Lets the hands of those who wait find something to do now and then, and leaves it as soon as they no longer wait. */
export function fidget(world: World): void {
  for (const e of world.lists.actors) {
    if (!isWaiting(world, e)) dropSelfAdaptors(world, e)
    else if (world.tick % TICK_RATE === 0) begin(world, e)
  }
}

function isWaiting({ components, tick }: World, e: number): boolean {
  const { Acting, Footing, Life } = components
  const prepares = Acting.prepared[e]! > tick - TICK_RATE
  const isOnTheWay = Footing.walk[e] !== undefined || (Footing.seated[e]?.moves.length ?? 0) > 0
  return Acting.shown[e] === IDLE && !isOnTheWay && Life.stillness[e]! < 1 && !prepares
}

/** Looks once a second whether chance has the hands do something; the dial of stillness has them do it more seldom. */
function begin(world: World, e: number): void {
  const { Acting, Actor, Life, Timeline } = world.components
  const isFree = Acting.weights[e * ACTING_STATES.length + IDLE] === 1
  if (!isFree || Timeline.gestures[e]!.length > 0 || Timeline.clips[e]!.length > 0) return
  const often = mannerOf(world, e).adaptors * (1 - Life.stillness[e]!)
  const adaptor = selfAdaptorAt(world.seed, Actor.id[e]!, world.tick / TICK_RATE, often)
  if (adaptor !== undefined) startSelfAdaptor(world, e, adaptor)
}
