import type { Handler } from './handler.ts'

export const pause: Handler<'pause'> = {
  limit: [4, 2],
  handle({ company }, _from, { spoken }) {
    for (const { conversation } of company.members()) conversation.acknowledge(spoken)
  },
}
