import { turnRound } from '../turn-round.ts'

/** What is due now, of one person. */
export type DueReminder = { readonly text: string; readonly remindAt: Date }

/** Later than this the person was away when it was due. Milliseconds. */
const LATE = 120_000
/** A thing rather than something to do: one is reminded of it. */
const THING = /^(?:the|a|an|my|our|your|his|her|their|this|that|it|something)\b/i

/** "to call Ben", "of the meeting". */
export const sayErrand = (text: string): string => `${THING.test(text) ? 'of' : 'to'} ${turnRound(text)}`

/**
 * What an actor says when reminders have come due: all of one person's in one go.
 *
 * @param due  At least one; the earliest is said first.
 */
export function sayReminders(name: string, due: readonly DueReminder[], now: Date): string {
  const ordered = due.toSorted((a, b) => a.remindAt.getTime() - b.remindAt.getTime())
  const isLate = now.getTime() - ordered[0]!.remindAt.getTime() > LATE
  const errands = ordered.map(({ text }) => sayErrand(text))
  const list = errands.length === 1 ? errands[0]! : `${errands.slice(0, -1).join(', ')}, and ${errands.at(-1)}`
  return isLate
    ? `${name}, while you were away a reminder came due. You wanted me to remind you ${list}.`
    : `${name}, you asked me to remind you ${list}.`
}
