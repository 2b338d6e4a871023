import * as z from 'zod'

/** Milliseconds. */
const MINUTE = 60_000

/** Whether there is a time zone of this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const joinSchema = z.object({ zone: z.string().max(60).refine(isZone) })

/** The zone that someone names who comes in; where it is none, the server's own. */
export function zoneOf(options: unknown): string {
  const result = joinSchema.safeParse(options)
  return result.success ? result.data.zone : ownZone()
}

/** The server's own, for who did not say where they are. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** What a clock on the wall shows there: a date whose UTC fields are the local ones. */
export const wallTime = (date: Date, zone: string): Date => new Date(date.getTime() + offsetOf(date, zone))

/** When a clock on the wall shows that there. Twice, for the day on which clocks are changed. */
export function fromWallTime(wall: Date, zone: string): Date {
  const about = new Date(wall.getTime() - offsetOf(wall, zone))
  return new Date(wall.getTime() - offsetOf(about, zone))
}

/** How far a zone is ahead of UTC at a moment, milliseconds. */
function offsetOf(date: Date, zone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(date)
    .find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d+)(?::(\d+))?/.exec(name) ?? ['', '+', '0']
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
}
