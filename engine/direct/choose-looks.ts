import { random } from '../core/random.ts'
import type { LookAct } from '../plan/acts.ts'
import type { DirectingMemory, Performer } from './performer.ts'
import { pickWeighted } from './pick-weighted.ts'
import type { Reading, SentenceReading } from './read/read-text.ts'
import { LOOK_RULES } from './rules.ts'

/** Words of an answer before which one looks away to think. Source: long answers, Andrist et al. (2014). */
const LONG_ANSWER = 12
/** Share of long answers that begin so, for somebody who never looks at the other. */
const LOOKS_AWAY = 0.7
/** Words for which eyes stay away at the beginning of an answer. */
const AWAY_WORDS = 2
/** Directions of thought before an answer. */
const ASIDE: readonly LookAct['at'][] = ['up', 'left', 'right', 'down']

export type LookChoosing = {
  readonly performer: Performer
  readonly memory: DirectingMemory
  readonly isFirst: boolean
  /** Whether nothing is said after it. */
  readonly isLast: boolean
}

/** Chooses where eyes go on their own account: away to think, to what is shown, and back as the turn ends. */
export function chooseLooks(reading: Reading, choosing: LookChoosing, asked: readonly LookAct[]): LookAct[] {
  const { performer, memory, isFirst, isLast } = choosing
  const acts: LookAct[] = [...asked]
  const draw = (index: number) => random(performer.seed, `look/${performer.actor}/${memory.sentences}`, index)
  const add = (act: Omit<LookAct, 'type' | 'by'>): void => {
    if (acts.every((other) => isApart(other, act))) acts.push({ type: 'look', ...act, by: 'rules' })
  }
  let index = 0
  for (const sentence of reading.sentences) {
    for (const { what, first, last } of sentence.findings) {
      const rule = pickWeighted(LOOK_RULES[what] ?? [], draw(index++))
      // Where one looks up to think is a custom.
      const at = what === 'think' && rule === 'up' ? performer.culture.thinks : rule
      const until = at === 'screen' ? sentence.last : Math.min(sentence.last, last + 1)
      if (at !== undefined) add({ at, word: first, until })
    }
  }
  const opening = reading.sentences[0]
  if (
    isFirst &&
    opening !== undefined &&
    isLongAnswer(opening) &&
    draw(-1) < LOOKS_AWAY * (1 - performer.manner.gaze.speaking)
  )
    add({ at: ASIDE[Math.floor(draw(-2) * ASIDE.length)]!, word: opening.first, until: opening.first + AWAY_WORDS - 1 })
  const closing = reading.sentences.at(-1)
  if (isLast && closing !== undefined) add({ at: 'listener', word: closing.focus, until: closing.last })
  return acts
}

/** One that begins with a greeting or a thank-you is said to somebody's face. */
const isLongAnswer = ({ first, last, findings }: SentenceReading): boolean =>
  last - first + 1 >= LONG_ANSWER &&
  !findings.some(({ what, word }) => /^(?:greeting|farewell|thanks|apology)$/.test(what) && word < first + AWAY_WORDS)

function isApart(a: Pick<LookAct, 'word' | 'until'>, b: Pick<LookAct, 'word' | 'until'>): boolean {
  return (a.until ?? a.word) < b.word || (b.until ?? b.word) < a.word
}
