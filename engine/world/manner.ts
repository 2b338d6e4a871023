import { type Culture, inCulture } from '../plan/culture.ts'
import { type Manner, mixManners } from '../plan/manner.ts'
import type { World } from './world.ts'

/** How an actor moves that was told nothing, and where it is at home. */
export const DEFAULT_MANNER = 'casual'
export const DEFAULT_CULTURE = 'international'

/** Two manners of the catalogue and how far from the first to the second. */
export type MannerAsked = { readonly first: string; readonly second: string; readonly share: number }

/** Gives an actor a manner, or one between two. */
export function setManner(world: World, e: number, { first, second, share }: MannerAsked): void {
  const { Manner } = world.components
  Manner.first[e] = first
  Manner.second[e] = second
  Manner.share[e] = share
  mix(world, e)
}

/** Puts an actor at home in a culture: its manner stays, by that culture's measure. */
export function setCulture(world: World, e: number, culture: string): void {
  world.components.Manner.culture[e] = culture
  mix(world, e)
}

/** How an actor moves now, in its culture: what that forbids weighs nothing in the vocabulary. */
export const mannerOf = ({ components }: World, e: number): Manner => components.Manner.mixed[e]!

/** Where an actor is at home: what gestures mean there. */
export const cultureOf = ({ components, catalogue }: World, e: number): Culture =>
  catalogue.cultures.get(components.Manner.culture[e]!)!

function mix(world: World, e: number): void {
  const { first, second, share, mixed } = world.components.Manner
  const { manners } = world.catalogue
  const manner = mixManners(manners.get(first[e]!)!, manners.get(second[e]!)!, share[e]!)
  mixed[e] = inCulture(manner, cultureOf(world, e))
}
