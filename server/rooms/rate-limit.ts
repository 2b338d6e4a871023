/** A bucket of tokens that fills again: so many at once, so many a second in the long run. */
export type RateLimit = {
  /** Takes a token; false when there is none. */
  readonly take: () => boolean
}

/**
 * @param burst      Tokens it holds when full.
 * @param perSecond  How fast it fills.
 * @param now        Milliseconds of a clock that never goes back.
 */
export function createRateLimit(burst: number, perSecond: number, now: () => number): RateLimit {
  let tokens = burst
  let read = now()
  return {
    take() {
      const time = now()
      tokens = Math.min(burst, tokens + ((time - read) / 1000) * perSecond)
      read = time
      if (tokens < 1) return false
      tokens--
      return true
    },
  }
}
