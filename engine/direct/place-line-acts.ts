import type { Act } from '../plan/acts.ts'
import type { Meaning } from '../tracks/meanings.ts'
import type { Repertoire } from './performer.ts'
import { mostStressed } from './read/read-phrases.ts'
import type { Reading } from './read/read-text.ts'
import { GESTURE_RULES } from './rules.ts'

/** Something to do along with a line as a whole; where in it is left to the reader. */
export type LineAct =
  | { readonly type: 'gesture'; readonly name: string; readonly intensity?: number | undefined }
  | { readonly type: 'express'; readonly name: string; readonly intensity?: number | undefined }

/** How strongly what came without a number is done. */
const DEFAULT_INTENSITY = 0.8

/**
 * Finds the words for what goes along with a line: a gesture lands where the text says what it means, else on the focus of
 * the first sentence; a face comes with the first word and stays to the part's end.
 *
 * @param by  Who asked for it.
 */
export function placeLineActs(
  acts: readonly LineAct[],
  reading: Reading,
  { gestures, by }: { readonly gestures: Repertoire; readonly by: Act['by'] },
): Act[] {
  const last = reading.stress.length - 1
  if (last < 0) return []
  return acts.map(({ type, name, intensity = DEFAULT_INTENSITY }): Act => {
    if (type === 'express') return { type, name, word: 0, until: last, intensity, by }
    return { type, name, word: wordFor(gestures.get(name)?.means ?? [], reading), intensity, by }
  })
}

function wordFor(means: readonly Meaning[], { sentences, stress }: Reading): number {
  for (const mean of means)
    for (const { findings } of sentences) {
      const said = findings.find(({ what }) =>
        GESTURE_RULES.some((rule) => rule.read === what && rule.means[0] === mean),
      )
      if (said !== undefined) return said.word
    }
  const [first] = sentences
  return first === undefined ? 0 : mostStressed(stress, first)
}
