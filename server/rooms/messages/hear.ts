import type { Handler } from './handler.ts'

export const hear: Handler<'hear'> = {
  limit: [20, 10],
  handle({ backstage }, from, message) {
    backstage.hearings.hear(from, message)
  },
}
