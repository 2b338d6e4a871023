import * as z from 'zod'
import { defineTool } from './tool.ts'

export const tellTime = defineTool({
  name: 'tellTime',
  description: 'Tells the time and the date.',
  input: z.object({}),
  async run({ now }) {
    const date = now()
    const day = new Intl.DateTimeFormat('en', {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      year: 'numeric',
    }).format(date)
    const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(date)
    return `It is ${time} on ${day}.`
  },
})
