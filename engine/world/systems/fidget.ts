import { TICK_RATE } from '../../core/clock.ts'
import { ACTING_STATES } from '../../plan/acting.ts'
import { changeAt, REPOSE_PACE } from '../../plan/life/changes.ts'
import { selfAdaptorAt } from '../../plan/life/self-adaptors.ts'
import { mannerOf, stillnessOf } from '../manner.ts'
import { takeRepose } from '../repose.ts'
import { dropSelfAdaptors, startSelfAdaptor } from '../self-adaptors.ts'
import type { World } from '../world.ts'

/** Who has just come stands as the manner has it most readily, for so long at least. Ticks. */
const ARRIVING = 5 * TICK_RATE
const IDLE = ACTING_STATES.indexOf('idle')

/**
 * Lets the hands of those who wait find something to do now and then, and leaves it as soon as they no longer wait. Once a
 * second chance is asked for that, and whether arms rest otherwise.
 */
export function fidget(world: World): void {
  for (const e of world.lists.actors) {
    const waits = isWaiting(world, e)
    if (!waits) dropSelfAdaptors(world, e)
    if (world.tick % TICK_RATE !== 0 || !hasFreeHands(world, e)) continue
    changeRepose(world, e)
    if (waits) begin(world, e)
  }
}

function isWaiting({ components, tick }: World, e: number): boolean {
  const { Acting, Footing, Life, Timeline } = components
  const prepares = Acting.prepared[e]! > tick - TICK_RATE
  const isOnTheWay = Footing.walk[e] !== undefined || (Footing.seated[e]?.moves.length ?? 0) > 0
  const isLeftAlone = Acting.shown[e] === IDLE && !prepares && Timeline.holds[e]!.length === 0
  return isLeftAlone && !isOnTheWay && Life.stillness[e]! < 1
}

function hasFreeHands({ components, tick }: World, e: number): boolean {
  const { gestures, clips, holds } = components.Timeline
  if (tick - components.Actor.since[e]! < ARRIVING) return false
  return gestures[e]!.length + clips[e]!.length + holds[e]!.length === 0
}

/** Arms of who stands rest otherwise now and then; who keeps still lets them rest so more seldom. */
function changeRepose(world: World, e: number): void {
  const { Actor, Footing } = world.components
  if (Footing.walk[e] !== undefined || Footing.seated[e] !== undefined) return
  const { reposes } = mannerOf(world, e)
  const change = changeAt(world.seed, `repose/${Actor.id[e]}`, world.tick / TICK_RATE, REPOSE_PACE, reposes)
  if (change !== undefined && change.resolve >= stillnessOf(world, e)) takeRepose(world, e, change.to)
}

/** Hands turn to the own body; the dial of stillness has them do it more seldom. */
function begin(world: World, e: number): void {
  const { Acting, Actor, Life } = world.components
  if (Acting.weights[e * ACTING_STATES.length + IDLE] !== 1) return
  const often = mannerOf(world, e).adaptors * (1 - Life.stillness[e]!)
  const adaptor = selfAdaptorAt(world.seed, Actor.id[e]!, world.tick / TICK_RATE, often)
  if (adaptor !== undefined) startSelfAdaptor(world, e, adaptor)
}
