import { showComposing } from '../presence.ts'
import type { Handler } from './handler.ts'

export const say: Handler<'say'> = {
  limit: [5, 0.5],
  handle({ company, keep, live, timing, state, visitors }, from, { text, to }) {
    const { id, name, owner } = from
    showComposing(state, visitors(), from, false)
    const asked = company.addressee(text, to)
    keep({ by: id, name, text, tick: live.stage.world.tick })
    // Who speaks to one takes the word from all.
    for (const member of company.members()) if (member !== asked) member.conversation.interrupt()
    void timing.time(() => asked.conversation.answer({ text, person: { id, name, owner } }))
  },
}
