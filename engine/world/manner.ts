import { type Manner, mixManners } from '../plan/manner.ts'
import type { World } from './world.ts'

/** How an actor moves that was told nothing. */
export const DEFAULT_MANNER = 'casual'

/** Two manners of the catalogue and how far from the first to the second. */
export type MannerAsked = { readonly first: string; readonly second: string; readonly share: number }

/** Gives an actor a manner, or one between two. */
export function setManner({ components, catalogue }: World, e: number, { first, second, share }: MannerAsked): void {
  const { Manner } = components
  Manner.first[e] = first
  Manner.second[e] = second
  Manner.share[e] = share
  Manner.mixed[e] = mixManners(catalogue.manners.get(first)!, catalogue.manners.get(second)!, share)
}

/** How an actor moves now. */
export const mannerOf = ({ components }: World, e: number): Manner => components.Manner.mixed[e]!
