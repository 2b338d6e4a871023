import type { ActingState } from '../plan/acting.ts'
import { type Culture, inCulture } from '../plan/culture.ts'
import type { Delivery, Habits } from '../plan/life/habits.ts'
import { type Manner, mixManners } from '../plan/manner.ts'
import { type Mannerisms, withMannerisms } from '../plan/mannerisms.ts'
import type { Catalogue, World } from './world.ts'

/** How an actor moves that was told nothing, and where it is at home. */
export const DEFAULT_MANNER = 'casual'
export const DEFAULT_CULTURE = 'international'

/** Two manners of the catalogue and how far from the first to the second. */
export type MannerAsked = { readonly first: string; readonly second: string; readonly share: number }

/** How an actor moves now, in its culture: what that forbids weighs nothing in the vocabulary. */
export const mannerOf = ({ components }: World, e: number): Manner => components.Manner.mixed[e]!

/** How still an actor keeps its body, [0, 1]: what the dial leaves, its manner damps further. */
export const stillnessOf = (world: World, e: number): number =>
  1 - (1 - world.components.Life.stillness[e]!) * (1 - mannerOf(world, e).stillness)

/** What of an actor's manner shows in breath, sway, eyes and lids while it does one thing. */
export function habitsOf(world: World, e: number, state: ActingState): Habits {
  const { gaze, looks, lowered, blinks, pace } = mannerOf(world, e)
  return { gaze: gaze[state], looks, lowered, blinks, pace, thinks: cultureOf(world, e).thinks }
}

/** What of it shows in head, brows and lids while it speaks. */
export function deliveryOf(world: World, e: number): Delivery {
  const { head, face, blinks } = mannerOf(world, e)
  return { head, brows: face, blinks }
}

/** Where an actor is at home: what gestures mean there. */
export const cultureOf = ({ components, catalogue }: World, e: number): Culture =>
  catalogue.cultures.get(components.Manner.culture[e]!)!

/** Puts together what names and share say. */
export function mixManner(world: World, e: number): void {
  const { first, second, share, culture, own, mixed } = world.components.Manner
  const asked = { first: first[e]!, second: second[e]!, share: share[e]!, culture: culture[e]!, own: own[e]! }
  mixed[e] = mannerNamed(world.catalogue, asked)
}

/** All that makes up how somebody moves: two manners by name, how far between them, a culture, and what is their own. */
export type Named = MannerAsked & { readonly culture: string; readonly own: Mannerisms }

/** What that comes to. */
export function mannerNamed({ manners, cultures }: Catalogue, { first, second, share, culture, own }: Named): Manner {
  const manner = mixManners(manners.get(first)!, manners.get(second)!, share)
  return withMannerisms(inCulture(manner, cultures.get(culture)!), own)
}
