import { meansIn } from '../plan/culture.ts'
import type { Candidate } from './gesture-candidates.ts'
import type { Performable, Performer } from './performer.ts'

/** What is left of a gesture's weight for each meaning that a rule would rather have. */
const SECOND_WISH = 0.35
/** And for each meaning that the gesture has before the one it is wanted for. */
const SECOND_MEANING = 0.12

/**
 * How readily a gesture is made for what is meant, by what it means and by the manner's vocabulary.
 *
 * @returns  0 where it means something else, cannot be made by that hand, or is never made; mostly up to 1.
 */
export function weighGesture({ manner, culture }: Performer, gesture: Performable, wanted: Candidate): number {
  const { means, finding, hand, isBeat } = wanted
  if (hand !== undefined && gesture.hand !== hand && gesture.hand !== 'both' && gesture.mirrored === undefined) return 0
  if (gesture.name.startsWith('count-') && !counts(gesture.name, finding?.value)) return 0
  // The head has its own accents, of the line's life.
  if (isBeat && gesture.hand === 'none') return 0
  const ownMeans = meansIn(culture, gesture.name, gesture.means)
  let best = 0
  for (const [rank, mean] of means.entries()) {
    const own = ownMeans.indexOf(mean)
    if (own >= 0) best = Math.max(best, SECOND_WISH ** rank * SECOND_MEANING ** own * (manner.vocabulary[mean] ?? 1))
  }
  return best === 0 ? 0 : best * likingOf(manner.vocabulary, gesture.name)
}

/** By the gesture's own name and by its family's: "point" speaks of "point-you" too. */
function likingOf(vocabulary: Performer['manner']['vocabulary'], name: string): number {
  const family = name.replace(/-.*$/, '')
  return (vocabulary[name] ?? 1) * (family === name ? 1 : (vocabulary[family] ?? 1))
}

const COUNTED = ['one', 'two', 'three', 'four', 'five']

/** Whether a gesture of counting shows this number: "count-three" shows 3. */
const counts = (name: string, value = 0): boolean =>
  COUNTED[value - 1] !== undefined && name.endsWith(`-${COUNTED[value - 1]}`)
