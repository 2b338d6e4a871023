import * as z from 'zod'
import { defineTool } from './tool.ts'
import { dayOf, findWhen, sayDay, sayTime } from './when.ts'

export const tellTime = defineTool({
  name: 'tellTime',
  description: 'Tells the time and the date where the person is, or the date of another day.',
  input: z.object({
    ask: z.enum(['time', 'date', 'both']).default('both'),
    day: z.string().max(100).optional().describe('Another day, in words: "tomorrow", "next Friday"'),
  }),
  run({ now, zone }, { ask, day }) {
    const date = now()
    if (day !== undefined) return tellDay(day, { now: date, zone })
    const time = sayTime(date, zone)
    const today = sayDay(date, zone, true)
    if (ask === 'time') return `It is ${time}.`
    return ask === 'date' ? `Today is ${today}.` : `It is ${time} on ${today}.`
  },
})

function tellDay(words: string, { now, zone }: { now: Date; zone: string }): string {
  const found = findWhen(words, { now, zone })
  if (found === undefined)
    return `I could not make out which day "${words}" is. Say it otherwise, such as "next Friday".`
  const days = dayOf(found.date, zone) - dayOf(now, zone)
  const named = days === 0 ? 'Today is' : days === 1 ? 'Tomorrow is' : days === -1 ? 'Yesterday was' : 'That is'
  return `${named} ${sayDay(found.date, zone, true)}.`
}
