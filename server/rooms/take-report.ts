import type { Report } from '../mind/mind.ts'
import { noticeOf, type RoomContext } from './room-context.ts'

/** What the others read where someone’s words are withheld; the actor’s answer says why. */
const WITHHELD = '…'

/** Counts what fell short in an answer; people are told where it changes what they hear. */
export function takeReport({ id: room, backstage, state, tellAll }: RoomContext, actor: string, report: Report): void {
  const { metrics, log } = backstage
  if (report.kind === 'withheld') {
    const { category, by } = report
    const from = state.actors.has(by) ? 'actor' : 'person'
    if (from === 'person') [...state.history].findLast((said) => said.by === by)?.assign({ text: WITHHELD })
    metrics.withheld.inc({ category, from })
    log.info({ room, actor, category, from }, 'something said was withheld')
    return
  }
  const { what, error } = report
  metrics.degraded.inc({ what })
  log.warn({ room, actor, what, error: error.message, ...error.data }, 'an answer fell short')
  if (what === 'mind') tellAll('notice', noticeOf(error))
}
