import type { Act, Mark } from '../../plan/acts.ts'
import { type Direction, type Script, spokenTextOf } from './script.ts'

/** What a script asks for along with one part that was spoken, by the words of the part. */
export type PlacedDirections = {
  readonly acts: readonly Act[]
  readonly marks: readonly Mark[]
  /** Stress that was asked for, by index of word. */
  readonly emphasis: ReadonlyMap<number, number>
}

/** Follows a voice through a script. */
export type ScriptCursor = {
  /** What goes along with the next part. @param words  As written; parts come in order. */
  readonly next: (words: readonly string[]) => PlacedDirections
}

/**
 * Anchors a script's directions to the words that a voice speaks: each goes with the word it stands before or in, the last
 * ones with the last word.
 *
 * @param by  Who wrote the script.
 */
export function createScriptCursor(script: Script, by: Act['by']): ScriptCursor {
  const text = spokenTextOf(script)
  let from = 0
  let waiting: readonly Direction[] = [...script.directions].sort((a, b) => a.at - b.at)
  return {
    next(words) {
      const ends: number[] = []
      for (const word of words) {
        const found = text.indexOf(word, from)
        from = found < 0 ? from : found + word.length
        ends.push(from)
      }
      const isLast = text.slice(from).trim() === ''
      const here = waiting.filter(({ at }) => at < from || isLast)
      waiting = waiting.filter((direction) => !here.includes(direction))
      const wordAt = (at: number) => {
        const index = ends.findIndex((end) => end > at)
        return index < 0 ? words.length - 1 : index
      }
      return words.length === 0 ? NOTHING : place(here, wordAt, by)
    },
  }
}

const NOTHING: PlacedDirections = { acts: [], marks: [], emphasis: new Map() }

function place(directions: readonly Direction[], wordAt: (at: number) => number, by: Act['by']): PlacedDirections {
  const acts: Act[] = []
  const marks: Mark[] = []
  const emphasis = new Map<number, number>()
  for (const { asked, at, until } of directions) {
    const word = wordAt(at)
    // A span ends before the character it is closed at.
    const last = until === undefined ? undefined : Math.max(word, wordAt(Math.max(at, until - 1)))
    if (asked.type === 'mark') marks.push({ name: asked.name, word })
    else if (asked.type === 'emphasis') for (let w = word; w <= (last ?? word); w++) emphasis.set(w, asked.level)
    else acts.push({ ...asked, word, by, ...(last === undefined ? {} : { until: last }) })
  }
  return { acts, marks, emphasis }
}
