import { showComposing } from '../presence.ts'
import type { Handler } from './handler.ts'

export const listen: Handler<'listen'> = {
  whileClosing: true,
  handle({ company, state, visitors }, from, { on }) {
    const isAnyone = showComposing(state, visitors(), from, on)
    for (const { conversation } of company.members()) conversation.listen(isAnyone)
  },
}
