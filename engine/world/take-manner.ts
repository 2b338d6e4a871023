import type { Mannerisms } from '../plan/mannerisms.ts'
import { rescaleExpressions } from './expressions.ts'
import { setOutLife } from './life.ts'
import { type MannerAsked, mixManner } from './manner.ts'
import { leavePosture } from './posture.ts'
import { takeOwnRepose } from './repose.ts'
import { takeOwnStance } from './walk.ts'
import type { World } from './world.ts'

/** Gives an actor a manner, or one between two. */
export function setManner(world: World, e: number, { first, second, share }: MannerAsked): void {
  const { Manner } = world.components
  leave(world, e)
  Manner.first[e] = first
  Manner.second[e] = second
  Manner.share[e] = share
  arrive(world, e)
  takeOwnRepose(world, e)
  takeOwnStance(world, e)
}

/** Puts an actor at home in a culture: its manner stays, by that culture's measure. */
export function setCulture(world: World, e: number, culture: string): void {
  leave(world, e)
  world.components.Manner.culture[e] = culture
  arrive(world, e)
}

/** Gives an actor habits of its own, instead of those it had. */
export function setMannerisms(world: World, e: number, mannerisms: Mannerisms): void {
  leave(world, e)
  world.components.Manner.own[e] = mannerisms
  arrive(world, e)
}

/** What is on already sets out from where it is. One who has just come has nothing to set out from. */
function leave(world: World, e: number): void {
  if (world.components.Manner.mixed[e] !== undefined) leavePosture(world, e)
}

function arrive(world: World, e: number): void {
  mixManner(world, e)
  setOutLife(world, e)
  rescaleExpressions(world, e)
}
