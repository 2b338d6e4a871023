import type { Preset } from '../api/page.ts'
import type { Quality } from './state.ts'

/** How much a picture may cost; `scale` is of the pixels along each side. */
export type Level = { readonly preset: Preset; readonly scale: number }

/** What a page that cannot keep up goes down by, best first. */
const LEVELS: readonly Level[] = [
  { preset: 'default', scale: 1 },
  { preset: 'draft', scale: 1 },
  { preset: 'draft', scale: 0.6 },
]
const CHOSEN = { default: LEVELS[0]!, draft: LEVELS[1]! } as const
/** Fewer pictures a second than this are too few. */
const ENOUGH = 25
/** Over how long they are counted, milliseconds: drivers draw in bursts. */
const WINDOW = 1500
/** A page draws less after so many slow windows in a row: not for a hiccup. */
const SLOW_RUN = 2

/** Chooses how much to draw: what a person wants, or as much as the device keeps up with. */
export function createThrift(): { readonly levelFor: (wanted: Quality, now: number) => Level } {
  let step = 0
  let run = 0
  let pictures = 0
  let began: number | undefined

  function count(now: number): void {
    began ??= now
    pictures++
    const passed = now - began
    if (passed < WINDOW) return
    run = (pictures * 1000) / passed < ENOUGH ? run + 1 : 0
    pictures = 0
    began = now
    if (run < SLOW_RUN) return
    step = Math.min(step + 1, LEVELS.length - 1)
    run = 0
  }

  return {
    levelFor(wanted, now) {
      count(now)
      if (wanted === 'auto') return LEVELS[step]!
      step = 0
      return CHOSEN[wanted]
    },
  }
}
