import type { Handler } from './handler.ts'

export const interrupt: Handler<'interrupt'> = {
  handle({ company }) {
    for (const { conversation } of company.members()) conversation.interrupt()
  },
}
