/** Simulation steps per second. Time is the integer tick; seconds are derived from it and never summed. */
export const TICK_RATE = 60

/** Seconds at a position in ticks. */
export const secondsAt = (tick: number): number => tick / TICK_RATE

/** The first tick at or after a time in seconds. The small slack absorbs decimal seconds that name a whole tick. */
export const tickAt = (seconds: number): number => Math.ceil(seconds * TICK_RATE - 1e-6)
