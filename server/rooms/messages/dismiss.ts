import type { Handler } from './handler.ts'

export const dismiss: Handler<'dismiss'> = {
  limit: [4, 0.25],
  handle: ({ company }, _from, { actor }) => company.dismiss(actor),
}
