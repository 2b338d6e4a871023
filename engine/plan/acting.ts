/** What an actor is doing in a conversation; blinks, gaze and head move by its statistics. */
export const ACTING_STATES = ['idle', 'listening', 'thinking', 'speaking'] as const

export type ActingState = (typeof ACTING_STATES)[number]
