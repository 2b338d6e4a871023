import { lineCues, type Stage, TICK_RATE } from '../api/page.ts'

/** What is being said at a moment: the words of the sentence, and how many of them have begun. */
export type Caption = { readonly actor: string; readonly words: readonly string[]; readonly said: number }

/** The caption of a stage at a position, ticks; captions need no word from the server, the plan has them. */
export function captionAt(stage: Stage, position: number): Caption | undefined {
  const cue = lineCues(stage).findLast(({ start, end }) => start <= position + 6 && position < end)
  if (cue === undefined) return undefined
  const seconds = (position - cue.start) / TICK_RATE
  const { words } = cue.plan
  return {
    actor: cue.id.split('/')[0]!,
    words: words.map(({ text }) => text),
    said: words.filter(({ start }) => start <= seconds).length,
  }
}
