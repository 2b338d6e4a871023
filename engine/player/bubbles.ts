import type { Utterance } from './room-session.ts'

/**
 * One sentence of the conversation as it is shown. Actors are heard breath by breath: those of a sentence stay together,
 * even where somebody else speaks in its midst.
 */
export type Bubble = {
  /** Stays the same while breaths are added. */
  readonly key: string
  readonly by: string
  readonly name: string
  /** Whether somebody else had the word before, so that the name is told. */
  readonly isFirst: boolean
  readonly breaths: readonly Utterance[]
}

/** A sentence that is over, with whatever closes around it. */
const ENDED = /[.!?…:;。！？]["'”’»)\]]*$/u

export function bubblesOf(history: readonly Utterance[]): readonly Bubble[] {
  const bubbles: Bubble[] = []
  for (const said of history) {
    const begun = said.line === '' ? -1 : bubbles.findLastIndex(({ breaths }) => isOfLine(breaths[0]!, said))
    const bubble = bubbles[begun]
    if (bubble !== undefined && !ENDED.test(bubble.breaths.at(-1)!.text))
      bubbles[begun] = { ...bubble, breaths: [...bubble.breaths, said] }
    else {
      const isFirst = bubbles.at(-1)?.by !== said.by
      bubbles.push({ key: keyOf(said), by: said.by, name: said.name, isFirst, breaths: [said] })
    }
  }
  return bubbles
}

const isOfLine = (one: Utterance, other: Utterance): boolean => one.by === other.by && one.line === other.line

/** Of an utterance: no two have it, and it outlives those before it that a room forgets. */
export const keyOf = ({ tick, by, text }: Utterance): string => `${tick}/${by}/${text}`
