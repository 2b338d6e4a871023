import * as chrono from 'chrono-node'

/** A moment named in words, and the words that named it. */
export type When = { readonly date: Date; readonly words: string }

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** A number in words where it names a time, as in "at five" and "two hours". */
const SPELLED = new RegExp(
  `\\b(?:(at|by|until) (${NUMBERS.join('|')})\\b|(${NUMBERS.join('|')})(?= (?:am|pm|a\\.m|p\\.m|o'clock|minutes?|hours?|days?|weeks?)\\b))`,
  'gi',
)

/** A text whose times are written in digits: people say "at five pm". */
export const withDigits = (text: string): string =>
  text.replace(SPELLED, (_, before: string | undefined, after: string | undefined, alone: string | undefined) => {
    const digits = String(NUMBERS.indexOf((after ?? alone)!.toLowerCase()))
    return before === undefined ? digits : `${before} ${digits}`
  })

/** Finds the first moment that a text names, looking ahead: "at five" is the next five o’clock. */
export function findWhen(text: string, now: Date): When | undefined {
  const [found] = chrono.parse(withDigits(text), now, { forwardDate: true })
  return found === undefined ? undefined : { date: found.date(), words: found.text }
}

/** A moment as one says it: "today at 17:00", "on Friday, November 27 at 09:30". */
export function sayWhen(date: Date, now: Date): string {
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
  const days = Math.round((startOfDay(date) - startOfDay(now)) / DAY)
  if (days === 0) return `today at ${time}`
  if (days === 1) return `tomorrow at ${time}`
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', month: 'long', day: 'numeric' }).format(date)
  return `on ${day} at ${time}`
}

/** Milliseconds. */
const DAY = 86_400_000
const startOfDay = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
