/** How much a server gives, so that nobody can take more of it than is good for the others. */
export type Limits = {
  readonly rooms: number
  /** People in one room. */
  readonly people: number
  /** Actors in one room. */
  readonly actors: number
  /** Minutes in which someone may do nothing at all in a room. */
  readonly idleMinutes: number
  /** The longest recording, seconds. */
  readonly takeSeconds: number
  /** Speech kept for those who have still to fetch it, bytes. What is being said, or recorded, is kept beyond it. */
  readonly speechBytes: number
  /** The longest that what is being said holds up a server that closes, seconds. */
  readonly closingSeconds: number
}

export const DEFAULT_LIMITS: Limits = {
  rooms: 16,
  people: 250,
  actors: 4,
  idleMinutes: 30,
  takeSeconds: 600,
  speechBytes: 64 * 1024 ** 2,
  closingSeconds: 10,
}
