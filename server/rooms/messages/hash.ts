import type { Handler } from './handler.ts'

export const hash: Handler<'hash'> = {
  whileClosing: true,
  handle({ id: room, live, backstage: { metrics, log } }, { id: session }, { tick, hash, late }) {
    metrics.lateCommands.inc(late)
    const mine = live.hashOf(tick)
    if (mine === undefined) return
    metrics.hashes.inc({ result: mine === hash ? 'same' : 'different' })
    if (mine === hash) log.debug({ room, session, tick }, 'poses agree')
    else log.error({ room, session, tick, mine, hash }, 'poses differ')
  },
}
