import { tickAt } from '../core/clock.ts'
import { clamp01 } from '../core/math/scalar.ts'
import { NEVER } from './cues.ts'
import type { World } from './world.ts'

/** Length of a cross-fade from one picture to the next, ticks: 0.6 s. */
export const SCREEN_FADE = 36

/** What a screen shows while nothing is asked of it. */
export const AT_REST = ''

/** What the stage's screen shows. Names are those of media; {@link AT_REST} where nothing is shown. */
export type ScreenState = {
  /** What it shows, or is fading to. */
  readonly shown: string
  /** What it fades from. */
  readonly before: string
  /** Tick at which the fade began. */
  readonly since: number
  /** What is asked for: differs from `shown` while an earlier fade is finished first, so that no picture jumps. */
  readonly wanted: string
  /** Tick at which what is asked for gives way to rest; NEVER where it stays. */
  readonly until: number
}

/** A screen on which nothing has been shown yet. */
export const RESTING_SCREEN: ScreenState = {
  shown: AT_REST,
  before: AT_REST,
  since: -SCREEN_FADE,
  wanted: AT_REST,
  until: NEVER,
}

/** Asks for a picture. @param seconds  How long it stays; default: until something else is asked for. */
export function showMedia(world: World, media: string, seconds?: number): void {
  world.screen = {
    ...world.screen,
    wanted: media,
    until: seconds === undefined ? NEVER : world.tick + tickAt(seconds),
  }
}

/** Asks for rest. */
export function hideMedia(world: World): void {
  world.screen = { ...world.screen, wanted: AT_REST, until: NEVER }
}

/**
 * Share of `shown` in what is seen; the rest is of `before`.
 *
 * @param position  Ticks; may be fractional.
 * @returns         [0, 1], eased at both ends.
 */
export function fadeShare({ since }: ScreenState, position: number): number {
  const t = clamp01((position - since) / SCREEN_FADE)
  return t * t * (3 - 2 * t)
}

/** Whether a fade is under way, or about to be. */
export const isFading = ({ shown, wanted, since }: ScreenState, tick: number): boolean =>
  shown !== wanted || tick < since + SCREEN_FADE
