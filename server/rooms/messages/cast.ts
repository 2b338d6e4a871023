import type { Handler } from './handler.ts'

export const cast: Handler<'cast'> = {
  limit: [4, 0.25],
  forDirectors: true,
  handle: ({ company }, _from, casting) => company.cast(casting),
}
