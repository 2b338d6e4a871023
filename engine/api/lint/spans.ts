import type { Breach } from './rule.ts'

export type SpanOptions = {
  readonly limit: number
  /** Ticks for which a value may fall below the limit without ending the span. Default 6. */
  readonly gap?: number
  /** Fewest ticks that count. Default 1. */
  readonly least?: number
  /** The sentence, given the worst value. */
  readonly say: (worst: number) => string
}

/** Gathers values above a limit, tick by tick, into spans that are told once, with the worst of each. */
export type Spans = {
  readonly see: (tick: number, value: number) => void
  readonly end: () => void
  /** The largest value ever seen. */
  readonly worst: () => number
}

export function createSpans({ limit, gap = 6, least = 1, say }: SpanOptions, tell: (breach: Breach) => void): Spans {
  let from = -1
  let to = -1
  let value = 0
  let worst = 0
  const end = () => {
    if (from >= 0 && to - from + 1 >= least) tell({ from, to, value, limit, text: say(value) })
    from = -1
    value = 0
  }
  return {
    see(tick, seen) {
      worst = Math.max(worst, seen)
      if (from >= 0 && tick - to > gap) end()
      if (seen <= limit) return
      if (from < 0) from = tick
      to = tick
      value = Math.max(value, seen)
    },
    end,
    worst: () => worst,
  }
}
