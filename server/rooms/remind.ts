import { sayReminders } from '../mind/tools/say-reminders.ts'
import { storeFault } from '../store/store-fault.ts'
import type { RoomContext } from './room-context.ts'

/** Milliseconds for which a store that failed is left alone. */
const REST = 30_000
/** Said in place of what an actor does not say; the person finds it on their list. */
const UNSAID = 'something that is better read than said'
/** Until when each room leaves it alone, by its clock. */
const restsUntil = new WeakMap<RoomContext, number>()

/**
 * Says what people here wanted to be reminded of, all of one person's in one go. Who is not here is reminded when they
 * come; a store that fails is tried again after a while.
 */
export async function remind(room: RoomContext): Promise<void> {
  const { id, backstage, company, visitors } = room
  const { todos, today, now, log, metrics } = backstage
  if (now() < (restsUntil.get(room) ?? 0)) return
  const names = new Map(visitors().map(({ owner, name }) => [owner, name]))
  try {
    const due = Map.groupBy(await todos.takeDue([...names.keys()], today()), ({ owner }) => owner)
    const { conversation } = company.addressee('')
    for (const [owner, reminders] of due) {
      const lines = reminders.map(async ({ text, remind_at }) => ({
        text: (await conversation.maySay(text)) ? text : UNSAID,
        remindAt: remind_at ?? today(),
      }))
      void conversation.tell(sayReminders(names.get(owner)!, await Promise.all(lines), today()))
    }
  } catch (cause) {
    restsUntil.set(room, now() + REST)
    metrics.degraded.inc({ what: 'store' })
    log.error({ room: id, ...storeFault(cause).data }, 'reminders cannot be read')
  }
}
