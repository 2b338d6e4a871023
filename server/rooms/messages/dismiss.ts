import type { Handler } from './handler.ts'

export const dismiss: Handler<'dismiss'> = {
  limit: [4, 0.25],
  forDirectors: true,
  handle: ({ company }, _from, { actor }) => company.dismiss(actor),
}
