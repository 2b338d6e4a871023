import type { Utterance } from './room-session.ts'

/** One sentence of the conversation as it is shown. Actors are heard breath by breath: those of a sentence stay together. */
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

/** @param actors  Ids of those who are heard breath by breath; people say what they say at once. */
export function bubblesOf(history: readonly Utterance[], actors: ReadonlySet<string>): readonly Bubble[] {
  const bubbles: Bubble[] = []
  for (const said of history) {
    const last = bubbles.at(-1)
    const isSame = last?.by === said.by
    if (last !== undefined && isSame && actors.has(said.by) && !ENDED.test(last.breaths.at(-1)!.text))
      bubbles[bubbles.length - 1] = { ...last, breaths: [...last.breaths, said] }
    else bubbles.push({ key: keyOf(said), by: said.by, name: said.name, isFirst: !isSame, breaths: [said] })
  }
  return bubbles
}

/** Of an utterance: no two have it, and it outlives those before it that a room forgets. */
export const keyOf = ({ tick, by, text }: Utterance): string => `${tick}/${by}/${text}`
