import { EngineError } from '../core/errors.ts'
import { writeBml } from '../direct/markup/write-bml.ts'
import type { Catalogue } from '../world/world.ts'
import { playThrough } from './play-through.ts'
import { stageOfTake, type Take } from './take.ts'

/**
 * What an actor says in a take and does along with it, as BML 1.0.
 *
 * @throws  `api/unknown-actor` where the actor says nothing in it.
 */
export function bmlOfTake(take: Take, catalogue: Catalogue, actor: string): string {
  const { parts } = playThrough(stageOfTake(take, catalogue), take.ticks)
  const own = parts.filter((part) => part.actor === actor)
  if (own.length === 0) {
    const speakers = [...new Set(parts.map((part) => part.actor))]
    const known = speakers.length === 0 ? 'nobody does' : `${speakers.join(', ')} does`
    throw new EngineError('api/unknown-actor', `"${actor}" says nothing in this take; ${known}. Name who speaks.`)
  }
  const syncs = new Map([...catalogue.gestures].map(([name, { sync }]) => [name, sync]))
  return writeBml(own, syncs)
}
