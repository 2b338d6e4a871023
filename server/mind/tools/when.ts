import * as chrono from 'chrono-node'

/** A moment named in words, and the words that named it. */
export type When = { readonly date: Date; readonly words: string }

/** Finds the first moment that a text names, looking ahead: "at five" is the next five o’clock. */
export function findWhen(text: string, now: Date): When | undefined {
  const [found] = chrono.parse(text, now, { forwardDate: true })
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
