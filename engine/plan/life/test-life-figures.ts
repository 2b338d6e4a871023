import type { ActingState } from '../acting.ts'
import type { Manner } from '../manner.ts'
import { blinkTimes } from './blinks.ts'
import { EPOCH } from './renewals.ts'
import { type Fixation, fixationsInEpoch } from './saccades.ts'

const MINUTES = 10
const EPOCHS = (MINUTES * 60) / EPOCH
/** Three people, so that a figure is not one's own. */
const WHO = [
  { seed: 1, actor: 'ana' },
  { seed: 1, actor: 'ben' },
  { seed: 20261120, actor: 'ana' },
] as const

/** What eyes and lids do over ten minutes, a mean of three actors. */
export type LifeFigures = {
  /** A minute. */
  readonly blinks: number
  /** Share of looking at the other. */
  readonly gaze: number
  /** Seconds: eyes on one place, looks at the other, looks away. */
  readonly fixation: number
  readonly mutual: number
  readonly away: number
  /** Share of looks away that go below the horizon. */
  readonly down: number
}

/** Measures somebody's eyes and lids over ten simulated minutes in one state. */
export function measureLife(manner: Manner, state: ActingState): LifeFigures {
  const habits = {
    gaze: manner.gaze[state],
    looks: manner.looks,
    lowered: manner.lowered,
    blinks: manner.blinks,
    pace: 1,
    thinks: 'up',
  } as const
  let blinks = 0
  const fixations: (Fixation & { readonly seconds: number })[] = []
  for (const who of WHO) {
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      const gazer = { ...who, state, habits }
      blinks += blinkTimes(gazer, epoch).length
      const resting = fixationsInEpoch(gazer, epoch)
      fixations.push(...resting.map((one, i) => ({ ...one, seconds: (resting[i + 1]?.at ?? EPOCH) - one.at })))
    }
  }
  const minutes = MINUTES * WHO.length
  const glances = fixations.filter(({ isAway }) => isAway)
  const away = sum(glances.map(({ seconds }) => seconds))
  const looks = fixations.filter(({ isAway }, i) => isAway && fixations[i - 1]?.isAway === false).length
  return {
    blinks: blinks / minutes,
    gaze: 1 - away / (minutes * 60),
    fixation: (minutes * 60) / fixations.length,
    mutual: (minutes * 60 - away) / looks,
    away: away / looks,
    down: glances.filter(({ pitch }) => pitch > 0).length / glances.length,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
