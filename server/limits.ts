/** How much a server gives, so that nobody can take more of it than is good for the others. */
export type Limits = {
  /** The longest recording, seconds. */
  readonly takeSeconds: number
  /** Actors in one room. */
  readonly actors: number
}

export const DEFAULT_LIMITS: Limits = { takeSeconds: 600, actors: 4 }
