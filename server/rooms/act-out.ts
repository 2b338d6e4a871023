import type { Catalogue } from '../../engine/api/host.ts'
import { inferHints } from '../mind/hints.ts'
import type { Reply } from '../mind/mind.ts'

/** Something that hands or face do with what is said. */
export type Act = Exclude<Reply, { readonly kind: 'say' }>

/** Sentences from one inferred gesture to the next: hands that talk at every sentence say nothing. */
const GESTURE_EVERY = 2
const SENTENCE = /[^.!?…]+[.!?…]+/g

/**
 * Finds what an actor does with what it says, where its mind did not say so.
 *
 * @returns  A function for one actor, asked line by line: it keeps count, so that no gesture follows too soon, nor the
 *           same one twice in a row.
 */
export function createActing({ gestures, expressions }: Catalogue): (text: string) => readonly Act[] {
  let sentencesSince = GESTURE_EVERY
  let last = ''
  return (text) => {
    const { means, express } = inferHints(text)
    const acts: Act[] = []
    if (express !== undefined && expressions.has(express)) acts.push({ kind: 'express', name: express })
    const gesture = means === undefined ? undefined : gestureThatMeans(gestures, means)
    if (gesture !== undefined && gesture !== last && sentencesSince >= GESTURE_EVERY) {
      acts.push({ kind: 'gesture', name: gesture })
      sentencesSince = 0
      last = gesture
    }
    sentencesSince += Math.max(1, text.match(SENTENCE)?.length ?? 1)
    return acts
  }
}

/** One that means this before all else, or one that can mean it too. */
function gestureThatMeans(gestures: Catalogue['gestures'], means: string): string | undefined {
  const all = [...gestures.values()]
  const best = all.find((one) => one.means[0] === means)
  return (best ?? all.find((one) => (one.means as readonly string[]).includes(means)))?.name
}
