import { radians } from '../core/math/scalar.ts'
import type { LifeSignal } from './signals.ts'

/** What an actor is doing in a conversation. Blinks, gaze and head move by its statistics: see `life/`. */
export const ACTING_STATES = ['idle', 'listening', 'thinking', 'speaking'] as const

export type ActingState = (typeof ACTING_STATES)[number]

/** What takes an actor from one state to another: it is asked for, a line of its own begins, ends, or is cut short. */
export type ActingEvent = 'asked' | 'lineBegins' | 'lineEnds' | 'interrupted'

type Transition = {
  readonly event: ActingEvent
  readonly from: ActingState | 'any'
  readonly to: ActingState | 'any'
  /** Time in which the one gives way to the other. */
  readonly seconds: number
}

/**
 * How states give way to one another, from wherever the last change has got to; the first line that fits counts.
 *
 * Who is spoken to shows it at once, human answers beginning after 0.2 s; attention goes more slowly than it comes.
 */
export const TRANSITIONS: readonly Transition[] = [
  { event: 'asked', from: 'any', to: 'listening', seconds: 0.3 },
  { event: 'asked', from: 'any', to: 'thinking', seconds: 0.4 },
  { event: 'asked', from: 'any', to: 'idle', seconds: 0.8 },
  { event: 'lineBegins', from: 'any', to: 'speaking', seconds: 0.4 },
  { event: 'interrupted', from: 'speaking', to: 'any', seconds: 0.3 },
  { event: 'lineEnds', from: 'speaking', to: 'any', seconds: 0.6 },
]

/** Seconds in which a change is made. */
export const transitionSeconds = (event: ActingEvent, from: ActingState, to: ActingState): number =>
  TRANSITIONS.find(
    (one) => one.event === event && (one.from === 'any' || one.from === from) && (one.to === 'any' || one.to === to),
  )!.seconds

/**
 * How trunk, head and brows are held in a state, on top of its small motions: radians and [0, 1], in the units of
 * LIFE_SIGNALS. Who listens leans in and raises the brows a little, who thinks lifts the chin and tilts the head.
 */
export const ATTITUDES: Readonly<Record<ActingState, Readonly<Partial<Record<LifeSignal, number>>>>> = {
  idle: {},
  listening: { leanPitch: radians(2), headPitch: radians(1), headRoll: radians(2), browRaise: 0.1 },
  thinking: {
    leanPitch: radians(-1),
    headPitch: radians(-3),
    headYaw: radians(3),
    headRoll: radians(3.5),
    browRaise: 0.15,
  },
  speaking: { leanPitch: radians(1) },
}
