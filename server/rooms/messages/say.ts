import type { Handler } from './handler.ts'

export const say: Handler<'say'> = {
  limit: [5, 0.5],
  handle({ company, keep, live }, { id, name, owner }, { text, to }) {
    keep({ by: id, name, text, tick: live.stage.world.tick })
    void company.addressee(text, to).conversation.answer({ text, person: { id, name, owner } })
  },
}
