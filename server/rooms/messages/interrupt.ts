import type { Handler } from './handler.ts'

export const interrupt: Handler<'interrupt'> = {
  whileClosing: true,
  handle({ company }) {
    for (const { conversation } of company.members()) conversation.interrupt()
  },
}
