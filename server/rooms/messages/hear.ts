import type { Handler } from './handler.ts'

export const hear: Handler<'hear'> = {
  // Half a minute in pieces of a second may come at once from a page that was held up.
  limit: [40, 10],
  handle({ backstage }, from, message) {
    backstage.hearings.hear(from, message)
  },
}
