import { radians } from '../../core/math/scalar.ts'
import type { ActingState } from '../acting.ts'
import type { Habits } from './habits.ts'
import type { Spread } from './renewals.ts'

/** How gaze behaves in a state. */
export type GazeHabit = {
  /** Spans of looking at the target, and of looking away. */
  readonly mutual: Spread
  readonly away: Spread
  /** How long the eyes rest on one place while away. */
  readonly dwell: Spread
  /** Farthest glance, radians. */
  readonly reach: number
  /** Chance of each direction: 0° is the actor's left, then counter-clockwise as the actor sees it: 90° up. */
  readonly directions: readonly number[]
  /** Size of a glance in each direction, as a share. */
  readonly sizes: readonly number[]
  /** Share of looks away that go to something in the room, head and all. */
  readonly about: number
}

const DEGREE = radians(1)

/**
 * Chance of 0°, 45° … 315°, and 12° and 10° of reach.
 *
 * @source S. Lee, J. Badler, N. Badler, "Eyes Alive", SIGGRAPH 2002, with the constants of SmartBody's eye controller.
 */
const EVERYDAY_DIRECTIONS = [0.155, 0.065, 0.177, 0.074, 0.168, 0.079, 0.204, 0.078] as const
const EVERYDAY_SIZES = [1, 0.75, 0.5, 0.75, 1, 0.75, 0.5, 0.75] as const
/** Who thinks looks up, or up and aside. Source: S. Andrist et al., "Conversational gaze aversion", 2013. */
const THINKING_UP = [0.08, 0.34, 0.16, 0.34, 0.08, 0, 0, 0] as const
const THINKING_SIZES_UP = [1, 1, 0.8, 1, 1, 1, 1, 1] as const
/** 1 below the horizon, −1 above it. */
const BELOW = [0, -1, -1, -1, 0, 1, 1, 1] as const
/** Where people look down to think, the same below the horizon. */
const THINKING_DOWN = [0.08, 0, 0, 0, 0.08, 0.34, 0.16, 0.34] as const
const THINKING_SIZES_DOWN = [1, 1, 1, 1, 1, 1, 0.8, 1] as const

/**
 * An average person. Shares of looking at the target: 75 % listening, 41 % speaking, 20 % thinking (Eyes Alive); mutual
 * spans in talk last 2.2 s (PMC5844880). One look away is a chain of places, each held about as long as Eyes Alive's spans
 * away: 0.93 s speaking, 0.43 s listening.
 */
const HABITS: Readonly<Record<ActingState, GazeHabit>> = {
  idle: {
    mutual: { mean: 3.6, sigma: 0.6, min: 0.8, max: 12 },
    away: { mean: 2.4, sigma: 0.5, min: 0.5, max: 6 },
    dwell: { mean: 1.1, sigma: 0.5, min: 0.3, max: 3 },
    reach: 12 * DEGREE,
    directions: EVERYDAY_DIRECTIONS,
    sizes: EVERYDAY_SIZES,
    // Our choice, no figure at hand: one in some twenty seconds.
    about: 0.35,
  },
  listening: {
    mutual: { mean: 4.5, sigma: 0.5, min: 1, max: 14 },
    away: { mean: 1.5, sigma: 0.4, min: 0.4, max: 4 },
    dwell: { mean: 0.5, sigma: 0.4, min: 0.2, max: 1.5 },
    reach: 10 * DEGREE,
    directions: EVERYDAY_DIRECTIONS,
    sizes: EVERYDAY_SIZES,
    about: 0,
  },
  thinking: {
    mutual: { mean: 0.9, sigma: 0.4, min: 0.4, max: 2.5 },
    away: { mean: 3.5, sigma: 0.3, min: 1.5, max: 7 },
    dwell: { mean: 1.3, sigma: 0.5, min: 0.4, max: 3.5 },
    reach: 14 * DEGREE,
    directions: THINKING_UP,
    sizes: THINKING_SIZES_UP,
    about: 0,
  },
  speaking: {
    mutual: { mean: 2.2, sigma: 0.6, min: 0.5, max: 8 },
    away: { mean: 3.1, sigma: 0.5, min: 0.5, max: 8 },
    dwell: { mean: 0.93, sigma: 0.6, min: 0.25, max: 3 },
    reach: 12 * DEGREE,
    directions: EVERYDAY_DIRECTIONS,
    sizes: EVERYDAY_SIZES,
    about: 0,
  },
}

/**
 * Somebody's gaze in a state. Where they look at the other more than an average person does, looks at them last longer and
 * looks away are shorter, each by the same factor.
 */
export function gazeHabit(state: ActingState, { gaze, looks, lowered, thinks }: Habits): GazeHabit {
  const { mutual, away, dwell, directions, ...everyday } = HABITS[state]
  const usual = mutual.mean / away.mean
  const more = Math.sqrt(gaze / (1 - gaze) / usual)
  const looksDown = state === 'thinking' && thinks === 'down'
  return {
    ...everyday,
    directions: lower(looksDown ? THINKING_DOWN : directions, lowered),
    ...(looksDown ? { sizes: THINKING_SIZES_DOWN } : {}),
    mutual: stretch(mutual, looks * more),
    away: stretch(away, looks / more),
    dwell: stretch(dwell, looks),
  }
}

const stretch = ({ mean, sigma, min, max }: Spread, factor: number): Spread => ({
  mean: mean * factor,
  sigma,
  min: min * factor,
  max: max * factor,
})

/** Chances of each direction with more of those below the horizon, or above it; together still 1. */
function lower(directions: readonly number[], lowered: number): readonly number[] {
  if (lowered === 0) return directions
  const chances = directions.map((chance, octant) => chance * (1 + lowered * BELOW[octant]!))
  const sum = chances.reduce((total, chance) => total + chance, 0)
  return chances.map((chance) => chance / sum)
}
