import type { Handler } from './handler.ts'

export const say: Handler<'say'> = {
  limit: [5, 0.5],
  handle({ company, keep, live, timing }, { id, name, owner }, { text, to }) {
    keep({ by: id, name, text, tick: live.stage.world.tick })
    const { conversation } = company.addressee(text, to)
    void timing.time(() => conversation.answer({ text, person: { id, name, owner } }))
  },
}
