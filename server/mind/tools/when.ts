import * as chrono from 'chrono-node'
import { fromWallTime, wallTime } from './zone.ts'

/** A moment named in words, and the words that named it. */
export type When = { readonly date: Date; readonly words: string }

/** A clock that looks at its wall. */
export type Clock = { readonly now: Date; readonly zone: string }

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

/** Finds the first moment that a text names, looking ahead: "at five" is the next five o’clock where the person is. */
export function findWhen(text: string, { now, zone }: Clock): When | undefined {
  const [found] = chrono.parse(withDigits(text), { instant: wallTime(now, zone), timezone: 0 }, { forwardDate: true })
  return found === undefined ? undefined : { date: fromWallTime(found.date(), zone), words: found.text }
}

/** A moment as one says it: "in 10 minutes", "today at 5 PM", "on Friday, November 27 at 9:30 AM". */
export function sayWhen(date: Date, { now, zone }: Clock): string {
  const minutes = Math.round((date.getTime() - now.getTime()) / MINUTE)
  if (minutes > 0 && minutes < 60) return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
  const days = dayOf(date, zone) - dayOf(now, zone)
  const name = days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : `on ${sayDay(date, zone)}`
  return `${name} at ${sayTime(date, zone)}`
}

/** "5 PM", "9:30 AM". */
export const sayTime = (date: Date, zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', minute: '2-digit' })
    .format(date)
    .replace(':00', '')
    .replace(/\s/g, ' ')

/** "Friday, November 27", with the year where it is asked for. */
export const sayDay = (date: Date, zone: string, withYear = false): string =>
  new Intl.DateTimeFormat('en', {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(date)

/** Milliseconds. */
const MINUTE = 60_000
const DAY = 86_400_000

/** Days since 1970, where the person is. */
export const dayOf = (date: Date, zone: string): number => Math.floor(wallTime(date, zone).getTime() / DAY)
