/** What clients send by themselves: it does not tell that anyone is there. */
const UNATTENDED: readonly string[] = ['time', 'hash']
/** Milliseconds between the question and the end. */
const WARNING = 60_000

/** Whoever has done nothing for too long: about to lose their place, or to be shown out. */
export type Idle = { readonly warned: readonly string[]; readonly over: readonly string[] }

/** Watches for sessions that nobody attends to any more. */
export type IdleWatch = {
  /** A session came, or sent something. */
  readonly heard: (session: string, type?: string) => void
  readonly forget: (session: string) => void
  /** Names each session once as warned, and once as over. */
  readonly look: () => Idle
}

/**
 * @param limit  Milliseconds in which someone may do nothing.
 * @param now    Milliseconds of a clock that never goes back.
 */
export function createIdleWatch(limit: number, now: () => number): IdleWatch {
  const sessions = new Map<string, { since: number; isWarned: boolean }>()
  return {
    heard(session, type = '') {
      if (!UNATTENDED.includes(type)) sessions.set(session, { since: now(), isWarned: false })
    },
    forget: (session) => void sessions.delete(session),
    look() {
      const warned: string[] = []
      const over: string[] = []
      for (const [id, session] of sessions) {
        const quiet = now() - session.since
        if (quiet >= limit) {
          over.push(id)
          sessions.delete(id)
        } else if (quiet >= limit - WARNING && !session.isWarned) {
          warned.push(id)
          session.isWarned = true
        }
      }
      return { warned, over }
    },
  }
}
