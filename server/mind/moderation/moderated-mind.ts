import { EngineError } from '../../../engine/api/host.ts'
import type { Mind, Reply, Turn } from '../mind.ts'
import { answerTo, INSTEAD_OF_OWN } from './instead.ts'
import type { Category, Moderator } from './moderator.ts'

/**
 * A mind that is asked nothing and says nothing that should not be said.
 *
 * @param moderators  Asked in turn; the first that objects decides. One that fails is reported, and the others' word holds.
 */
export function createModeratedMind(mind: Mind, moderators: readonly Moderator[]): Mind {
  async function check(text: string, report: Turn['report'], signal: AbortSignal): Promise<Category | undefined> {
    for (const moderator of moderators) {
      try {
        const category = await moderator.check(text, signal)
        if (category !== undefined) return category
      } catch (error) {
        if (signal.aborted || !(error instanceof EngineError)) throw error
        report({ kind: 'degraded', what: 'moderation', error })
      }
    }
    return undefined
  }

  return {
    ...mind,
    maySay: async (text, report) => (await check(text, report, new AbortController().signal)) === undefined,
    async *reply(turn, signal): AsyncGenerator<Reply> {
      const asked = await check(turn.text, turn.report, signal)
      if (asked !== undefined && asked !== 'profanity') {
        turn.report({ kind: 'withheld', category: asked, by: turn.person.id })
        yield { kind: 'say', text: answerTo(asked, turn.language) }
        return
      }
      let isWithheld = false
      for await (const reply of mind.reply(turn, signal)) {
        const category = reply.kind === 'say' ? await check(reply.text, turn.report, signal) : undefined
        if (category === undefined) yield reply
        else {
          turn.report({ kind: 'withheld', category, by: turn.talk.actor })
          // Once in an answer: the rest is left out in silence.
          if (!isWithheld) yield { kind: 'say', text: INSTEAD_OF_OWN }
          isWithheld = true
        }
      }
    },
  }
}
