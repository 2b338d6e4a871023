import type { Pointed } from '../plan/acts.ts'
import type { Culture } from '../plan/culture.ts'
import type { Manner } from '../plan/manner.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { NOTHING_READ, type ReadingMemory } from './read/read-text.ts'

/** What somebody can do with hands and head, as a director needs to know it. */
export type Repertoire = ReadonlyMap<string, Performable>

export type Performable = Pick<Gesture, 'name' | 'means' | 'hand' | 'sync' | 'mirrored'>

/** Who performs, and with what. */
export type Performer = {
  /** As it shows in the performer's culture. Its vocabulary may name a gesture, a family of them ("point"), or a meaning. */
  readonly manner: Pick<Manner, 'rate' | 'vocabulary' | 'gaze'>
  readonly culture: Pick<Culture, 'means' | 'thinks'>
  readonly gestures: Repertoire
  /** Ids of the expressions there are. */
  readonly expressions: { readonly has: (id: string) => boolean }
  readonly seed: number
  /** Whose choices they are, so that two actors choose differently. */
  readonly actor: string
  /** Seconds between a line's arrival and its first sound: no hand is up before. */
  readonly lead: number
  /** What there is to point at; default nothing. */
  readonly around?: readonly Thing[]
  /** What it was ordered to do as the line was given; rules keep clear of it. */
  readonly ordered: Ordered
}

/** A thing or somebody on the stage, by the word that names it. */
export type Thing = { readonly name: string; readonly target: Pointed }

/** Orders that stand when a line is given. Seconds from its first sound. */
export type Ordered = {
  /** Gestures, and when each has had its stroke. */
  readonly gestures: readonly { readonly name: string; readonly until: number }[]
  /** Until when the face was ordered to stay. */
  readonly face: number
}

export const NO_ORDERS: Ordered = { gestures: [], face: Number.NEGATIVE_INFINITY }

/** What was said and done before a part; state in, state out. */
export type DirectingMemory = {
  readonly reading: ReadingMemory
  /** Gestures of the hands that may be made by the manner's rate; below 0 where it was overdrawn. Undefined before the first. */
  readonly credit: number | undefined
  /** Seconds from the next part's start until which the hands are taken up; mostly below 0. */
  readonly handsBusy: number
  readonly headBusy: number
  /** The latest gestures, and the sentence of each. */
  readonly recent: readonly { readonly name: string; readonly sentence: number }[]
  /** Sentences so far. */
  readonly sentences: number
}

/** Nothing has been said. */
export const NEW_ACTOR: DirectingMemory = {
  reading: NOTHING_READ,
  credit: undefined,
  handsBusy: Number.NEGATIVE_INFINITY,
  headBusy: Number.NEGATIVE_INFINITY,
  recent: [],
  sentences: 0,
}
