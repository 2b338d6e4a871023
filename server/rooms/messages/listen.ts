import type { Handler } from './handler.ts'

export const listen: Handler<'listen'> = {
  whileClosing: true,
  handle({ company }, _from, { on }) {
    for (const { conversation } of company.members()) conversation.listen(on)
  },
}
