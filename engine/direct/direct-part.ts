import { stressedMoment } from '../plan/accents.ts'
import type { Act, ExpressAct, GestureAct, LookAct } from '../plan/acts.ts'
import type { Plan } from '../plan/plan.ts'
import { chooseFaces } from './choose-faces.ts'
import { chooseGestures } from './choose-gestures.ts'
import { chooseLooks } from './choose-looks.ts'
import type { DirectingMemory, Performer } from './performer.ts'
import type { Reading } from './read/read-text.ts'

export type PartToDirect = {
  /** With emphasis and times. */
  readonly plan: Plan
  readonly reading: Reading
  /** What its author or a model asked for, on its words. */
  readonly asked: readonly Act[]
  /** Whether it begins a line. */
  readonly isFirst: boolean
}

export type Directed = {
  /** In the order of their words. */
  readonly acts: readonly Act[]
  /** For the part that follows. */
  readonly memory: DirectingMemory
}

/**
 * Chooses what hands, head, face and eyes do along with a part.
 *
 * What was asked for stays as it is, and takes the place of what rules would do there. The same text, performer and
 * memory give the same acts.
 */
export function directPart(
  { plan, reading, asked, isFirst }: PartToDirect,
  performer: Performer,
  memory: DirectingMemory,
): Directed {
  const moments = plan.words.map((word) => stressedMoment(plan, word))
  const gestures = chooseGestures(
    {
      performer,
      memory,
      reading,
      moments,
      span: plan.duration + plan.pause,
      isFirst,
      texts: plan.words.map(({ text }) => text),
    },
    asked.filter((act): act is GestureAct => act.type === 'gesture'),
  )
  const faces = chooseFaces(
    reading,
    { performer, memory, moments, isFirst },
    asked.filter((act): act is ExpressAct => act.type === 'express'),
  )
  const looks = chooseLooks(
    reading,
    { performer, memory, isFirst, isLast: plan.pause === 0 },
    asked.filter((act): act is LookAct => act.type === 'look'),
  )
  return {
    acts: [...gestures.acts, ...faces, ...looks].sort((a, b) => a.word - b.word),
    memory: { ...gestures.memory, reading: reading.memory, sentences: memory.sentences + reading.sentences.length },
  }
}
