import type { ActingState } from '../acting.ts'

/** What of somebody's manner shows in breath, sway, eyes and lids while they do one thing. */
export type Habits = {
  /** Share of the time that the eyes rest on the other, (0, 1). */
  readonly gaze: number
  /** Length of each look, at the other and away, against an average person's. */
  readonly looks: number
  /** Where looks away go: −1 never down, 0 as an average person's, 1 never up. */
  readonly lowered: number
  /** Blinks against an average person's. */
  readonly blinks: number
  /** Tempo of breath, sway and shifts of weight against an average person's. */
  readonly pace: number
  /** Where the eyes go to think. */
  readonly thinks: 'up' | 'down'
}

/** Those of an average person. Shares of gaze: Lee, Badler & Badler 2002; idle is our choice, no figure at hand. */
export const AVERAGE_HABITS: Readonly<Record<ActingState, Habits>> = {
  idle: { gaze: 0.6, looks: 1, lowered: 0, blinks: 1, pace: 1, thinks: 'up' },
  listening: { gaze: 0.75, looks: 1, lowered: 0, blinks: 1, pace: 1, thinks: 'up' },
  thinking: { gaze: 0.2, looks: 1, lowered: 0, blinks: 1, pace: 1, thinks: 'up' },
  speaking: { gaze: 0.41, looks: 1, lowered: 0, blinks: 1, pace: 1, thinks: 'up' },
}

/** What of somebody's manner shows in head, brows and lids while they speak, each against an average person's. */
export type Delivery = {
  /** Size of nods and turns of the head. */
  readonly head: number
  readonly brows: number
  readonly blinks: number
}

export const AVERAGE_DELIVERY: Delivery = { head: 1, brows: 1, blinks: 1 }
